// The thread on screen. What did not change stays as it is: a selection, a focus and a screen reader's place are kept.

import { el, linked } from "./dom.js";
import { icon } from "./icons.js";
import { dayName, rows } from "./rows.js";

/** Nearer to the end than this, the reader wants to stay there. */
const NEAR = 80;

/** The company's away text is a message that it writes by itself. @template {{ from: string, system: string | null, text: string | null }} Said
 * @param {Said} line @param {{ say: (id: string) => string, config: any, tongue: "fr" | "en" }} on @returns {Said} */
export function spoken(line, { say, config, tongue }) {
  return line.system === "away" ? { ...line, from: "agent", system: null, text: config.away?.[tongue] || say("away-text") } : line;
}

/**
 * @param {{ say: (id: string, values?: Record<string, string | number>) => string, has: (id: string) => boolean,
 *   config: any, tongue: "fr" | "en", locale: string, onRetry: (id: string) => void }} on
 */
export function list(on) {
  const { say, config } = on;
  const log = el("ol", { class: "log", "aria-label": say("messages"), tabIndex: 0, onscroll: showDown });
  const down = el("button", { type: "button", class: "down", title: say("to-end"), "aria-label": say("to-end"), hidden: true, onclick: toEnd }, icon("down"));
  const greeting = config.greeting[on.tongue];
  const first = greeting ? [said("agent first last", config.name, greeting, "")] : [];
  /** @type {Map<string, { drawn: string, element: HTMLLIElement }>} */
  let shown = new Map();

  /** Nothing more can be sent. */
  let mute = false;
  /** The end is in sight, and stays so. */
  let following = true;
  // A keyboard that comes up, a window that shrinks.
  new ResizeObserver(() => { if (following) toEnd(); }).observe(log);

  /** @param {import("./thread.js").Line[]} lines @param {boolean} over whether nothing more can be sent */
  function render(lines, over) {
    mute = over;
    const now = Date.now();
    /** @type {typeof shown} */
    const next = new Map();
    for (const row of rows(lines.map((line) => spoken(line, on)), now)) {
      const drawn = JSON.stringify([row, mute]) + (row.kind === "day" ? dayName(row.at, now, on.locale) : "");
      const known = shown.get(row.key);
      next.set(row.key, known?.drawn === drawn ? known : { drawn, element: draw(row, now) });
    }
    shown = next;
    place([...first, ...[...next.values()].map(({ element }) => element)]);
    if (following) toEnd();
    showDown();
  }

  /** Moves only what has to. @param {HTMLLIElement[]} wanted */
  function place(wanted) {
    const stay = new Set(wanted);
    for (const child of [...log.children]) if (!stay.has(/** @type {HTMLLIElement} */ (child))) child.remove();
    wanted.forEach((element, at) => {
      if (log.children[at] !== element) log.insertBefore(element, log.children[at] ?? null);
    });
  }

  /** @param {import("./rows.js").Row} row @param {number} now */
  function draw(row, now) {
    if (row.kind === "day") return el("li", { class: "day" }, dayName(row.at, now, on.locale));
    const { line } = row;
    if (line.from === "system") return el("li", { class: "system" }, say(line.system ?? "over", { agent: line.agent ?? "" }));
    const at = line.at === null ? "" : new Intl.DateTimeFormat(on.locale, { timeStyle: "short" }).format(line.at);
    // The company's side with nobody's name: the hub wrote it by itself.
    const who = line.from === "visitor" ? "" : line.agent ?? say("automatic", { company: config.name });
    const element = said(`${line.from} ${line.state ?? ""} ${row.first ? "first" : ""} ${row.last ? "last" : ""}`, row.first ? who : "", line.text ?? "", row.last ? at : "");
    if (line.state && (row.last || line.state === "failed")) element.append(fate(element, line));
    return element;
  }

  /** What became of a visitor's message, beside its time. @param {HTMLLIElement} element @param {import("./thread.js").Line} line */
  function fate(element, line) {
    const foot = element.querySelector("footer") ?? el("footer");
    const reason = `reason-${(line.reason ?? "").replaceAll("_", "-")}`;
    const words = say(on.has(reason) ? reason : `state-${line.state}`);
    if (foot.textContent) foot.append(" · ");
    foot.append(el("span", { class: "fate" }, icon(line.state ?? "sent"), words));
    if (line.state === "failed" && !mute) foot.append(el("button", { type: "button", onclick: () => on.onRetry(line.key) }, say("retry")));
    return foot;
  }

  /** @param {string} kind @param {string} who @param {string} text @param {string} at */
  function said(kind, who, text, at) {
    return el("li", { class: kind.replace(/ +/g, " ").trim() },
      who ? el("span", { class: "author" }, who) : null,
      el("p", { dir: "auto" }, ...linked(text)),
      at ? el("footer", {}, at) : null);
  }

  function toEnd() {
    following = true;
    log.scrollTop = log.scrollHeight;
  }

  function showDown() {
    const far = log.scrollHeight - log.scrollTop - log.clientHeight >= NEAR;
    following = !far;
    if (!far && down === document.activeElement) log.focus();
    down.hidden = !far;
  }

  return { elements: [log, down], render, toEnd, focus: () => log.focus() };
}
