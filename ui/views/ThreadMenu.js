// The rest of what can be done with a conversation: the menu at the top right.

import { html } from "../html.js";
import { h } from "preact";
import { ask, say } from "../state/app.js";
import { mute } from "../state/chats.js";
import { archive, markUnread, unarchive } from "../state/closing.js";
import { toggleInformation } from "../state/information.js";
import { release } from "../state/thread.js";
import { Icon } from "./icons.js";
import { arrows, place } from "./menu.js";

/** @typedef {import("../types/view.js").Thread} Thread */

/** Of colleagues. @param {Thread} head */
const isGroup = ({ chat }) => chat?.direct === false;

/** In the order of the menu; a line before what ends something.
 * @type {{ id: string, may: (head: Thread) => boolean, run: (head: Thread) => unknown, keys?: string, ends?: boolean }[]} */
const ENTRIES = [
  { id: "information", may: ({ channel }) => channel !== null, run: toggleInformation, keys: "Control+I" },
  { id: "mark-unread", may: () => true, run: markUnread, keys: "Control+Shift+U" },
  { id: "release", may: ({ can }) => can.release, run: release },
  { id: "members-menu", may: isGroup, run: () => ask("members") },
  { id: "rename", may: isGroup, run: () => ask("rename") },
  { id: "mute", may: ({ chat }) => chat?.muted === false, run: () => mute(true) },
  { id: "unmute", may: ({ chat }) => chat?.muted === true, run: () => mute(false) },
  { id: "archive", may: ({ can }) => can.archive, run: archive, keys: "Control+Shift+E" },
  { id: "unarchive", may: ({ can }) => can.unarchive, run: ({ id }) => unarchive(id) },
  { id: "end-session", may: ({ can }) => can.end_session, run: () => ask("end-session"), ends: true },
  { id: "block-visitor", may: ({ can }) => can.block, run: () => ask("block"), ends: true },
  { id: "leave", may: isGroup, run: () => ask("leave"), ends: true },
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
