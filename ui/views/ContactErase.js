// Before everything of a contact is deleted: names them, says what follows, and begins at Cancel.

import { h } from "preact";
import { html } from "../html.js";
import { closeDialog, say } from "../state/app.js";
import { erase, person } from "../state/contacts.js";
import { Dialog } from "./Dialog.js";

export function ContactErase() {
  const words = say.value;
  const name = person.value?.name ?? "";

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    void erase();
  }
  return h(Dialog, { title: words("contact-erase-title", { name }), children: html`
    <form onSubmit=${submit}>
      <p>${words("contact-erase-about")}</p>
      <footer><button type="button" class="btn" autofocus onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn danger">${words("contact-erase-do")}</button></footer>
    </form>` });
}
