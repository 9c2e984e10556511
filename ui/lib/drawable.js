// What the system's font can draw.

/** As wide as any other emoji: what a font lacks is a box, or its parts side by side. */
const TOLERANCE = 0.2;

/** @template {{ unicode: string }} T @param {T[]} emoji @returns {T[]} */
export function drawable(emoji) {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return emoji;
  pen.font = `16px ${getComputedStyle(document.documentElement).getPropertyValue("--emoji-font")}`;
  const width = (/** @type {string} */ text) => pen.measureText(text).width;
  const usual = width("😀");
  return emoji.filter(({ unicode }) => Math.abs(width(unicode) - usual) <= usual * TOLERANCE);
}
