// The templates under a `/` in the text, at the caret.

import { h } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { placeOf } from "../lib/caret.js";
import { say } from "../state/app.js";
import { TemplateOptions } from "./TemplateOptions.js";

/** @param {{ box: HTMLTextAreaElement, from: number, rows: import("../types/view.js").TemplateRow[], at: number,
 *   choose: (row: import("../types/view.js").TemplateRow) => void }} props */
export function SlashMenu({ box, from, rows, at, choose }) {
  const menu = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    const put = () => { if (menu.current) putAt(menu.current, box, from); };
    put();
    window.addEventListener("resize", put);
    return () => window.removeEventListener("resize", put);
  }, [from, rows]);
  return html`<div class="slash-menu" ref=${menu}>${h(TemplateOptions, { id: "slash-list", label: say.value("templates"), rows, at, choose, several: true })}</div>`;
}

/** Above the line of the `/`, within the box. @param {HTMLElement} menu @param {HTMLTextAreaElement} box @param {number} from */
function putAt(menu, box, from) {
  const { x, y } = placeOf(box, from);
  const { left, top, right } = box.getBoundingClientRect();
  menu.style.bottom = `${document.documentElement.clientHeight - (top + Math.max(0, y)) + 4}px`;
  menu.style.left = `${Math.max(8, Math.min(left + x, right - menu.offsetWidth))}px`;
}
