// Who the customer is, what the conversation is, and what else was said with them.

import { h } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { initials } from "../lib/initials.js";
import { short } from "../lib/time.js";
import { ask, locale, now, say } from "../state/app.js";
import { justOpened, past, reach } from "../state/information.js";
import { thread } from "../state/thread.js";
import { closeDrawer } from "./focus.js";
import { History } from "./History.js";
import { Icon } from "./icons.js";
import { PastThread } from "./PastThread.js";
import { VisitorFacts } from "./VisitorFacts.js";

/** @typedef {import("../types/view.js").Thread} Head */

/** Ways to reach a customer beside the conversation, by channel. */
const WAYS = /** @type {Record<string, ("email" | "call" | "sms")[]>} */ ({ live_chat: ["email"], whatsapp: ["call"], messenger: [], sms: ["call", "sms"] });

export function Information() {
  const words = say.value;
  const head = thread.value;
  const title = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  const reading = Boolean(past.value);
  useEffect(() => { if (title.current && justOpened()) title.current.focus(); });
  // What had the focus in an earlier conversation went with it.
  useEffect(() => { if (!reading && document.activeElement === document.body) title.current?.focus(); }, [reading]);
  if (!head?.channel) return null;
  return html`
    <aside class="drawer" aria-labelledby="drawer-title">
      <header>
        <h2 id="drawer-title" tabindex="-1" ref=${title}>${words("information")}</h2>
        <button type="button" class="btn icon" aria-label=${words("close")} onClick=${closeDrawer}>${h(Icon, { name: "x" })}</button>
      </header>
      ${past.value ? h(PastThread, { past: past.value }) : html`
        ${card(head)}
        <h3>${words("conversation")}</h3>
        <dl class="facts">${facts(head).map(([id, fact]) => html`<div key=${id}><dt>${words(id)}</dt><dd dir="auto">${fact}</dd></div>`)}</dl>
        ${head.channel === "live_chat" && h(VisitorFacts, { conversation: head.id })}
        ${h(History, {})}`}
    </aside>`;
}

/** @param {Head} head */
function card(head) {
  const words = say.value;
  const { contact } = head;
  const ways = (WAYS[head.channel ?? ""] ?? []).filter((way) => (way === "email" ? contact?.email : contact?.phone));
  return html`
    <div class="card">
      <span class="avatar" aria-hidden="true">${initials(head.name)}</span>
      <b dir="auto">${head.name}</b>
      ${[contact?.email, contact?.phone].filter(Boolean).map((point) => html`<span dir="ltr" key=${point}>${point}</span>`)}
      <p>
        ${ways.map((way) => html`<button type="button" class="btn" key=${way} onClick=${() => reach(head.id, way)}>${words(`reach-${way}`)}</button>`)}
        ${!head.known && html`<button type="button" class="btn" onClick=${() => ask("contact")}>${words("add-contact")}</button>`}
      </p>
    </div>`;
}

/** @param {Head} head @returns {[string, string][]} */
function facts(head) {
  const words = say.value;
  const owner = head.owner ? (head.owner.me ? words("owner-me") : head.owner.name) : words("owner-nobody");
  return [
    ["fact-channel", words(`channel-${head.channel}`)],
    ...(head.queue ? [/** @type {[string, string]} */ (["fact-queue", head.queue.name])] : []),
    ["fact-owner", owner],
    ["fact-opened", short(head.opened_at, now.value, locale.value)],
  ];
}
