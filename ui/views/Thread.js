// The open conversation: who, what was said, and where one answers.

import { h } from "preact";
import { html } from "../html.js";
import { initials } from "../lib/initials.js";
import { say, view } from "../state/app.js";
import { close, heard, open, thread } from "../state/thread.js";
import { Composer } from "./Composer.js";
import { Icon } from "./icons.js";
import { ThreadActions } from "./ThreadActions.js";
import { Timeline } from "./Timeline.js";
import { UnknownSender } from "./UnknownSender.js";

export function Thread() {
  const words = say.value;
  const head = thread.value;
  if (!open.value) {
    return html`<section class="nothing"><span class="mark">${h(Icon, { name: "mark" })}</span>
      <p>${words(view.value === "queues" ? "pick-queue" : "pick-recent")}</p></section>`;
  }
  if (!head) return html`<section class="thread" aria-busy="true"></section>`;
  return html`
    <section class="thread" aria-label=${head.name}>
      <header>
        <button type="button" class="btn icon back" aria-label=${words("back")} onClick=${close}>${h(Icon, { name: "back" })}</button>
        <span class="avatar" aria-hidden="true">${initials(head.name)}${head.online && html`<span class="on"></span>`}</span>
        <div class="who"><h1 dir="auto">${head.name}</h1><small>
          ${head.channel && html`${h(Icon, { name: head.channel, class: `ch ${head.channel}` })}${words(`channel-${head.channel}`)}`}
          ${head.queue && ` · ${head.queue.name}`}
          ${` · ${state(head, words)}`}
        </small></div>
        ${h(ThreadActions, { head })}
      </header>
      ${head.banner && h(UnknownSender, { head })}
      ${h(Timeline, { head })}
      <div class="spoken" role="log">${heard.value && html`<p>${head.name}: ${heard.value}</p>`}</div>
      ${h(Composer, { head, key: head.id })}
    </section>`;
}

/** @param {import("../types/view.js").Thread} head @param {(id: string, values?: Record<string, any>) => string} words */
function state(head, words) {
  if (head.state === "closed") return words("state-closed");
  if (!head.owner) return words("state-unowned");
  return head.owner.me ? words("state-mine") : head.owner.name;
}
