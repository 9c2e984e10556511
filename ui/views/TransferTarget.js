// One agent or queue to choose.

import { html } from "../html.js";

/** `status` is for agents only. @param {{ name: string, about: string, status?: string, chosen: boolean, choose: () => void }} props */
export function TransferTarget({ name, about, status, chosen, choose }) {
  return html`
    <label class="option">
      <input type="radio" name="target" checked=${chosen} onChange=${choose} />
      ${status && html`<span class="dot ${status}"></span>`}
      <span dir="auto">${name}</span><small>${about}</small>
    </label>`;
}
