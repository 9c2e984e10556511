// One conversation in the list.

import { h } from "preact";
import { html } from "../html.js";
import { initials } from "../lib/initials.js";
import { short, waited } from "../lib/time.js";
import { language, now, say } from "../state/app.js";
import { open, openThread } from "../state/thread.js";
import { Icon } from "./icons.js";

/** @param {{ row: import("../types/view.js").Row, index: number, total: number, top: number, current: boolean }} props */
export function ListRow({ row, index, total, top, current }) {
  const words = say.value;
  const waits = row.waiting_since !== null && row.group !== "mine";
  return html`
    <div role="listitem" class="row ${row.unread || row.group === "ringing" ? "new" : ""}" style=${{ insetBlockStart: `${top}px` }}
      aria-setsize=${total} aria-posinset=${index + 1}>
      <button type="button" tabindex=${current ? 0 : -1} aria-current=${open.value === row.id ? "true" : undefined}
        onClick=${() => openThread(row.id)}>
        <span class="avatar" aria-hidden="true">${initials(row.name)}${row.online && html`<span class="on"></span>`}</span>
        <span class="what">
          <span class="top">
            ${row.channel && h(Icon, { name: row.channel, class: `ch ${row.channel}`, label: words(`channel-${row.channel}`) })}
            <b dir="auto">${row.name}</b>
          </span>
          <span class="preview" dir="auto">${preview(row, words)}</span>
        </span>
        <span class="end">
          ${waits
            ? html`<span class="wait num" aria-label=${words("waiting-since")}>${h(Icon, { name: "clock" })}${waited(row.waiting_since ?? 0, now.value)}</span>`
            : html`<time>${short(row.at, now.value, language.value)}</time>`}
          ${row.unread > 0 && html`<span class="unread" aria-label=${words("unread", { count: row.unread })}>${row.unread}</span>`}
        </span>
      </button>
    </div>`;
}

/** @param {import("../types/view.js").Row} row @param {(id: string, values?: Record<string, any>) => string} words */
function preview(row, words) {
  if (!row.preview) return row.queue ?? "";
  const { kind, author, text } = row.preview;
  if (kind === "draft") return words("preview-draft", { text });
  if (kind === "note") return words("preview-note", { text });
  if (kind === "out") return words("preview-out", { author: author ?? words("you"), text });
  return text;
}
