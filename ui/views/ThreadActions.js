// What can be done with a conversation, always at the top right: Take, Transfer, and the menu with Release.

import { h } from "preact";
import { html } from "../html.js";
import { dialog, say } from "../state/app.js";
import { release, take } from "../state/thread.js";
import { Icon } from "./icons.js";

/** @param {{ head: import("../types/view.js").Thread }} props */
export function ThreadActions({ head }) {
  const words = say.value;
  const transfer = () => { dialog.value = "transfer"; };
  return html`
    ${head.can.take && html`<button type="button" class="btn primary" onClick=${take} aria-keyshortcuts="Control+Shift+A">
      ${h(Icon, { name: "take" })}<span class="label">${words("take")}</span></button>`}
    ${head.can.transfer && html`<button type="button" class="btn" onClick=${transfer} aria-keyshortcuts="Control+Shift+T" aria-label=${words("transfer")}>
      ${h(Icon, { name: "move" })}<span class="label">${words("transfer")}</span></button>`}
    ${head.can.release && html`
      <button type="button" class="btn icon" popovertarget="thread-menu" aria-label=${words("menu")}>${h(Icon, { name: "dots" })}</button>
      <div id="thread-menu" class="menu" popover="auto">
        <button type="button" popovertarget="thread-menu" popovertargetaction="hide" onClick=${release}>${words("release")}</button>
      </div>`}`;
}
