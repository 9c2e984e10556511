// Who one speaks with, and what one may do about it.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { menu } from "./menu.js";

/**
 * @param {{ say: (id: string) => string, config: any, sound: { on: () => boolean, set: (on: boolean) => void },
 *   onEnd: () => void, onClose: () => void }} on
 */
export function header(on) {
  const { say, config } = on;
  const face = el("span", { class: "face", "aria-hidden": "true" });
  const title = el("h1");
  const status = el("p", { class: "status" });
  const sound = el("button", { type: "button", onclick: toggleSound });
  const end = el("button", { type: "button", onclick: on.onEnd }, icon("end"), say("end-conversation"));
  const close = el("button", { type: "button", class: "quiet", title: say("close"), "aria-label": say("close"), onclick: on.onClose }, icon("close"));
  const element = el("header", {}, face, el("div", { class: "who" }, title, status), menu(say("options"), [sound, end]), close);
  showSound();

  /** @param {{ agent: string | null, available: boolean, endable: boolean }} state */
  function render(state) {
    const name = state.agent ?? config.name;
    title.textContent = name;
    title.title = name;
    face.textContent = initial(name);
    status.textContent = state.agent ? config.name : say(state.available ? "available" : "away");
    status.className = `status ${state.agent ? "" : state.available ? "here" : "gone"}`;
    end.hidden = !state.endable;
  }

  function toggleSound() {
    on.sound.set(!on.sound.on());
    showSound();
  }

  function showSound() {
    const id = on.sound.on() ? "sound-on" : "sound-off";
    // What a press would do, in a picture and in words.
    sound.replaceChildren(icon(on.sound.on() ? "sound-off" : "sound-on"), say(id));
  }

  return { element, render };
}

/** The first letter, whole: an emoji or an accent may take several units. @param {string} name */
function initial(name) {
  return [...name.trim()][0]?.toUpperCase() ?? "";
}
