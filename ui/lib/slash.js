// `/` and what follows it, where it means a template: at the beginning of a line or after a space.

const BEFORE_CARET = /(?:^|\s)(\/([^\s/]{0,40}))$/u;

/** @param {string} text @param {number} caret @returns {{ from: number, to: number, search: string } | null} */
export function slashAt(text, caret) {
  const found = BEFORE_CARET.exec(text.slice(0, caret));
  if (!found) return null;
  return { from: caret - (found[1]?.length ?? 0), to: caret, search: found[2] ?? "" };
}
