// The company's departments.

import { h } from "preact";
import { html } from "../../html.js";
import { say } from "../../state/app.js";
import { administer } from "../../state/administration.js";
import { Entry, Head } from "./Entry.js";

/** @param {{ known: import("../../state/administration.js").Administration }} props */
export function Departments({ known }) {
  const words = say.value;
  return html`
    ${h(Head, { about: words("admin-departments-about"), ...(known.may.company ? { add: words("admin-department-new"), onAdd: () => administer({ kind: "department", row: null }) } : {}) })}
    ${known.departments.length === 0 && html`<p class="empty" role="status">${words("admin-departments-none")}</p>`}
    <ul class="entries">
      ${known.departments.map((row) => h(Entry, {
        key: row.id, name: row.name,
        facts: [
          words("admin-department-queues", { count: known.queues.filter((queue) => queue.department === row.id).length }),
          words(row.hours ? "admin-hours-own" : "admin-hours-company"),
        ],
        onEdit: known.may.departments.includes(row.id) && (() => administer({ kind: "department", row })),
      }))}
    </ul>`;
}
