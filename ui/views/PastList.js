// Conversations with one customer, with all agents and departments.

import { h } from "preact";
import { html } from "../html.js";
import { short } from "../lib/time.js";
import { locale, now, say } from "../state/app.js";
import { Icon } from "./icons.js";

/** @typedef {import("../types/view.js").PastRow} PastRow */

/** Nothing where the company does not show it. `none`: what is said when there are none.
 * @param {{ none: string, known: { on: boolean, total: number, rows: PastRow[], trouble?: string } | null, more: () => unknown, read: (row: PastRow) => unknown }} props */
export function PastList({ none, known, more, read }) {
  const words = say.value;
  if (known?.on === false) return null;
  return html`
    <h3 id="history-title">${words("history")}</h3>
    ${!known && html`<p class="hint" aria-busy="true">${words("loading")}</p>`}
    ${known?.trouble && html`<p class="hint" role="status">${known.trouble}</p>`}
    ${known && !known.trouble && known.rows.length === 0 && html`<p class="hint">${none}</p>`}
    ${known && known.rows.length > 0 && html`
      <ul class="past" aria-labelledby="history-title">${known.rows.map((row) => html`<li key=${row.id}>${one(row, read)}</li>`)}</ul>`}
    ${known && known.rows.length < known.total && html`<button type="button" class="btn" onClick=${more}>${words("more")}</button>`}`;
}

/** What cannot be read is told, and is no button. @param {PastRow} row @param {(row: PastRow) => unknown} read */
function one(row, read) {
  const words = say.value;
  const who = row.agents.join(", ") || words("past-nobody");
  const what = html`
    ${h(Icon, { name: row.channel, class: `ch ${row.channel}`, label: words(`channel-${row.channel}`) })}
    <b dir="auto">${who}</b><time>${short(row.closed_at ?? row.opened_at, now.value, locale.value)}</time>
    <small dir="auto">${[row.queue, words(`past-${row.outcome}`)].filter(Boolean).join(" · ")}</small>`;
  return row.readable
    ? html`<button type="button" onClick=${() => read(row)}>${what}</button>`
    : html`<div>${what}</div>`;
}
