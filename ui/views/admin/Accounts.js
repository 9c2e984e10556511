// Where customers write to.

import { h } from "preact";
import { html } from "../../html.js";
import { say } from "../../state/app.js";
import { administer } from "../../state/administration.js";
import { Entry, Head } from "./Entry.js";

/** @param {{ known: import("../../state/administration.js").Administration }} props */
export function Accounts({ known }) {
  const words = say.value;
  /** @param {import("../../types/view.js").Account} row */
  const receiver = ({ route }) => "queue" in route
    ? known.queues.find((queue) => queue.id === route.queue)?.name
    : known.agents.find((agent) => agent.id === route.agent)?.name;
  return html`
    ${h(Head, { about: words("admin-accounts-about"), ...(known.may.account_queues.length > 0 ? { add: words("admin-account-new"), onAdd: () => administer({ kind: "account", row: null }) } : {}) })}
    ${known.accounts.length === 0 && html`<p class="empty" role="status">${words("admin-accounts-none")}</p>`}
    <ul class="entries">
      ${known.accounts.map((row) => h(Entry, {
        key: row.id, name: row.name, facts: [words(`channel-${row.channel}`), receiver(row), ...row.sites],
        onEdit: known.may.accounts.includes(row.id) && (() => administer({ kind: "account", row })),
      }))}
    </ul>`;
}
