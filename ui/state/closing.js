// Finishing with a conversation, hiding it, bringing it back: done at once, with a way back for a moment.

import { call } from "../platform/index.js";
import { listed, say, view } from "./app.js";
import { afterwards, go, reload } from "./list.js";
import { notify, tried } from "./notices.js";
import { close, open, openThread, refresh } from "./thread.js";

/** Finished; what waits for the agent next comes up. */
export async function dealWith() {
  const id = open.value;
  if (!id || !(await tried(call("deal_with", { conversation: id })))) return;
  await goOn(id);
  offerUndo(`dealt-with-${id}`, "dealt-with-done", () => unarchive(id));
}

export async function archive() {
  const id = open.value;
  if (!id || !(await tried(call("archive", { conversation: id })))) return;
  await goOn(id);
  offerUndo(`archived-${id}`, "archive-done", () => unarchive(id));
}

/** Back in the list, and open. @param {string} id */
export async function unarchive(id) {
  if (!(await tried(call("unarchive", { conversation: id })))) return;
  await go("recents");
  await openThread(id);
}

export async function endSession() {
  const id = open.value;
  if (id && (await tried(call("end_session", { conversation: id })))) await Promise.all([refresh(), reload()]);
}

/** Gone from every screen. */
export async function remove() {
  const id = open.value;
  if (!id || !(await tried(call("delete", { conversation: id })))) return;
  close();
  await reload();
}

/** The list is looked at again, not the thread: what is on screen would be read at once. */
export async function markUnread() {
  const id = open.value;
  if (!id) return;
  close();
  await tried(call("mark_unread", { conversation: id }));
  await reload();
}

/** @param {string} id of a conversation that was handed on */
export async function undoTransfer(id) {
  if (!(await tried(call("undo_transfer", { conversation: id })))) return;
  await go("recents");
  await openThread(id);
}

/** The next one that waits for this agent, or nothing; whoever opened another meanwhile stays there. @param {string} done */
async function goOn(done) {
  const next = await afterwards(done);
  if (open.value === done) close();
  await reload();
  if (next && !open.value && view.value === listed.value) await openThread(next);
}

/** @param {string} key @param {string} id @param {() => unknown} run */
function offerUndo(key, id, run) {
  notify({ key, text: say.value(id), act: { label: say.value("undo"), run } });
}
