// Who shares new conversations, and how they are distributed.

import { h } from "preact";
import { html } from "../../html.js";
import { say } from "../../state/app.js";
import { administer } from "../../state/administration.js";
import { Entry, Head } from "./Entry.js";

/** @param {{ known: import("../../state/administration.js").Administration }} props */
export function Queues({ known }) {
  const words = say.value;
  const place = (/** @type {string | null} */ id) => known.departments.find((department) => department.id === id)?.name ?? words("whole-company");
  return html`
    ${h(Head, { about: words("admin-queues-about"), add: words("admin-queue-new"), onAdd: () => administer({ kind: "queue", row: null }) })}
    ${known.queues.length === 0 && html`<p class="empty" role="status">${words("admin-queues-none")}</p>`}
    <ul class="entries">
      ${known.queues.map((row) => h(Entry, {
        key: row.id, name: row.name,
        facts: [row.extension, place(row.department ?? null), words(`strategy-${row.strategy}`), words("admin-queue-members", { count: row.members.length })],
        onEdit: known.may.queues.includes(row.id) && (() => administer({ kind: "queue", row })),
      }))}
    </ul>`;
}
