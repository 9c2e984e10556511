// What a screen reader is told: each line of the other side that comes while the conversation is open. The timeline
// itself is no log, for history scrolled to would be read out as news.

import { html } from "../html.js";
import { say } from "../state/app.js";
import { heard } from "../state/thread.js";

/** @param {{ head: import("../types/view.js").Thread }} props */
export function Heard({ head }) {
  return html`
    <div class="spoken" role="log" aria-label=${say.value("heard")}>
      ${heard.value.map((line) => html`<p key=${line.id}>${line.author ?? head.name}: ${line.text}</p>`)}
    </div>`;
}
