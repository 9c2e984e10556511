// What can be done with a conversation, always at the top right: Take, Transfer, and the menu with Release.

import { h } from "preact";
import { html } from "../html.js";
import { ask, say } from "../state/app.js";
import { release, take } from "../state/thread.js";
import { Icon } from "./icons.js";
import { place } from "./menu.js";

/** @param {{ head: import("../types/view.js").Thread }} props */
export function ThreadActions({ head }) {
  const words = say.value;
  return html`
    ${head.can.transfer && html`<button type="button" class="btn" onClick=${() => ask("transfer")} aria-keyshortcuts="Control+Shift+T"
      aria-label=${words("transfer")} title=${words("transfer")}>${h(Icon, { name: "move" })}<span class="label">${words("transfer")}</span></button>`}
    ${head.can.take && html`<button type="button" class="btn primary" onClick=${take} aria-keyshortcuts="Control+Shift+A">
      ${h(Icon, { name: "take" })}${words("take")}</button>`}
    ${head.can.release && html`
      <button type="button" class="btn icon" popovertarget="thread-menu" aria-label=${words("menu")}>${h(Icon, { name: "dots", class: "dots" })}</button>
      <div id="thread-menu" class="menu" popover="auto" onBeforeToggle=${place}>
        <button type="button" popovertarget="thread-menu" popovertargetaction="hide" onClick=${release}>${words("release")}</button>
      </div>`}`;
}
