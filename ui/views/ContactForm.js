// A contact: name, e-mail, phone, and whatever else one reaches them by.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../html.js";
import { closeDialog, say } from "../state/app.js";
import { isNew, person, saveContact } from "../state/contacts.js";
import { Dialog } from "./Dialog.js";

export function ContactForm() {
  const words = say.value;
  const who = isNew.value ? null : person.value;
  const [also, setAlso] = useState(who?.also ?? []);
  const [error, setError] = useState(/** @type {string | null} */ (null));

  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  async function submit(event) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (/** @type {string} */ name) => String(form.get(name) ?? "").trim();
    setError(await saveContact({ id: who?.id ?? null, name: field("name"), email: field("email"), phone: field("phone"), also: also.filter((point) => point.trim()) }));
  }
  /** @param {number} index @param {string} point */
  const change = (index, point) => setAlso(also.map((other, at) => (at === index ? point : other)));
  return h(Dialog, { title: words(who ? "contact-edit-title" : "contact-new"), children: html`
    <form onSubmit=${submit} novalidate>
      <label>${words("contact-name")}<input name="name" dir="auto" required maxlength="120" autofocus defaultValue=${who?.name ?? ""} /></label>
      <label>${words("email")}<input name="email" type="email" maxlength="120" defaultValue=${who?.email ?? ""} /></label>
      <label>${words("phone")}<input name="phone" type="tel" maxlength="40" defaultValue=${who?.phone ?? ""} /></label>
      ${also.map((point, index) => html`<label key=${index}>${words("contact-also")}
        <input maxlength="120" dir="ltr" value=${point} onInput=${(/** @type {any} */ event) => change(index, event.currentTarget.value)} /></label>`)}
      <div><button type="button" class="btn" onClick=${() => setAlso([...also, ""])}>${words("contact-add-point")}</button></div>
      ${error && html`<p class="error" role="alert">${error}</p>`}
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn primary">${words("save")}</button></footer>
    </form>` });
}
