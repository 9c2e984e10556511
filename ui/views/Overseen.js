// One looks at somebody else's conversation: whose it is, and what one may do about it.

import { html } from "../html.js";
import { ask, say } from "../state/app.js";
import { takeOver } from "../state/supervising.js";

/** @param {{ head: import("../types/view.js").Thread }} props */
export function Overseen({ head }) {
  const words = say.value;
  const about = head.owner ? words("overseen", { name: head.owner.name }) : words("overseen-unowned");
  return html`
    <div class="banner" role="region" aria-label=${words("supervised")}>
      <p>${about}</p>
      ${head.can.take_over && html`<button type="button" class="btn" onClick=${takeOver}>${words("take-over")}</button>`}
      ${head.can.reassign && html`<button type="button" class="btn" onClick=${() => ask("transfer")}>${words("reassign")}</button>`}
    </div>`;
}
