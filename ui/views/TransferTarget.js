// One agent or queue to choose.

import { html } from "../html.js";

/** `available` is for agents only. @param {{ name: string, about: string, available?: boolean, chosen: boolean, choose: () => void }} props */
export function TransferTarget({ name, about, available, chosen, choose }) {
  return html`
    <label class="option">
      <input type="radio" name="target" checked=${chosen} onChange=${choose} />
      ${available !== undefined && html`<span class="dot ${available ? "on" : ""}"></span>`}
      <span dir="auto">${name}</span><small>${about}</small>
    </label>`;
}
