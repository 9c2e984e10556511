// A row of what is configured, and the head of such a list.

import { h } from "preact";
import { html } from "../../html.js";
import { say } from "../../state/app.js";
import { Icon } from "../icons.js";

/** @param {{ about: string, add?: string, onAdd?: () => void, children?: any }} props */
export function Head({ about, add, onAdd, children }) {
  return html`
    <p class="about">${about}</p>
    <div class="template-tools">${children}
      ${add && html`<button type="button" class="btn primary" onClick=${onAdd}>${h(Icon, { name: "plus" })}${add}</button>`}
    </div>`;
}

/** @param {{ name: string, facts: (string | null | undefined | false)[], onEdit?: (() => void) | false, children?: any, off?: boolean }} props */
export function Entry({ name, facts, onEdit, children, off = false }) {
  const words = say.value;
  return html`
    <li class=${off ? "off" : ""}>
      <span class="what"><b dir="auto">${name}</b><small>${facts.filter(Boolean).join(" · ")}</small></span>
      ${children}
      ${onEdit && html`<button type="button" class="btn icon" aria-label=${words("admin-edit", { name })} onClick=${onEdit}>${h(Icon, { name: "draft" })}</button>`}
    </li>`;
}
