// Addresses from which nobody may chat, and the way to let them in again.

import { h } from "preact";
import { useEffect } from "preact/hooks";
import { html } from "../../html.js";
import { short } from "../../lib/time.js";
import { locale, now, say } from "../../state/app.js";
import { blocks, learnBlocks, unblock } from "../../state/blocking.js";
import { findLostFocus } from "../focus.js";
import { Entry } from "./Entry.js";

/** @typedef {import("../../types/view.js").BlockedRow} Row */

export function BlockList() {
  const words = say.value;
  useEffect(() => void learnBlocks(), []);
  useEffect(findLostFocus, [blocks.value]);
  const rows = blocks.value;
  return html`
    <p class="about">${words("blocks-about")}</p>
    <ul class="entries" aria-label=${words("admin-blocks")}>
      ${rows?.map((row) => h(Entry, { key: row.id, name: row.network, facts: facts(row), children: html`
        <button type="button" class="btn" aria-label=${words("unblock-network", { network: row.network })} onClick=${() => unblock(row)}>${words("unblock")}</button>` }))}
    </ul>
    ${rows?.length === 0 && html`<p class="empty" role="status">${words("blocks-none")}</p>`}`;
}

/** @param {Row} row */
function facts(row) {
  const words = say.value;
  const time = (/** @type {number} */ at) => short(at, now.value, locale.value);
  return [
    row.reason,
    words(row.by ? "blocked-by" : "blocked-by-hub", { name: row.by ?? "", time: time(row.at) }),
    row.until ? words("blocked-until", { time: time(row.until) }) : words("blocked-forever"),
    row.last_hit ? words("blocked-hits", { count: row.hits, time: time(row.last_hit) }) : words("blocked-no-hits"),
  ];
}
