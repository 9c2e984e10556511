// The panel of templates: search, categories, language. It inserts and never sends.

import { h } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { enterDesk } from "../state/template-desk.js";
import { panelWish } from "../state/templates.js";
import { Icon } from "./icons.js";
import { TemplateOptions } from "./TemplateOptions.js";
import { Tabs } from "./Tabs.js";
import { useFound } from "./useFound.js";
import { usePanel } from "./usePanel.js";

const PAGE = 25;

/** @param {{ insert: (row: import("../types/view.js").TemplateRow) => void, blocked: boolean }} props */
export function TemplatePanel({ insert, blocked }) {
  const words = say.value;
  const { panel, open, close, attributes } = usePanel(panelWish, blocked);
  const [search, setSearch] = useState("");
  const [category, setCategory] = useState(/** @type {string | null} */ (null));
  const [language, setLanguage] = useState(/** @type {string | null} */ (null));
  const [limit, setLimit] = useState(PAGE);
  const { found, rows, at, row, arrows } = useFound(open ? { search, category, language, limit } : null);
  useEffect(() => setLimit(PAGE), [search, category, language]);
  // A new search; category and language stay as the agent had them.
  useLayoutEffect(() => {
    if (!open) return;
    setSearch("");
    panel.current?.querySelector("input")?.focus();
  }, [open]);

  /** @param {import("../types/view.js").TemplateRow} chosen */
  function choose(chosen) {
    close();
    insert(chosen);
  }
  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (event.isComposing || arrows(event)) return;
    if (event.key === "Enter" && row) {
      event.preventDefault();
      choose(row);
    }
  }
  const known = found !== null;
  const tabs = [null, ...(found?.categories ?? [])].map((value) => ({ value, text: value ?? words("template-every-category") }));
  return html`
    <button type="button" class="btn icon" popovertarget="templates" disabled=${blocked} aria-label=${words("templates")}
      title=${words("templates")} aria-keyshortcuts="Control+J">${h(Icon, { name: "template" })}</button>
    <div id="templates" class="panel template-panel" aria-label=${words("templates")} ...${attributes}>
      ${open && html`
        <div class="template-search">
          <input type="search" role="combobox" aria-expanded=${rows.length > 0} aria-controls="template-list" aria-autocomplete="list"
            aria-activedescendant=${row ? `template-list-${at}` : undefined} placeholder=${words("template-search")} aria-label=${words("template-search")}
            value=${search} onInput=${(/** @type {any} */ event) => setSearch(event.currentTarget.value)} onKeyDown=${keys} />
          <select aria-label=${words("template-language")} onChange=${(/** @type {any} */ event) => setLanguage(event.currentTarget.value || null)}>
            <option value="" selected=${!language}>${words("template-every-language")}</option>
            ${found?.languages.map((tag) => html`<option value=${tag} selected=${tag === language}>${named(tag)}</option>`)}
          </select>
        </div>
        ${h(/** @type {typeof Tabs<string | null>} */ (Tabs), { label: words("template-categories"), controls: "template-panel", chosen: category, choose: setCategory, tabs })}
        <div role="tabpanel" id="template-panel" aria-label=${category ?? words("template-every-category")}>
          ${known && rows.length === 0 && html`<p class="empty" role="status">${words(search || category || language ? "template-none-found" : "template-none")}</p>`}
          ${h(TemplateOptions, { id: "template-list", label: words("templates"), rows, at, choose, several: !category })}
        </div>
        <footer>
          <span class="hint">${words("template-hint")}</span>
          ${found && found.total > rows.length && html`<button type="button" class="btn" onClick=${() => setLimit(limit + PAGE)}>${words("template-more", { count: found.total - rows.length })}</button>`}
          ${found?.manages && html`<button type="button" class="btn" onClick=${() => { close(); void enterDesk(); }}>${words("template-manage")}</button>`}
        </footer>`}
    </div>`;
}

/** A language by its own name. @param {string} tag */
function named(tag) {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
