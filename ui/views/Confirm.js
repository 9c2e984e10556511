// Before what cannot be undone: names it, says what follows, and begins at Cancel.

import { h } from "preact";
import { html } from "../html.js";
import { closeDialog, say } from "../state/app.js";
import { endSession, remove } from "../state/closing.js";
import { thread } from "../state/thread.js";
import { Dialog } from "./Dialog.js";

const DOES = { "end-session": endSession, delete: remove };

/** @param {{ what: keyof typeof DOES }} props */
export function Confirm({ what }) {
  const words = say.value;
  const name = thread.value?.name ?? "";

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    closeDialog();
    void DOES[what]();
  }

  return h(Dialog, { title: words(`confirm-${what}-title`, { name }), children: html`
    <form onSubmit=${submit}>
      <p>${words(`confirm-${what}`)}</p>
      <footer><button type="button" class="btn" autofocus onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn danger">${words(`confirm-${what}-do`)}</button></footer>
    </form>` });
}
