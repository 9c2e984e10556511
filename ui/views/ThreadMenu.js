// The rest of what can be done with a conversation: the menu at the top right.

import { html } from "../html.js";
import { h } from "preact";
import { ask, say } from "../state/app.js";
import { archive, markUnread, unarchive } from "../state/closing.js";
import { release } from "../state/thread.js";
import { Icon } from "./icons.js";
import { arrows, place } from "./menu.js";

/** @typedef {import("../types/view.js").Thread} Thread */

/** In the order of the menu; a line before what ends something.
 * @type {{ id: string, may: (head: Thread) => boolean, run: (head: Thread) => unknown, keys?: string, ends?: boolean }[]} */
const ENTRIES = [
  { id: "mark-unread", may: () => true, run: markUnread, keys: "Control+Shift+U" },
  { id: "release", may: ({ can }) => can.release, run: release },
  { id: "archive", may: ({ can }) => can.archive, run: archive, keys: "Control+Shift+E" },
  { id: "unarchive", may: ({ can }) => can.unarchive, run: ({ id }) => unarchive(id) },
  { id: "end-session", may: ({ can }) => can.end_session, run: () => ask("end-session"), ends: true },
  { id: "delete-conversation", may: ({ can }) => can.delete, run: () => ask("delete"), ends: true },
];

/** @param {{ head: Thread }} props */
export function ThreadMenu({ head }) {
  const words = say.value;
  const entries = ENTRIES.filter((entry) => entry.may(head));
  const firstEnd = entries.findIndex((entry) => entry.ends);
  return html`
    <button type="button" class="btn icon" popovertarget="thread-menu" aria-haspopup="menu" aria-label=${words("menu")}>${h(Icon, { name: "dots", class: "dots" })}</button>
    <div id="thread-menu" class="menu" role="menu" popover="auto" aria-label=${words("menu")} onBeforeToggle=${place} onKeyDown=${arrows}>
      ${entries.map((entry, index) => html`
        ${index === firstEnd && index > 0 && html`<hr />`}
        <button type="button" role="menuitem" key=${entry.id} class=${entry.ends ? "ends" : undefined} aria-keyshortcuts=${entry.keys}
          popovertarget="thread-menu" popovertargetaction="hide" onClick=${() => entry.run(head)}>${words(entry.id)}</button>`)}
    </div>`;
}
