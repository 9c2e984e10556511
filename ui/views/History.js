// The customer's other conversations, with all agents and departments.

import { h } from "preact";
import { html } from "../html.js";
import { short } from "../lib/time.js";
import { locale, now, say } from "../state/app.js";
import { history, moreHistory, readPast } from "../state/information.js";
import { Icon } from "./icons.js";

/** Nothing where the company does not show it. */
export function History() {
  const words = say.value;
  const known = history.value;
  if (known?.on === false) return null;
  return html`
    <h3 id="history-title">${words("history")}</h3>
    ${!known && html`<p class="hint" aria-busy="true">${words("loading")}</p>`}
    ${known?.trouble && html`<p class="hint" role="status">${known.trouble}</p>`}
    ${known && !known.trouble && known.rows.length === 0 && html`<p class="hint">${words("history-none")}</p>`}
    ${known && known.rows.length > 0 && html`
      <ul class="past" aria-labelledby="history-title">${known.rows.map((row) => html`<li key=${row.id}>${one(row)}</li>`)}</ul>`}
    ${known && known.rows.length < known.total && html`<button type="button" class="btn" onClick=${moreHistory}>${words("more")}</button>`}`;
}

/** What cannot be read is told, and is no button. @param {import("../types/view.js").PastRow} row */
function one(row) {
  const words = say.value;
  const who = row.agents.join(", ") || words("past-nobody");
  const what = html`
    ${h(Icon, { name: row.channel, class: `ch ${row.channel}`, label: words(`channel-${row.channel}`) })}
    <b dir="auto">${who}</b><time>${short(row.closed_at ?? row.opened_at, now.value, locale.value)}</time>
    <small dir="auto">${[row.queue, words(`past-${row.outcome}`)].filter(Boolean).join(" · ")}</small>`;
  return row.readable
    ? html`<button type="button" onClick=${() => readPast(row)}>${what}</button>`
    : html`<div>${what}</div>`;
}
