// The templates under a `/` in the text, at the caret.

import { h } from "preact";
import { say } from "../state/app.js";
import { AtCaret } from "./AtCaret.js";
import { TemplateOptions } from "./TemplateOptions.js";

/** @param {{ box: HTMLTextAreaElement, from: number, rows: import("../types/view.js").TemplateRow[], at: number,
 *   choose: (row: import("../types/view.js").TemplateRow) => void }} props */
export function SlashMenu({ box, from, rows, at, choose }) {
  return h(AtCaret, { box, from, of: rows, children: h(TemplateOptions, { id: "slash-list", label: say.value("templates"), rows, at, choose, several: true }) });
}
