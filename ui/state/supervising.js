// Conversations of others, for one who supervises: looked at in the hub, and again while they are on the screen.

import { call } from "../platform/index.js";
import { connection, listed, view } from "./app.js";
import { go, reload } from "./list.js";
import { tried } from "./notices.js";
import { close, open, openThread, refresh, thread } from "./thread.js";

/** Between two looks: what others do is not pushed here. */
const AGAIN = 5000;

/** The thread says that it was read. @param {string} id */
export async function oversee(id) {
  if (await tried(call("oversee", { conversation: id }))) await openThread(id);
}

export async function takeOver() {
  const id = open.value;
  if (!id || !(await tried(call("take_over", { conversation: id })))) return;
  await go("recents");
  await openThread(id);
}

/** @param {{ agent?: string, queue?: string, note?: string }} to */
export async function reassign(to) {
  const id = open.value;
  if (!id || !(await tried(call("reassign", { conversation: id, ...to })))) return;
  close();
  await reload();
}

/** Looks again at what is on the screen of others. */
async function lookAgain() {
  if (document.hidden || connection.value?.state !== "online" || listed.value !== "supervised" || view.value === "settings") return;
  const id = thread.value?.overseen ? open.value : null;
  if (id) await call("look_again", { conversation: id }).then(refresh, () => {});
  await reload();
}

export function watchOthers() {
  setInterval(() => void lookAgain(), AGAIN);
}
