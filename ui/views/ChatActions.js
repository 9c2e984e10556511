// What can be done with a chat among colleagues, in the menu at the top right.

import { h } from "preact";
import { html } from "../html.js";
import { ask, say } from "../state/app.js";
import { archive, mute, unarchive } from "../state/chats.js";
import { Icon } from "./icons.js";
import { place } from "./menu.js";

/** @param {{ head: import("../types/view.js").Thread, chat: import("../types/view.js").Chat }} props */
export function ChatActions({ head, chat }) {
  const words = say.value;
  /** @param {string} id @param {() => unknown} run */
  const item = (id, run) => html`
    <button type="button" popovertarget="thread-menu" popovertargetaction="hide" onClick=${run}>${words(id)}</button>`;
  return html`
    <button type="button" class="btn icon" popovertarget="thread-menu" aria-label=${words("menu")}>${h(Icon, { name: "dots", class: "dots" })}</button>
    <div id="thread-menu" class="menu" popover="auto" onBeforeToggle=${place}>
      ${!chat.direct && item("members-menu", () => ask("members"))}
      ${!chat.direct && item("rename", () => ask("rename"))}
      ${chat.muted ? item("unmute", () => mute(false)) : item("mute", () => mute(true))}
      ${head.can.unarchive ? item("unarchive", unarchive) : item("archive", archive)}
      ${!chat.direct && item("leave", () => ask("leave"))}
    </div>`;
}
