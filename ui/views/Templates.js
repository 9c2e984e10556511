// Templates for who writes them: by place and category, in their order.

import { h } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { go } from "../state/list.js";
import { askAbout, exportTemplates, look, moved, shown, wanted } from "../state/template-desk.js";
import { findLostFocus } from "./focus.js";
import { Icon } from "./icons.js";
import { TemplateShelf } from "./TemplateShelf.js";

/** @typedef {import("../types/view.js").ManagedTemplate} ManagedTemplate */

const PAGE = 100;

export function Templates() {
  const words = say.value;
  const title = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => { title.current?.focus(); }, []);
  useEffect(findLostFocus, [shown.value]);
  const found = shown.value;
  const { search, limit } = wanted.value;
  const rows = found?.rows ?? [];
  return html`
    <section class="settings templates" aria-labelledby="templates-title">
      <header>
        <button type="button" class="btn icon" aria-label=${words("settings")} onClick=${() => go("settings")}>${h(Icon, { name: "back" })}</button>
        <h1 id="templates-title" tabindex="-1" ref=${title}>${words("templates")}</h1>
      </header>
      <p class="about">${words("templates-about")}</p>
      <div class="template-tools">
        <input type="search" value=${search} placeholder=${words("template-search")} aria-label=${words("template-search")}
          onInput=${(/** @type {any} */ event) => look({ search: event.currentTarget.value, limit: PAGE })} />
        <button type="button" class="btn primary" onClick=${() => askAbout("template")}>${h(Icon, { name: "plus" })}${words("template-new")}</button>
      </div>
      ${found && rows.length === 0 && html`<p class="empty" role="status">${words(search ? "template-none-found" : "template-none")}</p>`}
      ${shelves(rows).map((shelf) => h(TemplateShelf, { key: shelf.key, name: shelf.name, rows: shelf.rows }))}
      ${found && found.total > rows.length && html`<button type="button" class="btn" onClick=${() => look({ limit: limit + PAGE })}>${words("template-more", { count: found.total - rows.length })}</button>`}
      <h2>${words("template-files")}</h2>
      <div class="template-tools">
        <button type="button" class="btn" onClick=${() => askAbout("template-import")}>${words("template-import")}</button>
        <button type="button" class="btn" onClick=${() => exportTemplates("csv")}>${words("template-export-csv")}</button>
        <button type="button" class="btn" onClick=${() => exportTemplates("json")}>${words("template-export-json")}</button>
      </div>
      <p class="spoken" role="status">${moved.value}</p>
    </section>`;
}

/** Rows of one place and category, one after the other. @param {ManagedTemplate[]} rows */
function shelves(rows) {
  /** @type {Map<string, { key: string, name: string, rows: ManagedTemplate[] }>} */
  const all = new Map();
  for (const row of rows) {
    const key = `${row.place.department} ${row.category}`;
    const name = `${row.place.name ?? say.value("whole-company")} · ${row.category}`;
    const shelf = all.get(key) ?? { key, name, rows: [] };
    shelf.rows.push(row);
    all.set(key, shelf);
  }
  return [...all.values()];
}
