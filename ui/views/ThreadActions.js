// What can be done with a conversation, always at the top right: Take, Transfer, Dealt with, and the menu of the rest.

import { h } from "preact";
import { html } from "../html.js";
import { ask, say } from "../state/app.js";
import { dealWith } from "../state/closing.js";
import { take } from "../state/thread.js";
import { Icon } from "./icons.js";
import { ThreadMenu } from "./ThreadMenu.js";

/** @param {{ head: import("../types/view.js").Thread }} props */
export function ThreadActions({ head }) {
  const words = say.value;
  return html`
    ${head.can.transfer && html`<button type="button" class="btn" onClick=${() => ask("transfer")} aria-keyshortcuts="Control+Shift+T"
      aria-label=${words("transfer")} title=${words("transfer")}>${h(Icon, { name: "move" })}<span class="label">${words("transfer")}</span></button>`}
    ${head.can.take && html`<button type="button" class="btn primary" onClick=${take} aria-keyshortcuts="Control+Shift+A">
      ${h(Icon, { name: "take" })}${words("take")}</button>`}
    ${head.can.deal_with && html`<button type="button" class="btn primary" onClick=${dealWith} aria-keyshortcuts="Control+Shift+D"
      title=${words("deal-with-about")}>${h(Icon, { name: "check" })}${words("deal-with")}</button>`}
    ${h(ThreadMenu, { head })}`;
}
