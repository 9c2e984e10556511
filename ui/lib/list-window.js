// Which rows of a long list with rows of one height are on screen. Arithmetic only.

/** Rows kept above and below what is seen. */
const OVERSCAN = 12;

/** @param {{ total: number, row: number, top: number, height: number }} list
 * @returns {{ from: number, to: number }} rows [from, to) */
export function visible({ total, row, top, height }) {
  const from = Math.max(0, Math.floor(top / row) - OVERSCAN);
  const to = Math.min(total, Math.ceil((top + height) / row) + OVERSCAN);
  return { from: Math.min(from, Math.max(0, total - 1)), to: Math.max(to, 0) };
}

/** The pages of `size` rows that cover [from, to). @returns {number[]} their offsets
 * @param {{ from: number, to: number }} range @param {number} size */
export function pages({ from, to }, size) {
  const offsets = [];
  for (let offset = Math.floor(from / size) * size; offset < to; offset += size) offsets.push(offset);
  return offsets;
}

/** The groups that have rows, each with the place of its first. @template {{ id: string, total: number }} Group
 * @param {Group[]} groups @returns {(Group & { at: number })[]} */
export function headings(groups) {
  let at = 0;
  const placed = groups.map((group) => {
    const place = { ...group, at };
    at += group.total;
    return place;
  });
  return placed.filter((group) => group.total > 0);
}
