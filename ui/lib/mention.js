// `@` and what follows it, where it names a colleague: at the beginning of a line or after a space.

const BEFORE_CARET = /(?:^|\s)(@([\p{L}][\p{L}\p{M}'’ .-]{0,40}|))$/u;

/** @param {string} text @param {number} caret @returns {{ from: number, to: number, search: string } | null} */
export function mentionAt(text, caret) {
  const found = BEFORE_CARET.exec(text.slice(0, caret));
  if (!found) return null;
  return { from: caret - (found[1]?.length ?? 0), to: caret, search: found[2] ?? "" };
}

/** Of those who were chosen, those whose name the text still has. @param {string} text @param {Map<string, string>} chosen
 * ids by name @returns {string[]} */
export function mentioned(text, chosen) {
  return [...chosen].filter(([name]) => text.includes(`@${name}`)).map(([, id]) => id);
}
