// Text into words and links. Pure; the view makes nodes of it.

/** @typedef {{ text: string, url?: string }} Piece */

/** A web address with or without its scheme, or a mail address; the sentence's own full stop stays outside. */
const LINK = /((?:https?:\/\/|www\.)[^\s<>"']+[^\s<>"'.,;:!?)\]»]|[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24})/i;

/** @param {string} text @returns {Piece[]} */
export function pieces(text) {
  return text.split(LINK).flatMap((part, index) => {
    if (part === "") return [];
    const url = index % 2 === 1 ? address(part) : null;
    return url ? [{ text: part, url }] : [{ text: part }];
  });
}

/** @param {string} part */
function address(part) {
  const url = /^https?:/i.test(part) ? part : /^www\./i.test(part) ? `https://${part}` : `mailto:${part}`;
  return URL.canParse(url) ? url : null;
}
