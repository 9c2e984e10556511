// Somebody who is not in the address book: three words, none of which takes the conversation.

import { h } from "preact";
import { html } from "../html.js";
import { ask, say } from "../state/app.js";
import { ignore } from "../state/thread.js";
import { startWriting } from "../state/writing.js";
import { Icon } from "./icons.js";

/** @param {{ head: import("../types/view.js").Thread }} props */
export function UnknownSender({ head }) {
  const words = say.value;
  return html`
    <div class="banner" role="region" aria-label=${words("unknown-sender", { name: head.name })}>
      <p>${words("unknown-sender", { name: head.name })}</p>
      <button type="button" class="btn" onClick=${() => ask("contact")}>${h(Icon, { name: "plus" })}${words("add-contact")}</button>
      <button type="button" class="btn" onClick=${() => startWriting("reply")}>${words("reply")}</button>
      <button type="button" class="btn" onClick=${ignore}>${words("ignore")}</button>
    </div>`;
}
