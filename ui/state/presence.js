// What the agent says of themselves: status, and the queues they are logged in to.

import { signal } from "@preact/signals";
import { serial } from "../lib/serial.js";
import { call } from "../platform/index.js";
import { tried } from "./notices.js";

/** @typedef {import("../types/view.js").OwnPresence} OwnPresence */

export const presence = signal(/** @type {OwnPresence | null} */ (null));

/** As the hub has it. */
export const lookAtPresence = serial(async () => {
  presence.value = await call("presence").catch(() => presence.value);
});

/** @param {OwnPresence["status"]} status */
export async function setStatus(status) {
  await tried(call("set_status", { status }));
  await lookAtPresence();
}

/** @param {string} queue @param {boolean} loggedIn */
export async function logIn(queue, loggedIn) {
  await tried(call("log_in", { queue, logged_in: loggedIn }));
  await lookAtPresence();
}
