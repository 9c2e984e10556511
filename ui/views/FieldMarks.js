// Behind the text: marks where a field is still to be filled. A text box cannot mark its own words.

import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";

/** @param {{ text: string, fields: import("../lib/fields.js").Field[], box: { current: HTMLTextAreaElement | null } }} props */
export function FieldMarks({ text, fields, box }) {
  const marks = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => { if (marks.current && box.current) marks.current.scrollTop = box.current.scrollTop; });
  let end = 0;
  const pieces = fields.map(({ from, to }) => {
    const before = text.slice(end, from);
    end = to;
    return html`${before}<mark>${text.slice(from, to)}</mark>`;
  });
  return html`<div class="marks" aria-hidden="true" dir="auto" ref=${marks}>${pieces}${text.slice(end)}${"\n"}</div>`;
}
