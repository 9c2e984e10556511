// Who are you, and at which hub.

import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { say, session } from "../state/app.js";
import { inWords } from "../state/notices.js";
import { join, signIn } from "../state/session.js";
import { Icon } from "./icons.js";

export function SignIn() {
  const words = say.value;
  const box = useRef(/** @type {HTMLFormElement | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const [invited, setInvited] = useState(false);
  const { hub, agent, expired } = session.value ?? {};
  useEffect(() => {
    const empty = [...(box.current?.querySelectorAll("input") ?? [])].find((input) => input.value === "");
    empty?.focus();
  }, [invited]);

  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const field = (/** @type {string} */ name) => String(form.get(name) ?? "");
    setBusy(true);
    setError("");
    try {
      if (invited) await join(field("invitation").trim(), field("password"));
      else await signIn(field("hub").trim(), field("email").trim(), field("password"));
    } catch (failure) {
      setError(inWords(failure));
    }
    setBusy(false);
  }

  return html`
    <main class="sign-in">
      <form ref=${box} onSubmit=${submit}>
        <span class="mark">${h(Icon, { name: "mark" })}</span>
        <h1>Guichet</h1>
        <p class="about">${words(invited ? "join-about" : "sign-in-about")}</p>
        ${expired && html`<p class="warning" role="status">${words("session-expired")}</p>`}
        ${invited ? html`
          <label>${words("invitation")}<input name="invitation" inputmode="url" autocapitalize="none" autocomplete="off" spellcheck=${false} required placeholder="https://guichet.example.com/join#…" /></label>
          <label>${words("new-password")}<input name="password" type="password" required minlength="12" maxlength="128" autocomplete="new-password" /></label>` : html`
          <label>${words("hub")}<input name="hub" inputmode="url" autocapitalize="none" spellcheck=${false} required
            placeholder="guichet.example.com" defaultValue=${hub ?? ""} /></label>
          <label>${words("email")}<input name="email" type="email" required autocomplete="username" defaultValue=${agent?.email ?? ""} /></label>
          <label>${words("password")}<input name="password" type="password" required autocomplete="current-password" /></label>`}
        ${error && html`<p class="error" role="alert">${error}</p>`}
        <button type="submit" class="btn primary" aria-disabled=${busy}>${words(busy ? "signing-in" : invited ? "join" : "sign-in")}</button>
        <button type="button" class="btn link" onClick=${() => { setError(""); setInvited(!invited); }}>${words(invited ? "have-account" : "have-invitation")}</button>
      </form>
    </main>`;
}
