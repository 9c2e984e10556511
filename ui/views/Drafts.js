// Own texts that could not be sent, to copy or to delete. Nothing of the customer is kept with them.

import { h } from "preact";
import { html } from "../html.js";
import { short } from "../lib/time.js";
import { drafts, locale, now, say } from "../state/app.js";
import { copyText } from "../state/device.js";
import { deleteDraft, go } from "../state/list.js";
import { Icon } from "./icons.js";

export function Drafts() {
  const words = say.value;
  return html`
    <section class="list drafts" aria-labelledby="list-title">
      <header><button type="button" class="btn icon" aria-label=${words("back")} onClick=${() => go("recents")}>${h(Icon, { name: "back" })}</button>
        <h1 id="list-title">${words("unsent-drafts")}</h1></header>
      <p class="about">${words("unsent-about")}</p>
      ${drafts.value.length === 0 && html`<p class="empty">${words("unsent-none")}</p>`}
      <ul tabindex="0" aria-labelledby="list-title">${drafts.value.map((draft) => h(Draft, { key: draft.id, draft }))}</ul>
    </section>`;
}

/** @param {{ draft: import("../types/view.js").UnsentDraft }} props */
function Draft({ draft: { id, text, channel, at } }) {
  const words = say.value;
  return html`
    <li>
      <p dir="auto">${text}</p>
      <footer>
        ${channel && h(Icon, { name: channel, class: `ch ${channel}`, label: words(`channel-${channel}`) })}
        <time>${short(at, now.value, locale.value)}</time><span class="grow"></span>
        <button type="button" class="btn" onClick=${() => copyText(text)}>${words("copy")}</button>
        <button type="button" class="btn" onClick=${() => deleteDraft(id)}>${words("delete")}</button>
      </footer>
    </li>`;
}
