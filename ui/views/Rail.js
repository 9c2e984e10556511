// The rail: Recents, Queues, Settings, and who one is.

import { h } from "preact";
import { html } from "../html.js";
import { initials } from "../lib/initials.js";
import { connection, counts, say, session, view } from "../state/app.js";
import { go } from "../state/start.js";
import { Icon } from "./icons.js";

export function Rail() {
  const words = say.value;
  const name = session.value?.agent?.name ?? "";
  const { recents_unread: unread, queues_waiting: waiting } = counts.value;
  const here = view.value === "drafts" ? "recents" : view.value;
  /** @param {"recents" | "queues" | "settings"} which @param {"inbox" | "queue" | "gear"} icon @param {number} count */
  const button = (which, icon, count) => html`
    <button type="button" aria-current=${here === which ? "page" : undefined} onClick=${() => go(which)}
      aria-label=${count ? words(`${which}-count`, { count }) : words(which)} title=${words(which)}>
      ${h(Icon, { name: icon })}${count > 0 && html`<span class="count">${count > 99 ? "99+" : count}</span>`}
    </button>`;
  const there = connection.value?.state === "online";
  return html`
    <nav class="rail" aria-label=${words("sections")}>
      <span class="mark">${h(Icon, { name: "mark" })}</span>
      ${button("recents", "inbox", unread)}
      ${button("queues", "queue", waiting)}
      <span class="grow"></span>
      ${button("settings", "gear", 0)}
      <span class="avatar" role="img" aria-label=${words(there ? "me-online" : "me-offline", { name })} title=${name}>
        ${initials(name)}${there && html`<span class="on"></span>`}
      </span>
    </nav>`;
}
