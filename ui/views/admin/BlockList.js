// Addresses from which nobody may chat, and the way to let them in again.

import { h } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../../html.js";
import { short } from "../../lib/time.js";
import { locale, now, say } from "../../state/app.js";
import { blocks, learnBlocks, unblock } from "../../state/blocking.js";
import { go } from "../../state/list.js";
import { findLostFocus } from "../focus.js";
import { Icon } from "../icons.js";

/** @typedef {import("../../types/view.js").BlockedRow} Row */

export function BlockList() {
  const words = say.value;
  const title = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => { title.current?.focus(); }, []);
  useEffect(() => void learnBlocks(), []);
  useEffect(findLostFocus, [blocks.value]);
  const rows = blocks.value;
  return html`
    <section class="settings blocks" aria-labelledby="blocks-title">
      <header>
        <button type="button" class="btn icon" aria-label=${words("settings")} onClick=${() => go("settings")}>${h(Icon, { name: "back" })}</button>
        <h1 id="blocks-title" tabindex="-1" ref=${title}>${words("blocks")}</h1>
      </header>
      <p class="about">${words("blocks-about")}</p>
      ${rows?.length === 0 && html`<p class="empty" role="status">${words("blocks-none")}</p>`}
      <ul aria-labelledby="blocks-title">${rows?.map((row) => h(Entry, { key: row.id, row }))}</ul>
    </section>`;
}

/** @param {{ row: Row }} props */
function Entry({ row }) {
  const words = say.value;
  const time = (/** @type {number} */ at) => short(at, now.value, locale.value);
  const about = [
    words(row.by ? "blocked-by" : "blocked-by-hub", { name: row.by ?? "", time: time(row.at) }),
    row.until ? words("blocked-until", { time: time(row.until) }) : words("blocked-forever"),
    row.last_hit ? words("blocked-hits", { count: row.hits, time: time(row.last_hit) }) : words("blocked-no-hits"),
  ];
  return html`
    <li class="setting">
      <span><b dir="ltr">${row.network}</b>${row.reason && html` <span dir="auto">${row.reason}</span>`}<small>${about.join(" · ")}</small></span>
      <button type="button" class="btn" aria-label=${words("unblock-network", { network: row.network })} onClick=${() => unblock(row)}>${words("unblock")}</button>
    </li>`;
}
