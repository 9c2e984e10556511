// What one rarely needs, behind one button: opened and closed by it, closed by Esc, by a choice, and by going elsewhere.

import { el } from "./dom.js";
import { icon } from "./icons.js";

/** @param {string} name @param {HTMLButtonElement[]} choices */
export function menu(name, choices) {
  const panel = el("div", { class: "choices", id: "choices", hidden: true, onclick: close }, ...choices);
  const button = el("button", {
    type: "button", class: "quiet", title: name, "aria-label": name, "aria-expanded": "false", "aria-controls": panel.id,
    onclick: () => (panel.hidden ? show() : close()),
  }, icon("more"));
  const element = el("div", { class: "menu", onkeydown: keys, onfocusout: left }, button, panel);

  function show() {
    panel.hidden = false;
    button.setAttribute("aria-expanded", "true");
    choices.find((choice) => !choice.hidden)?.focus();
  }

  function close() {
    if (panel.contains(document.activeElement)) button.focus();
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (panel.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") close();
    else if (step) {
      const shown = choices.filter((choice) => !choice.hidden);
      const at = shown.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
      shown.at((at + step) % shown.length)?.focus();
    } else return;
    event.preventDefault();
    // Esc would close the chat, too.
    event.stopPropagation();
  }

  /** @param {FocusEvent} event */
  function left(event) {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) close();
  }

  return element;
}
