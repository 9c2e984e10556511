// Text into words and links. Pure; the view makes nodes of it.

/** @typedef {{ text: string, url?: string }} Piece */

const LINK = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/;

/** @param {string} text @returns {Piece[]} */
export function pieces(text) {
  return text.split(LINK).flatMap((part, index) => {
    if (part === "") return [];
    return index % 2 === 1 && URL.canParse(part) ? [{ text: part, url: part }] : [{ text: part }];
  });
}
