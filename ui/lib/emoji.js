// Emoji: what they are called, in which group they are, which skin they have.

/** As the data has them. @typedef {{ unicode: string, label: string, hexcode: string, group?: number, order?: number, tags?: string[],
 *   skins?: { unicode: string, label: string, hexcode: string }[] }} Datum */
/** @typedef {{ unicode: string, label: string }} Drawn */
/** @typedef {Drawn & { group: number, words: string[], skins: Map<number, Drawn> }} Emoji */

/** The data's groups with the emoji that stands for each; that of hair and tones is none to write by itself. */
export const GROUPS = [
  { number: 0, id: "faces", unicode: "😀" }, { number: 1, id: "people", unicode: "👋" }, { number: 3, id: "nature", unicode: "🌿" }, { number: 4, id: "food", unicode: "🍎" },
  { number: 5, id: "travel", unicode: "🚗" }, { number: 6, id: "activities", unicode: "⚽️" }, { number: 7, id: "objects", unicode: "💡" }, { number: 8, id: "symbols", unicode: "✅️" }, { number: 9, id: "flags", unicode: "🏁" },
];
/** From light to dark, as they stand in a code. */
const TONES = ["1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF"];

/** In the order of the data. @param {Datum[]} data @returns {Emoji[]} */
export function emojiOf(data) {
  return data.filter(({ group }) => GROUPS.some(({ number }) => number === group)).sort((a, b) => (a.order ?? 0) - (b.order ?? 0)).map(({ unicode, label, group = 0, tags = [], skins = [] }) => ({
    unicode, label, group,
    words: [label, ...tags].flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u)).filter(Boolean),
    skins: new Map(skins.flatMap((skin) => {
      const tone = toneOf(skin.hexcode);
      return tone ? [[tone, { unicode: skin.unicode, label: skin.label }]] : [];
    })),
  }));
}

/** 1 to 5 where all in the picture have the same, otherwise 0. @param {string} code */
function toneOf(code) {
  const tones = new Set(code.split("-").filter((part) => TONES.includes(part)));
  return tones.size === 1 ? TONES.indexOf([...tones][0] ?? "") + 1 : 0;
}

/** Without accents, ligatures and capitals. @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae");

/** Those each of whose words begins one of their names; the ones called so come before the ones that only have to do with it.
 * @param {Emoji[]} all @param {string} text */
export function searched(all, text) {
  const wanted = plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const fits = all.filter(({ words }) => wanted.every((begin) => words.some((word) => word.startsWith(begin))));
  const called = (/** @type {Emoji} */ { label }) => wanted.every((begin) => ` ${plain(label)}`.includes(` ${begin}`));
  return [...fits.filter(called), ...fits.filter((emoji) => !called(emoji))];
}

/** With this tone, where it has one. @param {Emoji} emoji @param {number} tone @returns {Drawn} */
export const toned = (emoji, tone) => emoji.skins.get(tone) ?? emoji;

/** Those of the last ones that are known. @param {Emoji[]} all @param {string[]} recent @returns {Drawn[]} */
export function known(all, recent) {
  const drawn = new Map(all.flatMap((emoji) => [emoji, ...emoji.skins.values()]).map((one) => [one.unicode, one]));
  return recent.flatMap((unicode) => drawn.get(unicode) ?? []);
}

/** The new one first, each once. @param {string[]} recent @param {string} unicode @param {number} most */
export const used = (recent, unicode, most) => [unicode, ...recent.filter((other) => other !== unicode)].slice(0, most);
