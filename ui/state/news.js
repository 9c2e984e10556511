// Notices inside the window, for what is not on the screen anyway: the other half of the system's notifications.

import { gist, news } from "../lib/news.js";
import { serial } from "../lib/serial.js";
import { call } from "../platform/index.js";
import { say, settings } from "./app.js";
import { headOfRecentsShows } from "./list.js";
import { notify } from "./notices.js";
import { open, openThread } from "./thread.js";

/** @typedef {import("../types/view.js").Row} Row */

/** Rows that are compared: new ones are at the head. */
const HEAD = 30;
/** More than this at once is told as a number. */
const SINGLY = 2;

/** @type {Map<string, Row> | null} */
let before = null;

export const lookForNews = serial(async () => {
  const page = await call("list", { view: "recents", offset: 0, limit: HEAD }).catch(() => null);
  if (!page) return;
  const rows = /** @type {Row[]} */ (page.rows);
  const found = news(before, rows).filter((row) => row.id !== open.value);
  before = new Map(rows.map((row) => [row.id, row]));
  if (!settings.value?.notify_app || !document.hasFocus() || isSeen()) return;
  if (found.length > SINGLY) notify({ key: "news", text: say.value("news-many", { count: found.length }) });
  else found.forEach(tell);
});

/** In a narrow window the thread covers the list. */
const isSeen = () => headOfRecentsShows() && !(open.value && matchMedia("(max-width: 760px)").matches);

/** @param {Row} row */
function tell(row) {
  const about = gist(row, settings.value?.notify_content ?? "queue");
  const text = about ? say.value("news-from", { name: row.name, about }) : say.value("news-one");
  notify({ key: `news-${row.id}`, text, act: { label: say.value("open"), run: () => openThread(row.id) } });
}

export function forgetNews() {
  before = null;
}
