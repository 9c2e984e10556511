// Where the visitor writes: the message, and before the first one what the company asks for.

import { el } from "./dom.js";

/**
 * @param {{ say: (id: string, values?: Record<string, string | number>) => string, config: any,
 *   person: { name: string, email: string }, send: (text: string, person: any) => void, onTyping: () => void }} on
 */
export function form(on) {
  const { say, config } = on;
  const name = field("name", "text", "name", config.form.name);
  const email = field("email", "email", "email", config.form.email);
  const consent = el("input", { type: "checkbox", id: "consent" });
  const consentRow = el("div", { class: "consent" }, consent, el("label", { for: "consent" }, say("consent")));
  const privacy = config.privacy.url
    ? el("a", { href: config.privacy.url, target: "_blank", rel: "noopener noreferrer" }, say("privacy"))
    : null;
  const away = el("p", { class: "away" }, say("away-form"));
  const about = el("div", { class: "about" }, away, name.row, email.row, consentRow, privacy);
  const text = el("textarea", {
    id: "text", rows: 2, maxLength: config.max_text, placeholder: say("write"), "aria-label": say("write"),
    oninput: on.onTyping, onkeydown: keys,
  });
  const button = el("button", { type: "submit", class: "primary" }, say("send"));
  const element = el("form", { onsubmit: submit, autocomplete: "on" }, about, el("div", { class: "compose" }, text, button));
  name.input.value = on.person.name;
  email.input.value = on.person.email;
  let first = true;

  /** @param {string} id @param {string} type @param {any} complete @param {"off" | "optional" | "required"} rule */
  function field(id, type, complete, rule) {
    const input = el("input", { id, type, autocomplete: complete, maxLength: 120 });
    const label = el("label", { for: id }, say(rule === "required" ? id : `${id}-optional`));
    return { input, rule, label, row: el("div", { class: "field" }, label, input) };
  }

  /** @param {{ first: boolean, away: boolean }} state */
  function render(state) {
    first = state.first;
    about.hidden = !state.first;
    away.hidden = !state.away;
    name.row.hidden = name.rule === "off";
    name.input.required = state.first && name.rule === "required";
    // Nobody is there: the answer needs an address to come to.
    const asked = state.away ? "required" : email.rule;
    email.row.hidden = asked === "off";
    email.input.required = state.first && asked === "required";
    email.label.textContent = say(asked === "required" ? "email" : "email-optional");
    consentRow.hidden = config.privacy.consent === "off";
    consent.required = state.first && config.privacy.consent === "required";
  }

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    const words = text.value.trim();
    if (!words) return text.focus();
    const person = first
      ? { name: name.input.value.trim() || undefined, email: email.input.value.trim() || undefined, consent: consent.checked }
      : null;
    on.send(words, person);
    text.value = "";
    text.focus();
  }

  /** Enter sends; Shift and Enter begin a line; what an input method composes is left alone.
   * @param {KeyboardEvent} event */
  function keys(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      element.requestSubmit();
    }
  }

  return { element, render, focus: () => text.focus() };
}
