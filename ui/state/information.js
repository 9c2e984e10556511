// The drawer beside the open thread: the customer, and what else was said with them. What the hub tells of it stays in
// memory, and only while it is looked at.

import { effect, signal } from "@preact/signals";
import { serial } from "../lib/serial.js";
import { call } from "../platform/index.js";
import { callError, inWords, tried } from "./notices.js";
import { open } from "./thread.js";

/** @typedef {import("../types/view.js").PastRow} PastRow */
/** @typedef {import("../types/view.js").Line} Line */
/** @typedef {{ row: PastRow, lines: Line[] | null, before: boolean }} Past */

/** The drawer is open, beside whichever conversation. */
export const informed = signal(false);
/** `trouble`: why there is none. */
export const history = signal(/** @type {{ on: boolean, total: number, rows: PastRow[], trouble?: string } | null} */ (null));
/** What is read of an earlier conversation. */
export const past = signal(/** @type {Past | null} */ (null));

const ROWS = 20;
const LINES = 50;

/** Of the customer whose conversation is open; a conversation that another goes to leaves nothing behind. */
effect(() => {
  const wanted = informed.value && open.value;
  history.value = past.value = null;
  if (wanted) void moreHistory();
});

let wished = false;

export function toggleInformation() {
  informed.value = wished = !informed.value;
}

/** Was the drawer asked for since this was last asked? Only then does it take the keyboard. */
export function justOpened() {
  const was = wished;
  wished = false;
  return was;
}

export const moreHistory = serial(async () => {
  const id = open.value;
  const known = history.value?.rows ?? [];
  if (!id || !informed.value) return;
  const ours = () => informed.value && open.value === id;
  try {
    const page = await call("history", { conversation: id, offset: known.length, limit: ROWS });
    if (ours()) history.value = { ...page, rows: [...known, ...page.rows] };
  } catch (error) {
    if (ours()) history.value = { on: true, total: 0, rows: known, trouble: inWords(callError(error)) };
  }
});

/** @param {PastRow} row */
export async function readPast(row) {
  past.value = { row, lines: null, before: false };
  await morePast();
}

export async function morePast() {
  const shown = past.value;
  if (!shown) return;
  const before = shown.lines?.[0]?.seq ?? undefined;
  const page = await tried(call("past_messages", { conversation: shown.row.id, before, limit: LINES }));
  if (past.value !== shown) return;
  past.value = page ? { row: shown.row, lines: [...page.lines, ...(shown.lines ?? [])], before: page.has_before } : null;
}

export function leavePast() {
  past.value = null;
}

/** By the system's mail program or telephone. @param {string} conversation @param {"email" | "call" | "sms"} by */
export const reach = (conversation, by) => tried(call("reach", { conversation, by }));
