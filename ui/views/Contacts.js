// The address book: found as one types; a contact is looked at, written, taken in from a file.

import { h } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { initials } from "../lib/initials.js";
import { ask, say } from "../state/app.js";
import { book, exportBook, lookAt, person, seek, showMore, sought, writeNew } from "../state/contacts.js";
import { ContactPage } from "./ContactPage.js";
import { findLostFocus } from "./focus.js";
import { Icon } from "./icons.js";

/** @typedef {import("../types/view.js").BookRow} BookRow */

export function Contacts() {
  const who = person.value;
  return who ? h(ContactPage, { key: who.id, who }) : h(Book, {});
}

function Book() {
  const words = say.value;
  const title = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => { title.current?.focus(); }, []);
  useEffect(findLostFocus, [book.value]);
  const found = book.value;
  const rows = found?.rows ?? [];
  return html`
    <section class="settings contacts" aria-labelledby="contacts-title">
      <h1 id="contacts-title" tabindex="-1" ref=${title}>${words("contacts")}</h1>
      <div class="template-tools">
        <input type="search" value=${sought.value.search} placeholder=${words("contact-search")} aria-label=${words("contact-search")}
          onInput=${(/** @type {any} */ event) => seek(event.currentTarget.value)} />
        <button type="button" class="btn primary" onClick=${writeNew}>${h(Icon, { name: "plus" })}${words("contact-new")}</button>
      </div>
      ${found?.trouble && html`<p class="empty" role="status">${found.trouble}</p>`}
      ${!found && html`<p class="empty" aria-busy="true">${words("loading")}</p>`}
      ${found && !found.trouble && html`<p class="spoken" role="status">${words("contact-count", { count: found.total })}</p>`}
      ${found && !found.trouble && rows.length === 0 && html`<p class="empty">${words(sought.value.search ? "contact-none-found" : "contact-none")}</p>`}
      ${rows.length > 0 && html`<ul class="book" aria-labelledby="contacts-title">${rows.map((row) => html`<li key=${row.id}>${one(row)}</li>`)}</ul>`}
      ${found && found.total > rows.length && html`<button type="button" class="btn" onClick=${showMore}>${words("contact-more", { count: found.total - rows.length })}</button>`}
      ${found && (found.manages || found.erases) && html`
        <h2>${words("contact-files")}</h2>
        <div class="template-tools">
          ${found.manages && html`<button type="button" class="btn" onClick=${() => ask("contact-import")}>${words("contact-import")}</button>`}
          ${found.erases && html`
            <button type="button" class="btn" onClick=${() => exportBook("csv")}>${words("contact-export-csv")}</button>
            <button type="button" class="btn" onClick=${() => exportBook("vcard")}>${words("contact-export-vcard")}</button>`}
        </div>`}
    </section>`;
}

/** @param {BookRow} row */
function one(row) {
  return html`
    <button type="button" onClick=${() => lookAt(row)}>
      <span class="avatar" aria-hidden="true">${initials(row.name)}</span>
      <b dir="auto">${row.name}</b>
      <small dir="ltr">${[row.email, row.phone].filter(Boolean).join(" · ")}</small>
    </button>`;
}
