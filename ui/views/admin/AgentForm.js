// Who somebody is, and which roles they hold where.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../../html.js";
import { call } from "../../platform/index.js";
import { say } from "../../state/app.js";
import { administer, company, configure, invite, save } from "../../state/administration.js";
import { FormDialog } from "./FormDialog.js";
import { places, rolesAt } from "./roles.js";

/** @typedef {import("../../types/view.js").Grant} Grant */

/** @param {{ row: import("../../types/view.js").ManagedAgent | null }} props */
export function AgentForm({ row }) {
  const words = say.value;
  const known = company.value;
  const [grants, setGrants] = useState(/** @type {Grant[]} */ (row?.grants ?? []));
  if (!known) return null;
  /** @param {string | null} place @param {string} role */
  const hold = (place, role) => setGrants([
    ...grants.filter((grant) => (grant.department ?? null) !== place),
    ...(role ? [{ role: /** @type {Grant["role"]} */ (role), department: place }] : []),
  ]);
  /** @param {(name: string) => string} field */
  async function onSave(field) {
    const who = { name: field("name"), email: field("email"), extension: field("extension") || null };
    const agent = row?.id ?? (await call("new_id")).id;
    const put = row?.name === who.name && row.email === who.email && row.extension === who.extension
      ? null : await configure({ do: "put_agent", agent, ...who, grants });
    if (put) return put;
    if (row) return save({ do: "set_grants", agent, grants });
    await invite({ id: agent, ...who, active: true, grants, managed: true });
    return null;
  }
  return h(FormDialog, {
    title: words(row ? "admin-agent-change" : "admin-agent-new"), onSave, does: row ? undefined : words("admin-agent-create"),
    extra: row && html`<button type="button" class="btn" onClick=${() => administer({ kind: "deactivate", row })}>${words("admin-deactivate")}</button>`,
    children: html`
      <div class="pair">
        <label>${words("contact-name")}<input name="name" dir="auto" required maxlength="120" autofocus defaultValue=${row?.name ?? ""} /></label>
        <label>${words("email")}<input name="email" type="email" required maxlength="120" defaultValue=${row?.email ?? ""} /></label>
        <label>${words("extension")}<input name="extension" inputmode="tel" maxlength="12" pattern="[0-9*#]*" defaultValue=${row?.extension ?? ""} /></label>
      </div>
      <fieldset class="plain"><legend>${words("admin-roles")}</legend>
        <p class="about">${words("admin-roles-about")}</p>
        <div class="pair">
          ${places(known).map((place) => {
            const held = grants.find((grant) => (grant.department ?? null) === place.id)?.role ?? null;
            const roles = rolesAt(known.may.grants, place.id, held);
            return roles.length > 0 && html`
              <label key=${place.id ?? ""}>${place.name}
                <select value=${held ?? ""} onChange=${(/** @type {any} */ event) => hold(place.id, event.currentTarget.value)}>
                  <option value="" selected=${!held}>${words("role-none")}</option>
                  ${roles.map((role) => html`<option value=${role} selected=${role === held}>${words(`role-${role}`)}</option>`)}
                </select></label>`;
          })}
        </div>
      </fieldset>` });
}
