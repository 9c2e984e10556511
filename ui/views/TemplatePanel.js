// The panel of templates: search, categories, language. It inserts and never sends.

import { h } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { enterDesk } from "../state/template-desk.js";
import { panelWish } from "../state/templates.js";
import { Icon } from "./icons.js";
import { TemplateOptions } from "./TemplateOptions.js";
import { TemplateTabs } from "./TemplateTabs.js";
import { useFound } from "./useFound.js";

const PAGE = 50;
/** The last wish for the panel that was granted. */
let granted = 0;

/** @param {{ insert: (row: import("../types/view.js").TemplateRow) => void, blocked: boolean }} props */
export function TemplatePanel({ insert, blocked }) {
  const words = say.value;
  const panel = useRef(/** @type {HTMLElement | null} */ (null));
  const [open, setOpen] = useState(false);
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
  useEffect(() => {
    if (!open) return undefined;
    const again = () => { if (panel.current) putAbove(panel.current); };
    window.addEventListener("resize", again);
    return () => window.removeEventListener("resize", again);
  }, [open]);
  useEffect(() => {
    if (granted === panelWish.value) return;
    granted = panelWish.value;
    if (!blocked) panel.current?.togglePopover();
  }, [panelWish.value]);

  /** @param {import("../types/view.js").TemplateRow} chosen */
  function choose(chosen) {
    panel.current?.hidePopover();
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
  return html`
    <button type="button" class="btn icon templates-button" popovertarget="templates" disabled=${blocked} aria-label=${words("templates")}
      title=${words("templates")} aria-keyshortcuts="Control+J">${h(Icon, { name: "template" })}</button>
    <div id="templates" class="template-panel" popover="auto" role="dialog" aria-label=${words("templates")} ref=${panel}
      onBeforeToggle=${place} onToggle=${(/** @type {ToggleEvent} */ event) => setOpen(event.newState === "open")}>
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
        ${h(TemplateTabs, { categories: found?.categories ?? [], category, choose: setCategory })}
        <div role="tabpanel" id="template-panel" aria-label=${category ?? words("template-every-category")}>
          ${known && rows.length === 0 && html`<p class="empty" role="status">${words(search || category || language ? "template-none-found" : "template-none")}</p>`}
          ${h(TemplateOptions, { id: "template-list", label: words("templates"), rows, at, choose, several: !category })}
        </div>
        <footer>
          <span class="hint">${words("template-hint")}</span>
          ${found && found.total > rows.length && html`<button type="button" class="btn" onClick=${() => setLimit(limit + PAGE)}>${words("template-more", { count: found.total - rows.length })}</button>`}
          ${found?.manages && html`<button type="button" class="btn" onClick=${() => { panel.current?.hidePopover(); void enterDesk(); }}>${words("template-manage")}</button>`}
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

/** Above its button, within the window. @param {ToggleEvent & { currentTarget: HTMLElement }} event */
function place({ currentTarget: panel, newState }) {
  if (newState === "open") putAbove(panel);
}

/** Over its button, within the window. @param {HTMLElement} panel */
function putAbove(panel) {
  const button = panel.previousElementSibling?.getBoundingClientRect();
  if (!button) return;
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.max(8, Math.min(button.left, clientWidth - 8 - Math.min(480, clientWidth - 16)));
  panel.style.left = `${left}px`;
  panel.style.bottom = `${clientHeight - button.top + 6}px`;
  panel.style.maxBlockSize = `${Math.min(440, button.top - 14)}px`;
}
