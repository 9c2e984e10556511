// Office hours as a form shows them.

/** Monday to Friday, nine to six: where a company that had no hours begins. */
export const WEEK = [1, 2, 3, 4, 5].map((day) => ({ day, from: 540, to: 1080 }));

/** Minutes after midnight as a time field has them; the end of the day is its midnight. @param {number} minutes */
export function clockOf(minutes) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** @param {string} clock */
export function minutesOf(clock) {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** @param {number} day 1 is Monday @param {string} locale */
export function weekday(day, locale) {
  return new Date(Date.UTC(2024, 0, day)).toLocaleDateString(locale, { weekday: "long", timeZone: "UTC" });
}

/** Every time zone this computer knows, and the one that is set. @param {string} set @returns {string[]} */
export function zones(set) {
  const known = Intl.supportedValuesOf("timeZone");
  return known.includes(set) ? known : [set, ...known];
}
