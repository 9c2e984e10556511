// A form in a dialog: what the hub refuses stays, with the reason.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../../html.js";
import { closeDialog, say } from "../../state/app.js";
import { Dialog } from "../Dialog.js";

/** `onSave` answers why it was not saved. @param {{ title: string, onSave: (form: (name: string) => string) => Promise<string | null>,
 *   children: any, extra?: any, does?: string, danger?: boolean }} props */
export function FormDialog({ title, onSave, children, extra, does, danger = false }) {
  const words = say.value;
  const [error, setError] = useState(/** @type {string | null} */ (null));
  const [busy, setBusy] = useState(false);
  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  async function submit(event) {
    event.preventDefault();
    // Not `disabled`: a button that is takes the keyboard with it.
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(await onSave((name) => String(form.get(name) ?? "").trim()));
    setBusy(false);
  }
  return h(Dialog, { title, wide: true, children: html`
    <form onSubmit=${submit} class="admin-form">
      ${children}
      ${error && html`<p class="error" role="alert">${error}</p>`}
      <footer>${extra}<span class="grow"></span><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class=${danger ? "btn danger" : "btn primary"} aria-disabled=${busy}>${does ?? words("save")}</button></footer>
    </form>` });
}
