// What the company asks for before the first message: each with its name, and what is wrong with it said beneath.

import { el } from "./dom.js";

/** @typedef {{ row: HTMLElement, input: HTMLInputElement, ask: (rule: "off" | "none" | "optional" | "required") => void,
 *   check: () => boolean }} Field */

/** @param {(id: string) => string} say @param {"name" | "email" | "consent"} id @param {Record<string, any>} props
 * @returns {Field} */
export function field(say, id, props) {
  const input = el("input", { id, ...props });
  const label = el("label", { for: id });
  const fault = el("p", { class: "fault", id: `${id}-fault`, hidden: true });
  const row = el("div", { class: input.type === "checkbox" ? "consent" : "field" }, label, input, fault);
  let needed = false;
  input.addEventListener("input", () => { if (!fault.hidden) check(); });

  function check() {
    const wrong = row.hidden ? "" : missing() ? `${id}-missing` : input.validity.typeMismatch ? `${id}-wrong` : "";
    fault.textContent = wrong && say(wrong);
    fault.hidden = !wrong;
    input.setAttribute("aria-invalid", String(wrong !== ""));
    if (wrong) input.setAttribute("aria-describedby", fault.id);
    else input.removeAttribute("aria-describedby");
    return !wrong;
  }

  function missing() {
    return needed && (input.type === "checkbox" ? !input.checked : input.value.trim() === "");
  }

  return {
    row, input, check,
    ask(rule) {
      needed = rule === "required";
      row.hidden = rule === "off" || rule === "none";
      input.setAttribute("aria-required", String(needed));
      const words = say(needed || input.type === "checkbox" ? id : `${id}-optional`);
      if (label.textContent !== words) label.textContent = words;
    },
  };
}
