// Short messages at the foot of the screen. They stay while they are looked at.

import { h } from "preact";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { dismiss, hold, notices, resume } from "../state/notices.js";
import { Icon } from "./icons.js";

export function Toasts() {
  return html`
    <div class="toasts" role="region" aria-label=${say.value("notices")} aria-live="polite">
      ${notices.value.map((notice) => h(Toast, { key: notice.key, notice }))}
    </div>`;
}

/** @param {{ notice: import("../state/notices.js").Notice }} props */
function Toast({ notice: { key, text, alert, act } }) {
  const stay = () => hold(key);
  const go = () => resume(key);
  return html`
    <div class="toast" role=${alert ? "alert" : undefined} onMouseEnter=${stay} onFocusIn=${stay} onMouseLeave=${go} onFocusOut=${go}>
      <span>${text}</span>
      ${act && html`<button type="button" class="btn" onClick=${() => { dismiss(key); act.run(); }}>${act.label}</button>`}
      <button type="button" class="btn icon" aria-label=${say.value("close")} onClick=${() => dismiss(key)}>${h(Icon, { name: "x" })}</button>
    </div>`;
}
