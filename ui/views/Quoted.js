// What a reply answers to: above the text that is being written.

import { h } from "preact";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { forgetQuote, quoted } from "../state/writing.js";
import { Icon } from "./icons.js";

/** @param {{ head: import("../types/view.js").Thread }} props */
export function Quoted({ head }) {
  const words = say.value;
  if (quoted.value?.conversation !== head.id) return null;
  const { author, text } = quoted.value.line;
  return html`
    <div class="quoted">
      <p><b>${words("answering-to", { name: author ?? "" })}</b><span dir="auto">${text}</span></p>
      <button type="button" class="btn icon" aria-label=${words("answer-without")} onClick=${forgetQuote}>${h(Icon, { name: "x" })}</button>
    </div>`;
}
