// Where the visitor writes: the message, and before the first one what the company asks for.

import { el } from "./dom.js";
import { field } from "./fields.js";
import { icon } from "./icons.js";

/** From this many characters left, their number is said. */
const SHORT = 200;

/**
 * @param {{ say: (id: string, values?: Record<string, string | number>) => string, config: any,
 *   person: { name: string, email: string }, send: (text: string, person: any) => void, onTyping: () => void }} on
 */
export function form(on) {
  const { say, config } = on;
  const name = field(say, "name", { type: "text", autocomplete: "name", maxLength: 120, value: on.person.name });
  const email = field(say, "email", { type: "email", autocomplete: "email", maxLength: 120, value: on.person.email });
  const consent = field(say, "consent", { type: "checkbox" });
  const privacy = config.privacy.url
    ? el("a", { class: "privacy", href: config.privacy.url, target: "_blank", rel: "noopener noreferrer" }, say("privacy"))
    : null;
  const away = el("p", { class: "away" }, say("away-form"));
  const about = el("div", { class: "about" }, away, name.row, email.row, consent.row, privacy);
  const left = el("p", { class: "left", id: "left", role: "status" });
  const text = el("textarea", {
    id: "text", rows: 1, placeholder: say("write"), "aria-label": say("write"), "aria-describedby": "left",
    autocomplete: "off", oninput: written, onkeydown: keys,
  });
  const button = el("button", { type: "submit", class: "primary round", title: say("send"), "aria-label": say("send") }, icon("send"));
  const element = el("form", { noValidate: true, onsubmit: submit }, about, left, el("div", { class: "compose" }, text, button));
  let first = true;

  /** @param {{ first: boolean, away: boolean }} state */
  function render(state) {
    first = state.first;
    about.hidden = !state.first;
    away.hidden = !state.away;
    name.ask(config.form.name);
    // Nobody is there: the answer needs an address to come to.
    email.ask(state.away ? "required" : config.form.email);
    consent.ask(config.privacy.consent);
  }

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    const words = text.value.trim();
    const wrong = first ? [name, email, consent].filter((asked) => !asked.check())[0] : null;
    if (wrong) return wrong.input.focus();
    if (!words || [...words].length > config.max_text) return text.focus();
    const person = first
      ? { name: name.input.value.trim() || undefined, email: email.input.value.trim() || undefined, consent: consent.input.checked }
      : null;
    on.send(words, person);
    text.value = "";
    grow();
    text.focus();
  }

  function written() {
    grow();
    if (text.value.trim()) on.onTyping();
  }

  /** As high as what is written, within the limits of the style; nothing too long is cut off without a word. */
  function grow() {
    text.style.blockSize = "auto";
    text.style.blockSize = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
    const room = config.max_text - [...text.value.trim()].length;
    const words = room < 0 ? say("too-long", { count: -room }) : room < SHORT ? say("room", { count: room }) : "";
    if (left.textContent !== words) left.textContent = words;
    left.classList.toggle("fault", room < 0);
    text.setAttribute("aria-invalid", String(room < 0));
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
