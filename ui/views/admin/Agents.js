// Who works here: found, invited, changed, deactivated.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../../html.js";
import { say } from "../../state/app.js";
import { administer, configure, invite } from "../../state/administration.js";
import { notify } from "../../state/notices.js";
import { Icon } from "../icons.js";
import { Entry, Head } from "./Entry.js";
import { roleName } from "./roles.js";

/** @param {{ known: import("../../state/administration.js").Administration }} props */
export function Agents({ known }) {
  const words = say.value;
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase();
  const found = known.agents.filter((agent) => [agent.name, agent.email, agent.extension ?? ""].some((text) => text.toLocaleLowerCase().includes(wanted)));
  /** @param {import("../../types/view.js").ManagedAgent} agent */
  async function activate(agent) {
    const error = await configure({ do: "set_active", agent: agent.id, active: true });
    if (error) notify({ key: "activate", text: error, alert: true });
  }
  return html`
    ${h(Head, { about: words("admin-agents-about"), add: words("admin-agent-new"), onAdd: () => administer({ kind: "agent", row: null }), children: html`
      <input type="search" value=${search} placeholder=${words("admin-agent-search")} aria-label=${words("admin-agent-search")}
        onInput=${(/** @type {any} */ event) => setSearch(event.currentTarget.value)} />` })}
    ${found.length === 0 && html`<p class="empty" role="status">${words("transfer-nobody")}</p>`}
    <ul class="entries">
      ${found.map((agent) => h(Entry, {
        key: agent.id, name: agent.name, off: !agent.active,
        facts: [agent.email, agent.extension, ...agent.grants.map((grant) => roleName(grant, known)), !agent.active && words("admin-agent-off")],
        onEdit: agent.managed && agent.active && (() => administer({ kind: "agent", row: agent })),
        children: agent.managed && (agent.active ? html`
          <button type="button" class="btn" aria-label=${words("admin-invite-of", { name: agent.name })} onClick=${() => invite(agent)}>${h(Icon, { name: "send" })}${words("admin-invite")}</button>`
          : html`<button type="button" class="btn" aria-label=${words("admin-activate-of", { name: agent.name })} onClick=${() => activate(agent)}>${words("admin-activate")}</button>`),
      }))}
    </ul>`;
}
