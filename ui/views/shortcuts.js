// Keys that work everywhere. Chords only; never Ctrl with Alt, which writes characters on many keyboards.

import { useEffect } from "preact/hooks";
import { dialog, session } from "../state/app.js";
import { neighbour } from "../state/list.js";
import { go } from "../state/start.js";
import { open, openThread, take, thread } from "../state/thread.js";

/** @type {{ keys: string, id: string }[]} what the sheet shows */
export const SHORTCUTS = [
  { keys: "Ctrl 1", id: "recents" }, { keys: "Ctrl 2", id: "queues" }, { keys: "Ctrl ,", id: "settings" },
  { keys: "Alt ↑ ↓", id: "shortcut-neighbour" }, { keys: "Ctrl ⇧ A", id: "take" },
  { keys: "Ctrl ⇧ T", id: "transfer" }, { keys: "Ctrl ⇧ N", id: "note" },
  { keys: "F6", id: "shortcut-section" }, { keys: "Ctrl /", id: "shortcuts" },
];

export function useShortcuts() {
  useEffect(() => {
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.isComposing || !session.value?.signed_in || dialog.value) return;
  const action = actionOf(event);
  if (!action) return;
  event.preventDefault();
  action();
}

/** @param {KeyboardEvent} event @returns {(() => unknown) | null} */
function actionOf(event) {
  const chord = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (event.key === "F6") return () => section(event.shiftKey ? -1 : 1);
  if (event.altKey && !chord && event.key === "ArrowDown") return () => move(1);
  if (event.altKey && !chord && event.key === "ArrowUp") return () => move(-1);
  if (!chord) return null;
  if (event.shiftKey) {
    switch (event.key.toLowerCase()) {
      case "a": return thread.value?.can.take ? take : null;
      case "t": return thread.value?.can.transfer ? () => { dialog.value = "transfer"; } : null;
      case "n": return () => document.dispatchEvent(new CustomEvent("guichet-note"));
      default: return null;
    }
  }
  if (event.code === "Digit1") return () => go("recents");
  if (event.code === "Digit2") return () => go("queues");
  if (event.key === ",") return () => go("settings");
  if (event.key === "/") return () => { dialog.value = "shortcuts"; };
  return null;
}

/** @param {1 | -1} step */
function move(step) {
  const next = neighbour(open.value, step);
  if (next) void openThread(next);
}

/** Focus goes from part to part of the screen. @param {1 | -1} step */
function section(step) {
  const parts = [".rail [aria-current]", ".list [tabindex='0']", ".log", ".composer textarea"]
    .map((selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector)))
    .filter((part) => part !== null);
  const here = parts.findIndex((part) => part.closest(".rail, .list, .log, .composer")?.contains(document.activeElement));
  parts[(here + step + parts.length) % parts.length]?.focus();
}
