// The list of conversations: the pages of it that are on screen.

import { signal } from "@preact/signals";
import { call } from "../platform/index.js";
import { counts, drafts, tried, view } from "./app.js";
import { pages } from "../lib/list-window.js";

/** @typedef {import("../types/view.js").Row} Row */

const PAGE = 50;

export const list = signal({
  total: 0,
  groups: /** @type {{ id: Row["group"], total: number }[]} */ ([]),
  rows: /** @type {Map<number, Row>} */ (new Map()),
});

let range = { from: 0, to: PAGE };
let asked = 0;

/** Loads the pages that cover these rows. @param {{ from: number, to: number }} seen */
export async function show(seen) {
  range = seen;
  const missing = pages(seen, PAGE).some((offset) => !list.value.rows.has(Math.min(offset, list.value.total - 1)));
  if (missing) await reload();
}

/** Reads again what is on screen, and the numbers beside it. */
export async function reload() {
  const mine = ++asked;
  const which = view.value === "queues" ? "queues" : "recents";
  const offsets = pages({ from: range.from, to: Math.max(range.to, range.from + 1) }, PAGE);
  const answer = await tried(Promise.all([
    Promise.all(offsets.map((offset) => call("list", { view: which, offset, limit: PAGE }))),
    call("counts"),
    call("unsent_drafts"),
  ]));
  if (!answer || mine !== asked) return;
  const [windows, numbers, unsent] = answer;
  const rows = new Map();
  for (const page of windows) page.rows.forEach((/** @type {Row} */ row, /** @type {number} */ i) => rows.set(page.offset + i, row));
  list.value = { total: windows[0].total, groups: windows[0].groups, rows };
  counts.value = numbers;
  drafts.value = unsent;
}

/** The row after or before one, in the order of the screen. @param {string | null} id @param {1 | -1} step */
export function neighbour(id, step) {
  const rows = [...list.value.rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
  const place = rows.findIndex((row) => row.id === id);
  return rows[place < 0 ? 0 : place + step]?.id ?? null;
}
