// Somebody who is not in the address book: three words, none of which takes the conversation.

import { h } from "preact";
import { html } from "../html.js";
import { dialog, say } from "../state/app.js";
import { ignore } from "../state/thread.js";
import { Icon } from "./icons.js";

/** @param {{ head: import("../types/view.js").Thread }} props */
export function UnknownSender({ head }) {
  const words = say.value;
  const add = () => { dialog.value = "contact"; };
  const reply = () => /** @type {HTMLElement | null} */ (document.querySelector(".composer textarea"))?.focus();
  return html`
    <div class="banner" role="region" aria-label=${words("unknown-sender", { name: head.name })}>
      <p>${words("unknown-sender", { name: head.name })}</p>
      <button type="button" class="btn" onClick=${add}>${h(Icon, { name: "plus" })}${words("add-contact")}</button>
      <button type="button" class="btn" onClick=${reply}>${words("reply")}</button>
      <button type="button" class="btn" onClick=${ignore}>${words("ignore")}</button>
    </div>`;
}
