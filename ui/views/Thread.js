// The open conversation: who, what was said, and where one answers.

import { h } from "preact";
import { html } from "../html.js";
import { initials } from "../lib/initials.js";
import { listed, say } from "../state/app.js";
import { close, open, thread } from "../state/thread.js";
import { about } from "./chat-words.js";
import { Composer } from "./Composer.js";
import { Heard } from "./Heard.js";
import { Icon } from "./icons.js";
import { Overseen } from "./Overseen.js";
import { ThreadActions } from "./ThreadActions.js";
import { Timeline } from "./Timeline.js";
import { UnknownSender } from "./UnknownSender.js";

export function Thread() {
  const words = say.value;
  const head = thread.value;
  if (!open.value) {
    return html`<section class="nothing"><span class="mark">${h(Icon, { name: "mark" })}</span>
      <p>${words(`pick-${listed.value}`)}</p></section>`;
  }
  if (!head) return html`<section class="thread" aria-busy="true"></section>`;
  const { chat } = head;
  return html`
    <section class="thread" aria-labelledby="thread-title">
      <header>
        <button type="button" class="btn icon back" aria-label=${words("back")} onClick=${close}>${h(Icon, { name: "back" })}</button>
        <span class="avatar" aria-hidden="true">${chat && !chat.direct ? h(Icon, { name: "people" }) : initials(head.name)}${head.online && html`<span class="on"></span>`}</span>
        <div class="who">
          <h2 id="thread-title" dir="auto">${head.name}</h2>
          <small>
            ${head.channel && h(Icon, { name: head.channel, class: `ch ${head.channel}` })}
            ${chat ? about(chat) : [head.channel && words(`channel-${head.channel}`), head.queue?.name, state(head)].filter(Boolean).join(" · ")}
          </small>
        </div>
        ${h(ThreadActions, { head })}
      </header>
      ${head.overseen && h(Overseen, { head })}
      ${head.banner && h(UnknownSender, { head })}
      ${h(Timeline, { head })}
      ${h(Heard, { head })}
      ${h(Composer, { head, key: head.id })}
    </section>`;
}

/** Colleagues among themselves have no state. @param {import("../types/view.js").Thread} head */
function state(head) {
  const words = say.value;
  if (head.state === "closed") return words("state-closed");
  if (head.state === "unowned") return words("state-unowned");
  if (!head.owner) return null;
  return head.owner.me ? words("state-mine") : head.owner.name;
}
