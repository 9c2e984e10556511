// Short messages at the foot of the screen, and errors in words.

import { signal } from "@preact/signals";
import { say } from "./app.js";

/** `about` lets a second message of the same key add to what the first said.
 * @typedef {{ key: string, text: string, alert?: boolean, act?: { label: string, run: () => unknown },
 *   about?: { by: string | null, kept: boolean } }} Notice */

export const notices = signal(/** @type {Notice[]} */ ([]));

const STAYS = 8000;
const MOST = 3;
/** @type {Map<string, ReturnType<typeof setTimeout>>} */
const timers = new Map();

/** Shows a message, in place of an older one of its key. Errors stay until they are dismissed. @param {Notice} notice */
export function notify(notice) {
  notices.value = [...notices.value.filter((other) => other.key !== notice.key), notice].slice(-MOST);
  resume(notice.key);
}

/** @param {string} key */
export function dismiss(key) {
  hold(key);
  notices.value = notices.value.filter((other) => other.key !== key);
}

/** It is being read: it stays. @param {string} key */
export function hold(key) {
  clearTimeout(timers.get(key));
  timers.delete(key);
}

/** @param {string} key */
export function resume(key) {
  hold(key);
  const notice = notices.value.find((other) => other.key === key);
  if (notice && !notice.alert) timers.set(key, setTimeout(() => dismiss(key), STAYS));
}

export function forget() {
  for (const notice of notices.value) dismiss(notice.key);
}

/** The error that was thrown. @param {unknown} error @returns {import("./app.js").CallError} */
export function callError(error) {
  const coded = error instanceof Object && "code" in error;
  return coded ? /** @type {import("./app.js").CallError} */ (error) : { code: "internal", params: {} };
}

/** An error in words; codes without words of their own are named. @param {unknown} error */
export function inWords(error) {
  const { code, params } = callError(error);
  const words = say.value(`error-${code}`, params);
  return words === `error-${code}` ? say.value("error-other", { code }) : words;
}

/** @param {unknown} error */
export function complain(error) {
  notify({ key: `error-${callError(error).code}`, text: inWords(error), alert: true });
}

/** Does something, and says what went wrong. @template T @param {Promise<T>} doing @returns {Promise<T | undefined>} */
export async function tried(doing) {
  try {
    return await doing;
  } catch (error) {
    complain(error);
    return undefined;
  }
}
