// Short messages at the foot of the screen.

import { h } from "preact";
import { html } from "../html.js";
import { dismiss, say, toasts } from "../state/app.js";
import { Icon } from "./icons.js";

export function Toasts() {
  return html`
    <div class="toasts">
      ${toasts.value.map((toast) => html`
        <div class="toast" key=${toast.id} role=${toast.alert ? "alert" : "status"}>
          <span>${toast.text}</span>
          <button type="button" class="btn icon" aria-label=${say.value("close")} onClick=${() => dismiss(toast.id)}>${h(Icon, { name: "x" })}</button>
        </div>`)}
    </div>`;
}
