// Puts the customer into the address book.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../html.js";
import { closeDialog, say } from "../state/app.js";
import { addContact, thread } from "../state/thread.js";
import { Dialog } from "./Dialog.js";

export function AddContact() {
  const words = say.value;
  const contact = thread.value?.contact;
  const [error, setError] = useState(/** @type {string | null} */ (null));

  /** What was refused stays in the form, with the reason. @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  async function submit(event) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (/** @type {string} */ name) => String(form.get(name) ?? "").trim();
    if (!field("name")) return;
    const refused = await addContact({
      name: field("name"),
      ...(field("email") ? { email: field("email") } : {}),
      ...(field("phone") ? { phone: field("phone") } : {}),
    });
    if (refused) return setError(refused);
    closeDialog();
  }

  return h(Dialog, { title: words("add-contact"), children: html`
    <form onSubmit=${submit}>
      <label>${words("contact-name")}<input name="name" dir="auto" required maxlength="120" autofocus defaultValue=${contact?.name ?? ""} /></label>
      <label>${words("email")}<input name="email" type="email" maxlength="120" defaultValue=${contact?.email ?? ""} /></label>
      <label>${words("phone")}<input name="phone" type="tel" maxlength="40" defaultValue=${contact?.phone ?? ""} /></label>
      ${error && html`<p class="error" role="alert">${error}</p>`}
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn primary">${words("add")}</button></footer>
    </form>` });
}
