// The bounded window of a thread: which lines are kept, and where days begin. Pure.

/** Most lines kept in the document. */
export const MOST = 300;

/** @typedef {import("../types/view.js").Line} Line */
/** @typedef {{ lines: Line[], before: boolean, after: boolean }} Loaded */

/** A page added at one end; the far end is trimmed. @param {Loaded} loaded @param {Line[]} page
 * @param {"before" | "after"} end @param {boolean} more @returns {Loaded} */
export function extended(loaded, page, end, more) {
  if (end === "before") {
    const lines = [...page, ...loaded.lines];
    return { lines: lines.slice(0, MOST), before: more, after: loaded.after || lines.length > MOST };
  }
  const lines = [...loaded.lines, ...page];
  return { lines: lines.slice(-MOST), before: loaded.before || lines.length > MOST, after: more };
}

/** The newest page again, joined to what was scrolled to where they touch. @param {Loaded | null} loaded
 * @param {Line[]} newest @param {boolean} before @returns {Loaded} */
export function refreshed(loaded, newest, before) {
  const first = newest.find((line) => line.seq !== null)?.seq ?? null;
  if (!loaded || first === null) return { lines: newest, before, after: false };
  const older = loaded.lines.filter((line) => line.seq !== null && line.seq < first);
  const touches = older.at(-1)?.seq === first - 1;
  if (!touches) return { lines: newest, before, after: false };
  const lines = [...older, ...newest];
  return { lines: lines.slice(-MOST), before: loaded.before || lines.length > MOST, after: false };
}

/** Does a day begin with this line? @param {Line[]} lines @param {number} index */
export function beginsDay(lines, index) {
  const day = (/** @type {Line} */ line) => new Date(line.at).toDateString();
  return index === 0 || day(lines[index]) !== day(lines[index - 1]);
}
