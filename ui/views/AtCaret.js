// What lies over the text at a place of it, above its line.

import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { placeOf } from "../lib/caret.js";

/** `of`: what it shows; when that changes, so may its size. @param {{ box: HTMLTextAreaElement, from: number, of: unknown, children: any }} props */
export function AtCaret({ box, from, of, children }) {
  const menu = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    const put = () => { if (menu.current) putAt(menu.current, box, from); };
    put();
    window.addEventListener("resize", put);
    return () => window.removeEventListener("resize", put);
  }, [from, of]);
  return html`<div class="slash-menu" ref=${menu}>${children}</div>`;
}

/** Above the line, within the box. @param {HTMLElement} menu @param {HTMLTextAreaElement} box @param {number} from */
function putAt(menu, box, from) {
  const { x, y } = placeOf(box, from);
  const { left, top, right } = box.getBoundingClientRect();
  menu.style.bottom = `${document.documentElement.clientHeight - (top + Math.max(0, y)) + 4}px`;
  menu.style.left = `${Math.max(8, Math.min(left + x, right - menu.offsetWidth))}px`;
}
