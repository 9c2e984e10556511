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

/** What a notice says of a row besides its name: what the customer wrote, or the queue. Never what an agent wrote, which
 * may be the row's last line. @param {Row} row @param {import("../types/view.js").NotifyContent} content
 * @returns {string | null} */
export function gist({ preview, queue }, content) {
  if (content === "none") return null;
  return content === "text" && preview.kind === "in" ? preview.text : queue;
}
