// The templates of one place and category, in the order in which agents see them.

import { h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { say, session } from "../state/app.js";
import { askAbout, moveTemplate, uses } from "../state/template-desk.js";
import { Icon } from "./icons.js";

/** @typedef {import("../types/view.js").ManagedTemplate} ManagedTemplate */

/** @param {{ name: string, rows: ManagedTemplate[] }} props */
export function TemplateShelf({ name, rows }) {
  const words = say.value;
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  /** Whose button had the keyboard when it moved. */
  const pressed = useRef(/** @type {{ id: string, way: "up" | "down" } | null} */ (null));
  const [dragged, setDragged] = useState(/** @type {string | null} */ (null));
  const order = rows.map((row) => row.id).join();
  useLayoutEffect(() => {
    const own = pressed.current;
    pressed.current = null;
    if (!own) return;
    const row = list.current?.querySelector(`[data-id="${own.id}"]`);
    const again = /** @type {HTMLElement | null | undefined} */ (row?.querySelector(`.${own.way}:not(:disabled)`) ?? row?.querySelector(".up:not(:disabled), .down:not(:disabled)"));
    again?.focus();
  }, [order]);

  /** @param {number} index @param {1 | -1} step */
  function move(index, step) {
    const [row, beside] = [rows[index], rows[index + step]];
    if (!row || !beside) return;
    pressed.current = { id: row.id, way: step > 0 ? "down" : "up" };
    void moveTemplate(row, beside, step > 0);
  }
  /** @param {DragEvent} event @param {ManagedTemplate} onto */
  function dropped(event, onto) {
    const row = rows.find((other) => other.id === dragged);
    setDragged(null);
    if (!row || row === onto) return;
    event.preventDefault();
    void moveTemplate(row, onto, rows.indexOf(row) < rows.indexOf(onto));
  }
  return html`
    <h2>${name}</h2>
    <ol class="template-shelf" aria-label=${name} ref=${list}>
      ${rows.map((row, index) => html`
        <li key=${row.id} data-id=${row.id} draggable="true" class=${dragged === row.id ? "dragged" : ""}
          onDragStart=${() => setDragged(row.id)} onDragEnd=${() => setDragged(null)} onDrop=${(/** @type {DragEvent} */ event) => dropped(event, row)}
          onDragOver=${(/** @type {DragEvent} */ event) => { if (rows.some((other) => other.id === dragged)) event.preventDefault(); }}>
          <span class="what"><b dir="auto">${row.title}</b> <small>${[Object.keys(row.texts).join(", "), uses.value.has(row.id) && words("template-uses", { count: uses.value.get(row.id) })].filter(Boolean).join(" · ")}</small>
            <span class="preview" dir="auto">${row.texts[session.value?.language ?? ""] ?? Object.values(row.texts)[0]}</span></span>
          <button type="button" class="btn icon up" disabled=${index === 0} aria-label=${words("template-up", { title: row.title })} onClick=${() => move(index, -1)}>${h(Icon, { name: "up" })}</button>
          <button type="button" class="btn icon down" disabled=${index === rows.length - 1} aria-label=${words("template-down", { title: row.title })} onClick=${() => move(index, 1)}>${h(Icon, { name: "down" })}</button>
          <button type="button" class="btn icon" aria-label=${words("template-edit", { title: row.title })} onClick=${() => askAbout("template", row)}>${h(Icon, { name: "draft" })}</button>
          <button type="button" class="btn icon" aria-label=${words("template-delete", { title: row.title })} onClick=${() => askAbout("template-delete", row)}>${h(Icon, { name: "x" })}</button>
        </li>`)}
    </ol>`;
}
