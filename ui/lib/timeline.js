// The bounded window of a thread: which lines are kept, and where days begin. Pure.

/** Most lines kept in the document. */
export const MOST = 300;

/** @typedef {import("../types/view.js").Line} Line */
/** @typedef {{ lines: Line[], before: boolean, after: boolean }} Loaded `before`, `after`: there are more */

/** A page added at one end; the far end is trimmed. @param {Loaded} loaded @param {Line[]} page
 * @param {"before" | "after"} end @param {boolean} more @returns {Loaded} */
export function extended(loaded, page, end, more) {
  const fresh = new Set(page.map((line) => line.id));
  const kept = loaded.lines.filter((line) => !fresh.has(line.id));
  if (end === "before") {
    const lines = [...page, ...kept];
    return { lines: lines.slice(0, MOST), before: more, after: loaded.after || lines.length > MOST };
  }
  const lines = [...kept.filter((line) => line.seq !== null), ...page];
  return { lines: lines.slice(-MOST), before: loaded.before || lines.length > MOST, after: more };
}

/** The newest page again. Who reads at the end sees it; who reads further up keeps their place, and what does not
 * join their lines is left for later.
 * @param {Loaded | null} loaded @param {Line[]} newest @param {boolean} before @param {boolean} atEnd
 * @returns {Loaded} */
export function refreshed(loaded, newest, before, atEnd) {
  const first = newest.find((line) => line.seq !== null)?.seq ?? null;
  if (!loaded || first === null) return { lines: newest, before, after: false };
  const older = loaded.lines.filter((line) => line.seq !== null && line.seq < first);
  const joins = older.at(-1)?.seq === first - 1 || newest.some((line) => line.seq !== null && holds(loaded, line));
  if (!joins) return atEnd ? { lines: newest, before, after: false } : { ...loaded, after: true };
  if (loaded.after && !atEnd) return { ...loaded, lines: renewed(loaded.lines, newest) };
  const lines = [...older, ...newest];
  if (atEnd) {
    const cut = lines.length > MOST;
    return { lines: lines.slice(-MOST), before: older.length ? loaded.before || cut : before, after: false };
  }
  return { lines: lines.slice(0, MOST), before: older.length ? loaded.before : before, after: lines.length > MOST };
}

/** @param {Loaded} loaded @param {Line} line */
const holds = (loaded, line) => loaded.lines.some((other) => other.id === line.id);

/** @param {Line[]} lines @param {Line[]} newest */
function renewed(lines, newest) {
  const states = new Map(newest.map((line) => [line.id, line]));
  return lines.map((line) => states.get(line.id) ?? line);
}

/** Does a day begin with this line? @param {Line[]} lines @param {number} index */
export function beginsDay(lines, index) {
  const day = (/** @type {Line} */ line) => new Date(line.at).toDateString();
  return index === 0 || day(lines[index]) !== day(lines[index - 1]);
}
