// The company's colour, and what is readable on it. Pure.

/** The colour of those who chose none. */
const OWN = "#00604a";
const AA = 4.5;

/** @param {string | null | undefined} color as the company set it @returns {{ color: string, ink: string }} */
export function readable(color) {
  const chosen = hex(color ?? "") ?? OWN;
  // Of white and black one always reaches AA, on any colour; white is what coloured bars and buttons usually carry.
  return { color: chosen, ink: contrast(chosen, "#ffffff") >= AA ? "#ffffff" : "#000000" };
}

/** As WCAG counts it, from 1 to 21. @param {string} one @param {string} other both `#rrggbb` */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} text `#rgb` or `#rrggbb` @returns {string | null} as `#rrggbb` */
function hex(text) {
  const found = /^#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{6}))$/i.exec(text.trim());
  if (!found) return null;
  const [, red, green, blue, whole] = found;
  return `#${whole ?? red + red + green + green + blue + blue}`.toLowerCase();
}

/** @param {string} color */
function luminance(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
