// What one should know about the connection; nothing while all is well.

import { html } from "../html.js";
import { hour } from "../lib/time.js";
import { PATIENCE } from "../state/apply.js";
import { connection, locale, now, say } from "../state/app.js";

export function ConnectionBanner() {
  return html`<div role="status">${banner()}</div>`;
}

function banner() {
  const words = say.value;
  const state = connection.value;
  if (!state || state.state === "online") return null;
  const passing = state.state === "connecting" || state.state === "offline";
  if (passing && Math.max(now.value, Date.now()) - state.since < PATIENCE) return null;
  const id = passing ? "offline" : state.state;
  return html`
    <p class="connection">
      ${words(`connection-${id}`, { time: hour(state.since, locale.value) })}
      ${state.waiting > 0 && ` ${words("connection-waiting", { count: state.waiting })}`}
    </p>`;
}
