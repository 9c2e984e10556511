// What stands on the page when there can be no chat: a sentence, and another try where one makes sense.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { paint } from "./screen.js";

/** @param {{ say: (id: string) => string, sentence: string, onRetry: (() => void) | null, onClose: () => void }} on
 * @returns {() => void} takes it away again */
export function trouble(on) {
  const { say } = on;
  paint(null);
  const close = el("button", { type: "button", class: "quiet", title: say("close"), "aria-label": say("close"), onclick: on.onClose }, icon("close"));
  const retry = on.onRetry ? el("button", { type: "button", class: "primary", onclick: on.onRetry }, say("retry")) : null;
  const parts = [
    el("header", {}, el("div", { class: "who" }, el("h1", {}, say("title"))), close),
    el("main", { class: "trouble" }, el("p", { role: "alert" }, on.sentence), retry),
  ];
  const escape = (/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") on.onClose(); };
  document.addEventListener("keydown", escape);
  document.body.append(...parts);
  close.focus();
  return () => {
    document.removeEventListener("keydown", escape);
    for (const part of parts) part.remove();
  };
}
