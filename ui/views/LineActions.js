// What can be done with one message: answer to it, copy it. Shown to whoever points at it or goes there by keyboard.

import { h } from "preact";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { copyText } from "../state/device.js";
import { thread } from "../state/thread.js";
import { answerTo } from "../state/writing.js";
import { Icon } from "./icons.js";

/** @typedef {import("../types/view.js").Line} Line */

/** @param {{ line: Line }} props */
export function LineActions({ line }) {
  const words = say.value;
  return html`
    <span class="acts">
      ${quotable(line) && html`<button type="button" class="btn icon" tabindex="-1" aria-label=${words("answer-to")} title="${words("answer-to")} (R)" onClick=${() => quote(line)}>${h(Icon, { name: "reply" })}</button>`}
      <button type="button" class="btn icon" tabindex="-1" aria-label=${words("copy")} title="${words("copy")} (C)" onClick=${() => copyText(line.text ?? "")}>${h(Icon, { name: "copy" })}</button>
    </span>`;
}

/** Keys on a message: R answers to it, C copies it. @param {KeyboardEvent} event @param {Line} line */
export function lineKeys(event, line) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "r" && quotable(line)) event.preventDefault(), quote(line);
  if (key === "c") event.preventDefault(), void copyText(line.text ?? "");
}

/** @param {Line} line */
const quotable = (line) => line.seq !== null && line.kind !== "note" && Boolean(thread.value?.can.reply);

/** @param {Line} line */
function quote(line) {
  if (thread.value) answerTo(thread.value.id, line);
}
