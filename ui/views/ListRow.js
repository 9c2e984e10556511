// One conversation in the list.

import { h } from "preact";
import { html } from "../html.js";
import { initials } from "../lib/initials.js";
import { short, waited } from "../lib/time.js";
import { locale, now, say } from "../state/app.js";
import { oversee } from "../state/supervising.js";
import { open, openThread } from "../state/thread.js";
import { Icon } from "./icons.js";

/** `stop`: the one row where Tab stops.
 * @param {{ row: import("../types/view.js").Row, index: number, total: number, top: number, stop: boolean }} props */
export function ListRow({ row, index, total, top, stop }) {
  const words = say.value;
  const unowned = ["ringing", "waiting", "supervised"].includes(row.group);
  return html`
    <div role="listitem" class="row ${(row.unread && !row.muted) || row.group === "ringing" ? "new" : ""}" data-id=${row.id}
      style=${{ insetBlockStart: `${top}px` }} aria-setsize=${total} aria-posinset=${index + 1}>
      <button type="button" tabindex=${stop ? 0 : -1} aria-current=${open.value === row.id ? "true" : undefined}
        onClick=${() => (row.group === "supervised" ? oversee(row.id) : openThread(row.id))}>
        <span class="avatar" aria-hidden="true">${row.chat === "group" ? h(Icon, { name: "people" }) : initials(row.name)}${row.online && html`<span class="on"></span>`}</span>
        <span class="what">
          <span class="top">
            ${row.channel && h(Icon, { name: row.channel, class: `ch ${row.channel}`, label: words(`channel-${row.channel}`) })}
            <b dir="auto">${row.name}</b>
            ${row.muted && h(Icon, { name: "muted", class: "muted", label: words("is-muted") })}
            ${unowned && (row.owner ?? row.queue) && html`<small>${row.owner ?? row.queue}</small>`}
          </span>
          <span class="preview" dir="auto">${preview(row)}</span>
        </span>
        <span class="end">
          ${unowned && row.waiting_since !== null
            ? html`<span class="wait num"><span class="spoken">${words("waiting-since")} </span>${h(Icon, { name: "clock" })}${waited(row.waiting_since, now.value)}</span>`
            : html`<time>${short(row.at, now.value, locale.value)}</time>`}
          ${row.unread > 0 && html`<span class="unread num ${row.muted ? "quiet" : ""}"><span aria-hidden="true">${row.unread > 99 ? "99+" : row.unread}</span>
            <span class="spoken">${words("unread", { count: row.unread })}</span></span>`}
        </span>
      </button>
    </div>`;
}

/** @param {import("../types/view.js").Row} row */
function preview({ preview: { kind, author, mine, text } }) {
  const words = say.value;
  if (kind === "draft") return words("preview-draft", { text });
  if (kind === "note") return words("preview-note", { text });
  if (kind === "in" && author) return words("preview-out", { author, text });
  if (kind === "out") return mine ? words("preview-mine", { text }) : words("preview-out", { author: author ?? "", text });
  return text;
}
