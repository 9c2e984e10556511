// The page as the visitor sees it.

import { readable } from "./colour.js";
import { el } from "./dom.js";
import { form } from "./form.js";
import { header } from "./header.js";
import { list } from "./list.js";
import { refusal } from "./words.js";

/**
 * @typedef {{ lines: import("./thread.js").Line[], agent: string | null, over: boolean, running: boolean,
 *   available: boolean, connected: boolean, typing: string | null, trouble: string | null }} State
 * @param {{ say: (id: string, values?: Record<string, string | number>) => string, has: (id: string) => boolean, config: any,
 *   tongue: "fr" | "en", locale: string, sound: { on: () => boolean, set: (on: boolean) => void }, person: { name: string, email: string },
 *   onSend: (text: string, person: any) => void, onRetry: (id: string) => void, onTyping: () => void,
 *   onEnd: () => void, onNew: () => void, onClose: () => void }} on
 */
export function screen(on) {
  const { say, config } = on;
  const sure = confirmation();
  const top = header({ ...on, onEnd: () => sure.showModal() });
  const thread = list(on);
  // Only what is new is announced: redrawing the list must not read it all again.
  const spoken = el("div", { class: "spoken", role: "log" });
  const notice = el("p", { class: "notice", role: "status" });
  const typing = el("p", { class: "typing", "aria-live": "off" });
  const again = el("button", { type: "button", class: "primary wide", onclick: on.onNew }, say("new-conversation"));
  const compose = form({
    ...on,
    send(text, person) {
      on.onSend(text, person);
      thread.toEnd();
    },
  });

  paint(config.color);
  document.title = config.name;
  document.body.append(
    top.element,
    el("main", {}, el("div", { class: "thread" }, ...thread.elements, typing, spoken), notice, again, compose.element),
    sure,
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !sure.open) on.onClose();
  });

  /** @param {State} state */
  function render(state) {
    const mute = state.trouble !== null;
    top.render({ ...state, endable: state.running && !mute && state.lines.some((line) => line.at !== null) });
    showOneOf(state.over && !mute, !state.over && !mute);
    show(notice, mute ? say(refusal(state.trouble ?? "")) : state.connected ? "" : say("offline"));
    typing.replaceChildren(...(state.typing ? [dots(), say("typing", { agent: state.typing })] : []));
    compose.render({ first: !state.running, away: !state.available });
    thread.render(state.lines, mute);
  }

  /** The keyboard is not lost with what goes. @param {boolean} ended @param {boolean} open */
  function showOneOf(ended, open) {
    const going = [...(open ? [] : [compose.element]), ...(ended ? [] : [again])].filter((part) => !part.hidden);
    const { activeElement } = document;
    const lost = going.length > 0 && (activeElement === document.body || going.some((part) => part.contains(activeElement)));
    again.hidden = !ended;
    compose.element.hidden = !open;
    if (!lost || !document.hasFocus()) return;
    if (ended) again.focus();
    else if (open) compose.focus();
    else thread.focus();
  }

  function confirmation() {
    const dialog = el("dialog", { "aria-labelledby": "end-question" },
      el("p", { id: "end-question" }, say("end-question")),
      el("form", { method: "dialog" },
        el("button", { value: "no" }, say("end-no")),
        el("button", { value: "yes", class: "primary" }, say("end"))));
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "yes") on.onEnd();
      dialog.returnValue = "";
    });
    return dialog;
  }

  return {
    render,
    /** Where the visitor goes on. */
    focus() {
      thread.toEnd();
      if (!again.hidden) again.focus();
      else compose.focus();
    },
    /** Reads out what came. @param {string[]} news */
    announce(news) {
      spoken.replaceChildren(...news.map((text) => el("p", {}, text)));
    },
  };
}

/** The company's colour on bars, buttons and the visitor's own words. @param {string | null} color */
export function paint(color) {
  const look = readable(color);
  document.documentElement.style.setProperty("--accent", look.color);
  document.documentElement.style.setProperty("--accent-ink", look.ink);
}

/** Said again only when it changes: a status is read out at each change. @param {HTMLElement} element @param {string} text */
function show(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function dots() {
  return el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
}
