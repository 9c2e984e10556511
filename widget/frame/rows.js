// How the thread is laid out: days kept apart, and what one person wrote in a row kept together. Pure.

/** @typedef {import("./thread.js").Line} Line */
/** @typedef {{ kind: "day", key: string, at: number } | { kind: "line", key: string, line: Line, first: boolean, last: boolean }} Row
 * `first` of its group has the name above it, `last` the time below it */

/** Longer apart is not "in a row". */
const TOGETHER = 5 * 60_000;

/** @param {Line[]} lines @param {number} now @returns {Row[]} */
export function rows(lines, now) {
  /** @type {Row[]} */
  const laid = [];
  let day = dayOf(now);
  lines.forEach((line, index) => {
    const today = dayOf(line.at ?? now);
    // A chat that began today needs no date.
    if (today !== day || (index === 0 && today !== dayOf(now))) {
      laid.push({ kind: "day", key: `day ${today}`, at: line.at ?? now });
    }
    day = today;
    laid.push({
      kind: "line", key: line.key, line,
      first: !together(lines[index - 1], line, now), last: !together(line, lines[index + 1], now),
    });
  });
  return laid;
}

/** @param {Line | undefined} before @param {Line | undefined} after @param {number} now */
function together(before, after, now) {
  if (!before || !after || before.from !== after.from || before.agent !== after.agent || before.from === "system") return false;
  // What failed says so itself, and what has another fate does not hide it.
  if (before.state !== after.state) return false;
  const [from, to] = [before.at ?? now, after.at ?? now];
  return to - from < TOGETHER && dayOf(from) === dayOf(to) && before.state !== "failed";
}

/** @param {number} at */
function dayOf(at) {
  return new Date(at).toDateString();
}

/** "today", "yesterday", or the date. @param {number} at @param {number} now @param {string} tongue */
export function dayName(at, now, tongue) {
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  const name = days < 2
    ? new Intl.RelativeTimeFormat(tongue, { numeric: "auto" }).format(-days, "day")
    : new Intl.DateTimeFormat(tongue, { weekday: "long", day: "numeric", month: "long" }).format(at);
  return name.charAt(0).toLocaleUpperCase(tongue) + name.slice(1);
}

/** @param {number} at */
function midnight(at) {
  return new Date(at).setHours(0, 0, 0, 0);
}
