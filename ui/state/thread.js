// The open conversation.

import { signal } from "@preact/signals";
import { call } from "../platform/index.js";
import { extended, refreshed } from "../lib/timeline.js";
import { say, toast, tried } from "./app.js";
import { reload } from "./list.js";

/** @typedef {import("../types/view.js").Thread} Thread */

export const open = signal(/** @type {string | null} */ (null));
export const thread = signal(/** @type {Thread | null} */ (null));
export const timeline = signal(/** @type {import("../lib/timeline.js").Loaded | null} */ (null));
export const typing = signal(false);
/** What the screen reader is told: the newest line of the other side. */
export const heard = signal("");

const PAGE = 50;
let loading = false;

/** @param {string | null} id */
export async function openThread(id) {
  open.value = id;
  thread.value = null;
  timeline.value = null;
  typing.value = false;
  heard.value = "";
  tellFocus();
  if (id) await refresh();
}

/** Reads the open conversation again. */
export async function refresh() {
  const id = open.value;
  if (!id) return;
  try {
    const [head, page] = await Promise.all([
      call("thread", { conversation: id }),
      call("messages", { conversation: id, limit: PAGE }),
    ]);
    if (open.value !== id) return;
    const last = timeline.value?.lines.at(-1)?.seq ?? 0;
    const news = page.lines.filter((/** @type {any} */ line) => line.kind === "in" && line.seq > last);
    if (timeline.value && news.length) heard.value = news.map((/** @type {any} */ line) => line.text).join(". ");
    thread.value = head;
    typing.value = head.typing;
    timeline.value = refreshed(timeline.value, page.lines, page.has_before);
  } catch {
    if (open.value === id) close();
  }
}

/** Older lines, from the cache or the hub. */
export async function older() {
  const first = timeline.value?.lines.find((line) => line.seq !== null)?.seq;
  if (loading || !timeline.value?.before || !first) return;
  loading = true;
  const id = open.value;
  const page = await tried(call("messages", { conversation: id, before: first, limit: PAGE }));
  loading = false;
  if (page && timeline.value && open.value === id) {
    timeline.value = extended(timeline.value, page.lines, "before", page.has_before);
  }
}

/** Back to the newest lines. */
export async function newest() {
  timeline.value = null;
  await refresh();
}

export function close() {
  open.value = null;
  thread.value = null;
  timeline.value = null;
  tellFocus();
}

/** Read only what is really seen: the window has the focus and the newest line is on screen. @param {number} upTo */
export async function markRead(upTo) {
  const head = thread.value;
  if (head && document.hasFocus() && upTo > head.read_up_to) {
    thread.value = { ...head, read_up_to: upTo, unread: 0 };
    await call("read", { conversation: head.id, up_to: upTo }).catch(() => {});
  }
}

/** Which conversation is before the agent's eyes: it makes no sound. */
export function tellFocus() {
  void call("focus", { conversation: open.value, focused: document.hasFocus() }).catch(() => {});
}

/** @param {string} name @param {object} [args] */
async function act(name, args = {}) {
  const id = open.value;
  if (!id) return undefined;
  const done = await tried(call(name, { conversation: id, ...args }));
  await Promise.all([refresh(), reload()]);
  return done;
}

export const take = () => act("take");
export const release = () => act("release");
export const ignore = () => act("ignore");
/** @param {string} text */
export const send = (text) => act("send", { text });
/** @param {string} text */
export const note = (text) => act("note", { text });
/** @param {{ agent?: string, queue?: string, note?: string }} to */
export const transfer = (to) => act("transfer", to);
/** @param {{ name: string, email?: string, phone?: string }} details */
export const addContact = (details) => act("add_contact", details);

/** @param {string} conversation @param {string} text */
export const keepDraft = (conversation, text) => call("draft", { conversation, text }).catch(() => {});
export const tellTyping = () => { if (open.value) void call("typing", { conversation: open.value }).catch(() => {}); };

/** The conversation is not ours to see any more.
 * @param {{ conversation: string, reason: string, by: string | null, kept_draft: boolean }} event */
export function gone(event) {
  if (open.value === event.conversation) close();
  else if (!event.kept_draft) return;
  const by = event.by ?? say.value("somebody");
  const kept = event.kept_draft ? ` ${say.value("draft-kept")}` : "";
  if (event.reason === "taken" || event.kept_draft) toast(`${say.value(`gone-${event.reason}`, { by })}${kept}`);
}
