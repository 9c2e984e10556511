// Who one is, at the foot of the rail: status, and queues in and out.

import { h } from "preact";
import { html } from "../html.js";
import { connection, say, session } from "../state/app.js";
import { logIn, presence, setStatus } from "../state/presence.js";
import { Avatar } from "./Avatar.js";
import { Icon } from "./icons.js";
import { arrows } from "./menu.js";

const STATUSES = /** @type {const} */ (["available", "away", "do_not_disturb", "offline"]);

export function Me() {
  const words = say.value;
  const name = session.value?.agent?.name ?? "";
  const there = connection.value?.state === "online";
  const status = presence.value?.status ?? "available";
  const shown = there ? status : "offline";
  const queues = presence.value?.queues ?? [];
  return html`
    <button type="button" class="me" popovertarget="me-menu" aria-haspopup="menu" title=${name}
      aria-label=${words("me", { name, status: words(`status-${shown}`) })}>
      ${h(Avatar, { name, children: html`<span class="dot ${shown}"></span>` })}
    </button>
    <div id="me-menu" class="menu" role="menu" popover="auto" aria-label=${words("me-menu")} onToggle=${begin} onKeyDown=${arrows}>
      <p class="name">${name}</p>
      <div role="group" aria-label=${words("status")}>
        ${STATUSES.map((which) => html`
          <button type="button" role="menuitemradio" key=${which} aria-checked=${which === status} onClick=${() => setStatus(which)}>
            <span class="dot ${which}"></span><span>${words(`status-${which}`)}</span>${which === status && h(Icon, { name: "check" })}
          </button>`)}
      </div>
      ${queues.length > 0 && html`<hr /><div role="group" aria-label=${words("my-queues")}>
        <p class="about">${words("my-queues")}</p>
        ${queues.map((queue) => html`
          <button type="button" role="menuitemcheckbox" key=${queue.id} aria-checked=${queue.logged_in} onClick=${() => logIn(queue.id, !queue.logged_in)}>
            <span class="tick">${queue.logged_in && h(Icon, { name: "check" })}</span><span>${queue.name}</span>
          </button>`)}
      </div>`}
    </div>`;
}

/** The menu begins at what is so. @param {ToggleEvent & { currentTarget: HTMLElement }} event */
function begin({ currentTarget: menu, newState }) {
  if (newState === "open") /** @type {HTMLElement | null} */ (menu.querySelector("[aria-checked='true']"))?.focus();
}
