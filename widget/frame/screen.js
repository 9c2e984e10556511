// The page as the visitor sees it.

import { el, linked } from "./dom.js";
import { form } from "./form.js";

/**
 * @typedef {{ lines: import("./thread.js").Line[], agent: string | null, over: boolean, running: boolean,
 *   available: boolean, connected: boolean, typing: string | null }} State
 * @param {{ say: (id: string, values?: Record<string, string | number>) => string, config: any, tongue: "fr" | "en",
 *   sound: { on: () => boolean, set: (on: boolean) => void }, person: { name: string, email: string },
 *   onSend: (text: string, person: any) => void, onRetry: (id: string) => void, onTyping: () => void,
 *   onEnd: () => void, onNew: () => void, onClose: () => void }} on
 */
export function screen(on) {
  const { say, config } = on;
  const title = el("h1", {}, config.name);
  const status = el("p", { class: "status" });
  const sound = el("button", { type: "button", class: "quiet", onclick: toggleSound });
  const end = el("button", { type: "button", class: "quiet", onclick: askEnd }, say("end"));
  const close = el("button", { type: "button", class: "quiet", "aria-label": say("close"), onclick: on.onClose }, "✕");
  const log = el("ol", { class: "log", "aria-label": say("messages"), tabIndex: 0 });
  // Only what is new is announced: redrawing the list must not read it all again.
  const spoken = el("div", { class: "spoken", role: "log" });
  const notice = el("p", { class: "notice", role: "status" });
  const typing = el("p", { class: "typing", "aria-live": "off" });
  const again = el("button", { type: "button", class: "primary", onclick: on.onNew }, say("new-conversation"));
  const compose = form({ ...on, send: on.onSend });
  const sure = confirmation();

  document.documentElement.style.setProperty("--accent", config.color ?? "");
  if (!config.color) document.documentElement.style.removeProperty("--accent");
  document.body.append(
    el("header", {}, el("div", { class: "who" }, title, status), sound, end, close),
    el("main", {}, log, typing, spoken), notice, again, compose.element, sure,
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !sure.open) on.onClose();
  });
  showSound();

  /** @type {string} */
  let drawn = "";

  /** @param {State} state */
  function render(state) {
    title.textContent = state.agent ?? config.name;
    status.textContent = state.agent ? config.name : say(state.available ? "available" : "away");
    end.hidden = !state.running || state.lines.every((line) => line.at === null);
    again.hidden = !state.over;
    compose.element.hidden = state.over;
    notice.textContent = state.connected ? "" : say("offline");
    notice.hidden = state.connected;
    typing.textContent = state.typing ? say("typing", { agent: state.typing }) : "";
    compose.render({ first: !state.running, away: !state.available });
    const greeting = state.lines.length === 0 ? config.greeting[on.tongue] : "";
    const next = JSON.stringify([state.lines, greeting]);
    if (next === drawn) return;
    drawn = next;
    const follow = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    log.replaceChildren(
      ...(greeting ? [el("li", { class: "agent" }, el("p", {}, greeting))] : []),
      ...state.lines.map(line),
    );
    if (follow) log.scrollTop = log.scrollHeight;
  }

  /** @param {import("./thread.js").Line} line */
  function line(line) {
    if (line.from === "system") {
      return el("li", { class: "system" }, say(line.system ?? "over", { agent: line.agent ?? "" }));
    }
    const at = line.at === null ? "" : new Intl.DateTimeFormat(on.tongue, { timeStyle: "short" }).format(line.at);
    const state = line.state ? say(`state-${line.state}`) : "";
    const foot = el("footer", {}, [line.from === "agent" ? line.agent : null, at, state].filter(Boolean).join(" · "));
    if (line.state === "failed") {
      foot.append(" ", el("button", { type: "button", onclick: () => on.onRetry(line.key) }, say("retry")));
    }
    const text = el("p", { dir: "auto" }, ...linked(line.text ?? ""));
    return el("li", { class: `${line.from} ${line.state ?? ""}` }, text, foot);
  }

  function confirmation() {
    const dialog = el("dialog", { "aria-label": say("end-question") },
      el("p", {}, say("end-question")),
      el("form", { method: "dialog" },
        el("button", { value: "no" }, say("end-no")),
        el("button", { value: "yes", class: "primary" }, say("end"))));
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "yes") on.onEnd();
      dialog.returnValue = "";
    });
    return dialog;
  }

  function askEnd() {
    sure.showModal();
  }

  function toggleSound() {
    on.sound.set(!on.sound.on());
    showSound();
  }

  function showSound() {
    const id = on.sound.on() ? "sound-on" : "sound-off";
    sound.textContent = on.sound.on() ? "♪" : "♪̸";
    sound.setAttribute("aria-label", say(id));
    sound.title = say(id);
  }

  return {
    render,
    focus: compose.focus,
    /** Reads out what came. @param {string[]} news */
    announce(news) {
      spoken.replaceChildren(...news.map((text) => el("p", {}, text)));
    },
  };
}
