// Open or archived: the drop-down at the top right of the list.

import { html } from "../html.js";
import { listed, say } from "../state/app.js";
import { go } from "../state/list.js";

export function ListSwitch() {
  const words = say.value;
  /** Another list is drawn, with a switch of its own: the keyboard stays on it. @param {any} event */
  async function choose(event) {
    await go(event.currentTarget.value);
    /** @type {HTMLElement | null} */ (document.querySelector(".list .switch"))?.focus();
  }
  return html`
    <select class="switch" aria-label=${words("show-which")} value=${listed.value} onChange=${choose}>
      <option value="recents" selected=${listed.value === "recents"}>${words("show-open")}</option>
      <option value="archived" selected=${listed.value === "archived"}>${words("show-archived")}</option>
    </select>`;
}
