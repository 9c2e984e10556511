// The rail: Recents, Queues, Settings, and who one is.

import { h } from "preact";
import { html } from "../html.js";
import { enterAdministration } from "../state/administration.js";
import { counts, say, view } from "../state/app.js";
import { enterBook } from "../state/contacts.js";
import { go } from "../state/list.js";
import { presence } from "../state/presence.js";
import { close } from "../state/thread.js";
import { Icon } from "./icons.js";
import { Me } from "./Me.js";

export function Rail() {
  const words = say.value;
  const { recents_unread: unread, queues_waiting: waiting } = counts.value;
  const here = { drafts: "recents", archived: "recents", templates: "settings" }[/** @type {string} */ (view.value)] ?? view.value;
  /** @param {"recents" | "queues" | "contacts" | "supervised" | "administration" | "settings"} which @param {"inbox" | "queue" | "book" | "eye" | "house" | "gear"} icon @param {string} key @param {number} [count] */
  const button = (which, icon, key, count = 0) => html`
    <button type="button" class="to-${which}" aria-current=${here === which ? "page" : undefined} onClick=${() => visit(which)}
      aria-label=${count ? words(`${which}-count`, { count }) : words(which)} title="${words(which)} (${key})">
      ${h(Icon, { name: icon })}${count > 0 && html`<span class="count num" aria-hidden="true">${count > 99 ? "99+" : count}</span>`}
    </button>`;
  return html`
    <nav class="rail" aria-label=${words("sections")}>
      <span class="mark">${h(Icon, { name: "mark" })}</span>
      ${button("recents", "inbox", "Ctrl 1", unread)}
      ${button("queues", "queue", "Ctrl 2", waiting)}
      ${button("contacts", "book", "Ctrl 6")}
      ${presence.value?.supervises && button("supervised", "eye", "Ctrl 4")}
      <span class="grow"></span>
      ${presence.value?.administers && button("administration", "house", "Ctrl 5")}
      ${button("settings", "gear", "Ctrl 3")}
      ${h(Me, {})}
    </nav>`;
}

/** In a narrow window the list is under the thread: its button leads back to it. @param {"recents" | "queues" | "contacts" | "supervised" | "administration" | "settings"} which */
function visit(which) {
  if (which === "contacts") return void enterBook();
  if (which === "administration") return void enterAdministration();
  if (which !== "settings" && matchMedia("(max-width: 760px)").matches) close();
  return void go(which);
}
