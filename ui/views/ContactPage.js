// Somebody of the address book: how to reach them, what was said with them, and what can be done with the entry.

import { h } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { initials } from "../lib/initials.js";
import { ask, say } from "../state/app.js";
import { book, edit, exportPerson, leavePerson, moreTalks, reachPerson, talks } from "../state/contacts.js";
import { past, readPast } from "../state/information.js";
import { go } from "../state/list.js";
import { openThread } from "../state/thread.js";
import { Icon } from "./icons.js";
import { PastList } from "./PastList.js";
import { PastThread } from "./PastThread.js";

/** @typedef {import("../types/view.js").PastRow} PastRow */

/** @param {{ who: import("../types/view.js").BookRow }} props */
export function ContactPage({ who }) {
  const words = say.value;
  const title = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => { title.current?.focus(); }, []);
  const points = [who.email, who.phone, ...who.also].filter(Boolean);
  const { manages = false, erases = false } = book.value ?? {};
  return html`
    <section class="settings contacts" aria-labelledby="contact-title">
      <header>
        <button type="button" class="btn icon" aria-label=${words("contacts")} onClick=${leavePerson}>${h(Icon, { name: "back" })}</button>
        <h1 id="contact-title" tabindex="-1" dir="auto" ref=${title}>${who.name}</h1>
      </header>
      ${past.value ? h(PastThread, { past: past.value }) : html`
        <div class="card">
          <span class="avatar" aria-hidden="true">${initials(who.name)}</span>
          ${points.map((point) => html`<span dir="ltr" key=${point}>${point}</span>`)}
          <p>
            ${who.email && html`<button type="button" class="btn" onClick=${() => reachPerson("email")}>${words("reach-email")}</button>`}
            ${who.phone && html`<button type="button" class="btn" onClick=${() => reachPerson("call")}>${words("reach-call")}</button>`}
            <button type="button" class="btn" onClick=${edit}>${words("contact-edit")}</button>
            ${manages && html`<button type="button" class="btn" onClick=${() => ask("contact-merge")}>${words("contact-merge")}</button>`}
            ${erases && html`
              <button type="button" class="btn" onClick=${exportPerson}>${words("contact-export")}</button>
              <button type="button" class="btn danger" onClick=${() => ask("contact-erase")}>${words("contact-erase")}</button>`}
          </p>
        </div>
        ${h(PastList, { none: words("contact-no-talks"), known: talks.value, more: moreTalks, read })}`}
    </section>`;
}

/** What goes on is opened where it goes on; what is over is read here. @param {PastRow} row */
async function read(row) {
  if (row.outcome !== "owned" && row.outcome !== "waiting") return readPast(row);
  await go(row.outcome === "waiting" ? "queues" : "recents");
  return openThread(row.id);
}
