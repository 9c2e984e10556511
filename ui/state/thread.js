// The open conversation: its head, the lines at hand, and what was just heard.

import { signal } from "@preact/signals";
import { serial } from "../lib/serial.js";
import { extended, refreshed } from "../lib/timeline.js";
import { call } from "../platform/index.js";
import { listed, paged, view } from "./app.js";
import { reload } from "./list.js";
import { callError, complain, inWords, tried } from "./notices.js";
import { leave, startWriting } from "./writing.js";

/** @typedef {import("../types/view.js").Line} Line */

export const open = signal(/** @type {string | null} */ (null));
export const thread = signal(/** @type {import("../types/view.js").Thread | null} */ (null));
export const timeline = signal(/** @type {import("../lib/timeline.js").Loaded | null} */ (null));
export const typing = signal(false);
/** Lines of the other side that came while the conversation is open, for the screen reader. */
export const heard = signal(/** @type {Line[]} */ ([]));
/** Counts the wishes to see the newest line. */
export const toEnd = signal(0);

const PAGE = 50;
const HEARD = 5;
let atEnd = true;
let loading = false;
let newestSeq = 0;

/** @param {string} id */
export async function openThread(id) {
  if (paged.value) view.value = listed.value;
  startWriting("reply");
  if (open.value !== id) {
    forget();
    open.value = id;
    tellFocus();
  }
  await refresh();
}

export function close() {
  if (open.value) leave(open.value);
  forget();
  tellFocus();
}

function forget() {
  open.value = null;
  thread.value = null;
  timeline.value = null;
  typing.value = false;
  heard.value = [];
  atEnd = true;
  newestSeq = 0;
}

/** Reads the open conversation again. */
export const refresh = serial(async () => {
  const id = open.value;
  if (!id) return;
  try {
    const [head, page] = await Promise.all([
      call("thread", { conversation: id }),
      call("messages", { conversation: id, limit: PAGE }),
    ]);
    if (open.value !== id) return;
    hear(page.lines);
    thread.value = head;
    typing.value = head.typing;
    timeline.value = refreshed(timeline.value, page.lines, page.has_before, atEnd);
  } catch (error) {
    if (open.value !== id) return;
    if (["not-found", "gone"].includes(callError(error).code)) close();
    else complain(error);
  }
});

/** @param {Line[]} lines */
function hear(lines) {
  const first = newestSeq === 0;
  const news = lines.filter((line) => line.seq !== null && line.seq > newestSeq);
  newestSeq = Math.max(newestSeq, ...news.map((line) => line.seq ?? 0));
  const theirs = news.filter((line) => line.kind === "in");
  if (!first && theirs.length) heard.value = [...heard.value, ...theirs].slice(-HEARD);
}

/** More lines at one end, from the cache or the hub. @param {"before" | "after"} end */
export async function more(end) {
  const loaded = timeline.value;
  const kept = loaded?.lines.filter((line) => line.seq !== null) ?? [];
  const edge = end === "before" ? kept[0]?.seq : kept.at(-1)?.seq;
  if (loading || !loaded?.[end] || !edge) return;
  loading = true;
  const id = open.value;
  const page = await tried(call("messages", { conversation: id, [end]: edge, limit: PAGE }));
  loading = false;
  if (!page || !timeline.value || open.value !== id) return;
  timeline.value = extended(timeline.value, page.lines, end, end === "before" ? page.has_before : page.has_after);
}

/** Does the agent read at the end? @param {boolean} is */
export function readAtEnd(is) {
  atEnd = is;
}

/** Back to the newest lines. */
export async function newest() {
  atEnd = true;
  toEnd.value += 1;
  await refresh();
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
  if (!id) return;
  await tried(call(name, { conversation: id, ...args }));
  await Promise.all([refresh(), reload()]);
}

/** Whoever takes it answers next. */
export async function take() {
  await act("take");
  if (thread.value?.can.reply) startWriting("reply");
}
export const release = () => act("release");
export const ignore = () => act("ignore");
/** @param {{ agent?: string, queue?: string, note?: string }} to */
export const transfer = (to) => act("transfer", to);
/** Why not, if not. @param {{ name: string, email?: string, phone?: string }} details @returns {Promise<string | null>} */
export async function addContact(details) {
  try {
    await call("add_contact", { conversation: open.value, ...details });
  } catch (error) {
    return inWords(error);
  }
  await Promise.all([refresh(), reload()]);
  return null;
}

/** To whom it may be transferred. @param {string} search @returns {Promise<import("../types/view.js").TransferTargets | undefined>} */
export const targetsFor = (search) => tried(call("transfer_targets", { search }));

/** How many conversations each colleague has; nothing is said where the hub is away.
 * @returns {Promise<Map<string, number> | null>} */
export async function loads() {
  /** @type {import("../types/view.js").Load[] | null} */
  const known = await call("loads").catch(() => null);
  return known && new Map(known.map(({ id, open: count }) => [id, count]));
}
