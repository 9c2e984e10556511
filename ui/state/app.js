// What the screen shows. Only the modules of this folder write these signals.

import { computed, signal } from "@preact/signals";

/** @typedef {import("../types/view.js").Session} Session */
/** @typedef {import("../types/view.js").CallError} CallError */
/** @typedef {{ id: number, text: string, alert: boolean }} Toast */

export const session = signal(/** @type {Session | null} */ (null));
export const say = signal(/** @type {(id: string, values?: Record<string, any>) => string} */ ((id) => id));
export const view = signal(/** @type {"recents" | "queues" | "settings" | "drafts"} */ ("recents"));
export const counts = signal({ recents_unread: 0, queues_waiting: 0 });
export const connection = signal(/** @type {import("../types/view.js").Connection | null} */ (null));
export const settings = signal(/** @type {import("../types/view.js").Settings | null} */ (null));
export const drafts = signal(/** @type {import("../types/view.js").UnsentDraft[]} */ ([]));
export const toasts = signal(/** @type {Toast[]} */ ([]));
/** Moves each second while somebody waits, each minute otherwise. */
export const now = signal(Date.now());
/** Which dialog is open over the screen. */
export const dialog = signal(/** @type {null | "transfer" | "contact" | "shortcuts"} */ (null));

export const language = computed(() => session.value?.language ?? "fr");

let nextToast = 1;

/** @param {string} text @param {boolean} [alert] stays until dismissed */
export function toast(text, alert = false) {
  const id = nextToast++;
  toasts.value = [...toasts.value.slice(-2), { id, text, alert }];
  if (!alert) setTimeout(() => dismiss(id), 8000);
}

/** @param {number} id */
export function dismiss(id) {
  toasts.value = toasts.value.filter((other) => other.id !== id);
}

/** An error in words; codes without words of their own are named. @param {unknown} error */
export function inWords(error) {
  const { code, params } = /** @type {CallError} */ (error instanceof Object && "code" in error ? error : { code: "internal", params: {} });
  const words = say.value(`error-${code}`, params);
  return words === `error-${code}` ? say.value("error-other", { code }) : words;
}

/** Does something, and says what went wrong. @template T @param {Promise<T>} doing @returns {Promise<T | undefined>} */
export async function tried(doing) {
  try {
    return await doing;
  } catch (error) {
    toast(inWords(error), true);
    return undefined;
  }
}
