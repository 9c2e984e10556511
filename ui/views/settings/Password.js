// Another password, for who knows the old one.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../../html.js";
import { closeDialog, say } from "../../state/app.js";
import { changePassword } from "../../state/own.js";
import { Dialog } from "../Dialog.js";

export function Password() {
  const words = say.value;
  const [trouble, setTrouble] = useState("");
  const [waits, setWaits] = useState(false);

  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  async function submit(event) {
    event.preventDefault();
    if (waits) return;
    const form = new FormData(event.currentTarget);
    const text = (/** @type {string} */ name) => String(form.get(name) ?? "");
    if (text("new") !== text("again")) return setTrouble(words("password-differs"));
    setWaits(true);
    const why = await changePassword({ old: text("old"), new: text("new"), end_others: form.has("end_others") });
    if (why) setTrouble(why);
    setWaits(false);
  }

  /** @param {string} name @param {string} complete */
  const field = (name, complete) => html`<label>${words(`password-${name}`)}<input type="password" name=${name} required autocomplete=${complete} autofocus=${name === "old"} /></label>`;
  return h(Dialog, { title: words("password-change"), children: html`
    <form onSubmit=${submit}>
      ${trouble && html`<p class="warning" role="alert">${trouble}</p>`}
      ${field("old", "current-password")}${field("new", "new-password")}${field("again", "new-password")}
      <p class="hint">${words("password-about")}</p>
      <label class="option"><input type="checkbox" name="end_others" defaultChecked=${true} /> ${words("password-end-others")}</label>
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn primary" aria-disabled=${waits}>${words("password-change")}</button></footer>
    </form>` });
}
