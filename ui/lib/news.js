// What is new among the rows of Recents. Pure.

/** @typedef {import("../types/view.js").Row} Row */

/** Rows where a customer wrote since. @param {Map<string, Row> | null} before nothing known yet: nothing is new
 * @param {Row[]} rows @returns {Row[]} */
export function news(before, rows) {
  if (!before) return [];
  return rows.filter((row) => {
    const was = before.get(row.id);
    return row.unread > 0 && (was ? row.unread > was.unread : row.group === "ringing");
  });
}
