// Own texts that could not be sent, to copy or to delete. Nothing of the customer is kept with them.

import { h } from "preact";
import { html } from "../html.js";
import { short } from "../lib/time.js";
import { call } from "../platform/index.js";
import { drafts, language, now, say, toast, tried } from "../state/app.js";
import { reload } from "../state/list.js";
import { go } from "../state/start.js";
import { Icon } from "./icons.js";

export function Drafts() {
  const words = say.value;
  const copy = (/** @type {string} */ text) => tried(call("copy", { text })).then(() => toast(words("copied")));
  const remove = (/** @type {string} */ id) => tried(call("delete_unsent_draft", { id })).then(reload);
  return html`
    <section class="list" aria-label=${words("unsent-drafts")}>
      <header><button type="button" class="btn icon" aria-label=${words("back")} onClick=${() => go("recents")}>${h(Icon, { name: "back" })}</button>
        <h1>${words("unsent-drafts")}</h1></header>
      <p class="about">${words("unsent-about")}</p>
      <ul class="unsent-list">
        ${drafts.value.length === 0 && html`<li class="empty">${words("unsent-none")}</li>`}
        ${drafts.value.map((draft) => html`
          <li key=${draft.id}>
            <p dir="auto">${draft.text}</p>
            <footer>
              ${draft.channel && h(Icon, { name: draft.channel, class: `ch ${draft.channel}`, label: words(`channel-${draft.channel}`) })}
              <time>${short(draft.at, now.value, language.value)}</time><span class="grow"></span>
              <button type="button" class="btn" onClick=${() => copy(draft.text)}>${words("copy")}</button>
              <button type="button" class="btn" onClick=${() => remove(draft.id)}>${words("delete")}</button>
            </footer>
          </li>`)}
      </ul>
    </section>`;
}
