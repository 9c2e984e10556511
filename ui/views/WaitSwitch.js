// How long somebody must have waited to be shown: the drop-down at the top right of Queues.

import { useEffect } from "preact/hooks";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { reload, showWaiting, waiting } from "../state/list.js";

const MINUTES = [0, 5, 15, 60];
/** Time alone brings more of them. */
const AGAIN = 5000;

export function WaitSwitch() {
  const words = say.value;
  const chosen = waiting.value;
  useEffect(() => {
    if (!chosen) return undefined;
    const timer = setInterval(() => void reload(), AGAIN);
    return () => clearInterval(timer);
  }, [chosen]);
  return html`
    <select class="switch" aria-label=${words("show-waiting")} onChange=${(/** @type {any} */ event) => showWaiting(Number(event.currentTarget.value))}>
      ${MINUTES.map((minutes) => html`<option value=${minutes} selected=${minutes === chosen}>${minutes ? words("waiting-over", { count: minutes }) : words("waiting-any")}</option>`)}
    </select>`;
}
