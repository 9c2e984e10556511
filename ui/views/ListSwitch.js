// Open or archived: the drop-down at the top right of the list.

import { html } from "../html.js";
import { listed, say } from "../state/app.js";
import { go } from "../state/list.js";

export function ListSwitch() {
  const words = say.value;
  const choose = (/** @type {any} */ event) => go(event.currentTarget.value);
  return html`
    <select class="switch" aria-label=${words("show-which")} value=${listed.value} onChange=${choose}>
      <option value="recents" selected=${listed.value === "recents"}>${words("show-open")}</option>
      <option value="archived" selected=${listed.value === "archived"}>${words("show-archived")}</option>
    </select>`;
}
