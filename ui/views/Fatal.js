// There is no inbox to show: why, and what can be done.

import { h } from "preact";
import { html } from "../html.js";
import { fatal, say } from "../state/app.js";
import { inWords } from "../state/notices.js";
import { greet } from "../state/session.js";
import { Icon } from "./icons.js";

export function Fatal() {
  const words = say.value;
  return html`
    <main class="nothing" role="alert">
      <span class="mark">${h(Icon, { name: "mark" })}</span>
      <h1>${words("fatal")}</h1>
      <p>${inWords(fatal.value)}</p>
      <button type="button" class="btn primary" onClick=${greet}>${words("retry")}</button>
    </main>`;
}
