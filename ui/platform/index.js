// The one door to what is outside the screen: the desktop shell, or in a browser the bridge of the tests.

/**
 * @typedef {{ call: (name: string, args: object) => Promise<any>, listen: (heard: (event: any) => void) => Promise<void> }} Platform
 */

/** @type {Platform} */
const platform = "__TAURI_INTERNALS__" in globalThis
  ? (await import("./tauri.js")).platform
  : (await import("./bridge.js")).platform;

/** Calls a command of the app. An error is `{ code, params }`.
 * @param {string} name @param {object} [args] */
export const call = (name, args = {}) => platform.call(name, args);

export const listen = platform.listen;
