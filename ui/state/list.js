// The list of conversations: the pages of it that are on screen.

import { signal } from "@preact/signals";
import { pages } from "../lib/list-window.js";
import { serial } from "../lib/serial.js";
import { call } from "../platform/index.js";
import { connection, counts, drafts, listed, view } from "./app.js";
import { tried } from "./notices.js";

/** @typedef {import("../types/view.js").Row} Row */

const PAGE = 50;
/** Rows beside those on screen that stay. */
const NEAR = 200;
const NOTHING = {
  /** Was it read yet? */
  known: false,
  /** Was the hub there when it was read? Until then what is empty may only be not fetched yet. */
  fetched: false,
  total: 0,
  groups: /** @type {{ id: Row["group"], total: number }[]} */ ([]),
  rows: /** @type {Map<number, Row>} */ (new Map()),
};

export const list = signal(NOTHING);
/** Of Queues: only what has waited for so many minutes. */
export const waiting = signal(0);

let range = { from: 0, to: PAGE };

/** Reads again what is on screen, and the numbers beside it. */
export const reload = serial(async () => {
  const which = listed.value;
  const fetched = connection.value?.state === "online";
  const offsets = pages({ from: range.from, to: Math.max(range.to, range.from + 1) }, PAGE);
  const answer = await tried(Promise.all([read(which, offsets), call("counts"), call("unsent_drafts")]));
  if (!answer || which !== listed.value) return;
  const [{ total, groups, rows }, numbers, unsent] = answer;
  list.value = { known: true, fetched, total, groups, rows };
  counts.value = numbers;
  drafts.value = unsent;
});

/** Reads what is on screen and was not read yet. What is far away is forgotten. */
const fill = serial(async () => {
  const which = listed.value;
  const offsets = pages(range, PAGE).filter((offset) => !list.value.rows.has(offset));
  if (offsets.length === 0) return;
  const answer = await tried(read(which, offsets));
  if (!answer || which !== listed.value) return;
  const near = [...list.value.rows].filter(([index]) => index >= range.from - NEAR && index < range.to + NEAR);
  list.value = { ...list.value, total: answer.total, groups: answer.groups, rows: new Map([...near, ...answer.rows]) };
});

/** @param {import("./app.js").ListView} which @param {number[]} offsets of pages */
async function read(which, offsets) {
  const windows = await Promise.all(offsets.map((offset) =>
    call("list", { view: which, offset, limit: PAGE, waiting: which === "queues" ? waiting.value : 0 })));
  /** @type {Map<number, Row>} */
  const rows = new Map();
  for (const page of windows) page.rows.forEach((/** @type {Row} */ row, /** @type {number} */ i) => rows.set(page.offset + i, row));
  return { total: windows[0].total, groups: windows[0].groups, rows };
}

/** Loads the pages that cover these rows. @param {{ from: number, to: number }} seen */
export async function show(seen) {
  range = seen;
  await fill();
}

/** Is the head of Recents before the agent's eyes? */
export const headOfRecentsShows = () => view.value === "recents" && range.from === 0;

/** @param {import("./app.js").View} which @returns {which is import("./app.js").ListView} */
const isList = (which) => ["recents", "queues", "archived", "supervised"].includes(which);

/** @param {import("./app.js").View} which */
export async function go(which) {
  view.value = which;
  if (!isList(which)) return;
  if (listed.value !== which) {
    listed.value = which;
    clear();
  }
  await reload();
}

/** @param {number} minutes */
export async function showWaiting(minutes) {
  waiting.value = minutes;
  clear();
  await reload();
}

export function clear() {
  list.value = NOTHING;
  range = { from: 0, to: PAGE };
}

/** @param {string | null} id */
const placeOf = (id) => [...list.value.rows].find(([, row]) => row.id === id)?.[0];

/** The conversation after or before one, in the order of the screen. @param {string | null} id @param {1 | -1} step */
export async function neighbour(id, step) {
  const place = placeOf(id);
  const target = place === undefined ? 0 : place + step;
  if (target < 0 || target >= list.value.total) return null;
  const loaded = list.value.rows.get(target);
  if (loaded) return loaded.id;
  const page = await tried(call("list", { view: listed.value, offset: target, limit: 1 }));
  return /** @type {string | null} */ (page?.rows[0]?.id ?? null);
}

/** What waits for this agent once `done` is off the list: what rings, then whose customer waits longest, then the row
 * that takes its place. @param {string} done @returns {Promise<string | null>} */
export async function afterwards(done) {
  const page = await tried(call("list", { view: listed.value, offset: 0, limit: PAGE }));
  const rows = /** @type {Row[]} */ (page?.rows ?? []).filter((row) => row.id !== done);
  const waiting = rows.filter((row) => row.waiting_since !== null).sort((a, b) => rank(a) - rank(b) || Number(a.waiting_since) - Number(b.waiting_since));
  return waiting[0]?.id ?? (await neighbour(done, 1)) ?? (await neighbour(done, -1));
}

const rank = (/** @type {Row} */ row) => (row.group === "ringing" ? 0 : 1);

/** The next one with something unread, among the rows at hand. @param {string | null} id @param {1 | -1} step */
export function unreadNeighbour(id, step) {
  const place = placeOf(id) ?? (step === 1 ? -1 : list.value.total);
  const ahead = [...list.value.rows].filter(([index, row]) => row.unread > 0 && (index - place) * step > 0);
  return ahead.sort(([a], [b]) => (a - b) * step)[0]?.[1].id ?? null;
}

/** @param {string} id of an unsent draft */
export async function deleteDraft(id) {
  await tried(call("delete_unsent_draft", { id }));
  await reload();
}
