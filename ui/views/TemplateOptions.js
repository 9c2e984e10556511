// The templates that fit. The keyboard stays in the text that searches them.

import { useEffect, useRef } from "preact/hooks";
import { html } from "../html.js";

/** @typedef {import("../types/view.js").TemplateRow} TemplateRow */

/** @param {{ id: string, label: string, rows: TemplateRow[], at: number, choose: (row: TemplateRow) => void, several?: boolean }} props */
export function TemplateOptions({ id, label, rows, at, choose, several = false }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => { box.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }); }, [at, rows]);
  /** The text keeps the focus. @param {Event} event */
  const stay = (event) => event.preventDefault();
  return html`
    <div class="template-options" role="listbox" id=${id} aria-label=${label} ref=${box} onMouseDown=${stay} tabindex="-1">
      ${rows.map((row, index) => html`
        <div key=${row.id} role="option" id="${id}-${index}" aria-selected=${index === at} onClick=${() => choose(row)}>
          <span class="top"><b dir="auto">${row.title}</b><small>${[several && row.category, row.department, row.language].filter(Boolean).join(" · ")}</small></span>
          <span class="preview" dir="auto" lang=${row.language}>${row.preview}</span>
        </div>`)}
    </div>`;
}
