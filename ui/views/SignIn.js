// Who are you, and at which hub.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../html.js";
import { inWords, say, session } from "../state/app.js";
import { signIn } from "../state/start.js";
import { Icon } from "./icons.js";

export function SignIn() {
  const words = say.value;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");

  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  async function submit(event) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (/** @type {string} */ name) => String(form.get(name) ?? "");
    setBusy(true);
    setError("");
    try {
      await signIn(field("hub").trim(), field("email").trim(), field("password"));
    } catch (failure) {
      setError(inWords(failure));
    }
    setBusy(false);
  }

  return html`
    <main class="sign-in">
      <form onSubmit=${submit}>
        <span class="mark">${h(Icon, { name: "mark" })}</span>
        <h1>Guichet</h1>
        ${session.value?.expired && html`<p class="warning" role="status">${words("session-expired")}</p>`}
        <label>${words("hub")}<input name="hub" type="url" required placeholder="https://guichet.example.com" value=${session.value?.hub ?? ""} /></label>
        <label>${words("email")}<input name="email" type="email" required autocomplete="username" autofocus /></label>
        <label>${words("password")}<input name="password" type="password" required autocomplete="current-password" /></label>
        ${error && html`<p class="error" role="alert">${error}</p>`}
        <button type="submit" class="btn primary" disabled=${busy}>${words(busy ? "signing-in" : "sign-in")}</button>
      </form>
    </main>`;
}
