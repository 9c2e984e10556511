// What one should know about the connection; nothing while all is well.

import { html } from "../html.js";
import { hour } from "../lib/time.js";
import { connection, language, now, say } from "../state/app.js";

/** A short break is not worth a word. */
const PATIENCE = 3000;

export function ConnectionBanner() {
  const words = say.value;
  const state = connection.value;
  if (!state || state.state === "online") return null;
  const short = state.state === "connecting" || state.state === "offline";
  if (short && Math.max(now.value, Date.now()) - state.since < PATIENCE && state.waiting === 0) return null;
  const id = state.state === "connecting" ? "offline" : state.state;
  return html`
    <div class="connection" role="status">
      ${words(`connection-${id}`, { time: hour(state.since, language.value) })}
      ${state.waiting > 0 && html` ${words("connection-waiting", { count: state.waiting })}`}
    </div>`;
}
