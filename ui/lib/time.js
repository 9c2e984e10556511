// Times as people say them.

/** How times are written in the screen's language: as where the agent lives when the system speaks that language too;
 * else by the language's own clock, or by one of 24 hours where the system has that. Nobody writes 9 PM in French. @param {string} language @param {readonly string[]} system its languages */
export function locale(language, system) {
  const tags = system.filter(isTag);
  const own = tags.find((tag) => tag.split("-")[0] === language);
  if (own) return own;
  const { hourCycle } = new Intl.DateTimeFormat(tags[0], { hour: "2-digit" }).resolvedOptions();
  return hourCycle === "h23" ? new Intl.Locale(language, { hourCycle }).toString() : language;
}

/** A system that was given no language says "C", which is none. @param {string} tag */
function isTag(tag) {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** One writer of times takes longer to make than to write a list: they are kept, as long as the clock is of the same zone.
 * @type {Map<string, Intl.DateTimeFormat>} */
const writers = new Map();
const CLOCK = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit" });
const DATE = /** @type {const} */ ({ day: "numeric", month: "short" });
const DAY = /** @type {const} */ ({ weekday: "long", day: "numeric", month: "long" });

/** @param {number} at @param {string} language @param {Intl.DateTimeFormatOptions} style */
function written(at, language, style) {
  const key = `${language} ${Object.keys(style)} ${new Date().getTimezoneOffset()}`;
  const writer = writers.get(key) ?? new Intl.DateTimeFormat(language, style);
  writers.set(key, writer);
  return writer.format(at);
}

/** Today the hour, then the day. @param {number} at @param {number} now @param {string} language */
export function short(at, now, language) {
  const same = new Date(at).toDateString() === new Date(now).toDateString();
  return written(at, language, same ? CLOCK : DATE);
}

/** @param {number} at @param {string} language */
export const hour = (at, language) => written(at, language, CLOCK);

/** A day as a separator: today and yesterday by name. @param {number} at @param {number} now @param {string} language */
export function day(at, now, language) {
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000);
  if (days === 0 || days === -1) {
    const name = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
    return name[0].toUpperCase() + name.slice(1);
  }
  return written(at, language, DAY);
}

/** How long somebody waits: `0:48`, `12:05`, `3 h`. @param {number} since @param {number} now */
export function waited(since, now) {
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {number} at */
function midnight(at) {
  return new Date(at).setHours(0, 0, 0, 0);
}
