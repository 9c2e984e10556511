// Keys that work everywhere. Chords only; never Ctrl with Alt, which writes characters on many keyboards.

import { useLayoutEffect } from "preact/hooks";
import { ask, dialog, fatal, listed, paged, session, view } from "../state/app.js";
import { enterBook } from "../state/contacts.js";
import { enterAdministration } from "../state/administration.js";
import { archive, dealWith, markUnread } from "../state/closing.js";
import { openEmoji } from "../state/emoji.js";
import { toggleInformation } from "../state/information.js";
import { go, neighbour, unreadNeighbour } from "../state/list.js";
import { newest, open, openThread, take, thread } from "../state/thread.js";
import { openTemplates } from "../state/templates.js";
import { presence } from "../state/presence.js";
import { kind, startWriting } from "../state/writing.js";
import { amended } from "./amended.js";
import { focusSection, stepBack } from "./focus.js";

/** What the sheet shows; `Ctrl` is written as the system writes it.
 * @type {{ keys: string, id: string }[]} */
export const SHORTCUTS = [
  { keys: "Ctrl 1", id: "recents" }, { keys: "Ctrl 2", id: "queues" }, { keys: "Ctrl 6", id: "contacts" }, { keys: "Ctrl 3 · Ctrl ,", id: "settings" },
  { keys: "Alt ↑ ↓", id: "shortcut-neighbour" }, { keys: "Alt ⇧ ↑ ↓", id: "shortcut-unread" },
  { keys: "Ctrl N", id: "new-chat" }, { keys: "Ctrl ⇧ A", id: "take" }, { keys: "Ctrl ⇧ T", id: "transfer" }, { keys: "Ctrl ⇧ D", id: "deal-with" },
  { keys: "Ctrl ⇧ E", id: "archive" }, { keys: "Ctrl ⇧ U", id: "mark-unread" }, { keys: "Ctrl ⇧ N", id: "shortcut-note" },
  { keys: "Ctrl J · /", id: "templates" }, { keys: "Ctrl .", id: "emoji" }, { keys: "Ctrl I", id: "information" },
  { keys: "Ctrl End", id: "to-end" }, { keys: "F6 · ⇧ F6", id: "shortcut-section" }, { keys: "Esc", id: "shortcut-back" },
  { keys: "Ctrl /", id: "shortcuts" },
];

export function useShortcuts() {
  // From the first paint on.
  useLayoutEffect(() => {
    document.addEventListener("keydown", pressed);
    document.addEventListener("keydown", amended);
    return () => {
      document.removeEventListener("keydown", pressed);
      document.removeEventListener("keydown", amended);
    };
  }, []);
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.isComposing || fatal.value || !session.value?.signed_in || dialog.value) return;
  const action = actionOf(event);
  if (!action) return;
  event.preventDefault();
  action();
}

/** Letters by what they write, digits by where they are: on French keyboards digits need Shift.
 * @param {KeyboardEvent} event @returns {(() => unknown) | null} */
function actionOf(event) {
  const chord = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (event.key === "F6") return () => focusSection(event.shiftKey ? -1 : 1);
  if (event.key === "Escape" && !document.querySelector(":popover-open")) return stepBack;
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    if (event.key === "ArrowDown") return () => move(1, event.shiftKey);
    if (event.key === "ArrowUp") return () => move(-1, event.shiftKey);
  }
  if (!chord) return null;
  if (event.shiftKey) {
    switch (event.key.toLowerCase()) {
      case "a": return shows(thread.value?.can.take) ? take : null;
      case "t": return shows(thread.value?.can.transfer) ? () => ask("transfer") : null;
      case "d": return shows(thread.value?.can.deal_with) ? dealWith : null;
      case "e": return shows(thread.value?.can.archive) ? archive : null;
      case "u": return shows(open.value) ? markUnread : null;
      case "n": return shows(thread.value?.can.note) ? () => startWriting(kind.value === "note" ? "reply" : "note") : null;
      case "/": case "?": return () => ask("shortcuts");
      default:
    }
  }
  switch (event.code) {
    case "Digit1": return () => go("recents");
    case "Digit2": return () => go("queues");
    case "Digit3": return () => go("settings");
    case "Digit4": return presence.value?.supervises ? () => go("supervised") : null;
    case "Digit6": return enterBook;
    case "Digit5": return presence.value?.administers ? enterAdministration : null;
    case "End": return open.value && !isWriting(event.target) ? newest : null;
    default:
  }
  if (event.key.toLowerCase() === "n" && !event.shiftKey) return () => ask("new-chat");
  if (event.key.toLowerCase() === "j" && !event.shiftKey) return shows(open.value) ? openTemplates : null;
  if (event.key.toLowerCase() === "i" && !event.shiftKey) return shows(thread.value?.channel) ? toggleInformation : null;
  if (event.key === ".") return shows(open.value) ? openEmoji : null;
  if (event.key === ",") return () => go("settings");
  return event.key === "/" ? () => ask("shortcuts") : null;
}

/** The thread is on screen, and this can be done with it. @param {unknown} can */
const shows = (can) => Boolean(can) && !paged.value;

/** @param {EventTarget | null} target */
const isWriting = (target) => target instanceof HTMLTextAreaElement && target.value !== "";

/** @param {1 | -1} step @param {boolean} unread */
async function move(step, unread) {
  if (view.value !== listed.value) await go(listed.value);
  const next = unread ? unreadNeighbour(open.value, step) : await neighbour(open.value, step);
  if (next) await openThread(next);
}
