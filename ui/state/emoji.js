// Emoji: loaded when first asked for, and what this computer remembers of them.

import { signal } from "@preact/signals";
import { drawable } from "../lib/drawable.js";
import { emojiOf, used } from "../lib/emoji.js";
import { call } from "../platform/index.js";

/** @typedef {import("../lib/emoji.js").Emoji} Emoji */

/** Most that stand in the first tab: three rows. */
const RECENT = 24;

/** Counts the wishes to have the panel. */
export const emojiWish = signal(0);
/** @type {import("@preact/signals").Signal<import("../types/view.js").EmojiHabits | null>} */
export const habits = signal(null);
/** @type {Map<string, Promise<Emoji[]>>} */
const loaded = new Map();

export function openEmoji() {
  emojiWish.value += 1;
}

/** Every one that this system can draw, called as the language calls it. @param {"fr" | "en"} language @returns {Promise<Emoji[]>} */
export async function emojiIn(language) {
  habits.value ??= await call("emoji_habits").catch(() => ({ recent: [], tone: 0 }));
  const known = loaded.get(language);
  if (known) return known;
  const data = import(`../vendor/emoji/${language}.json`, { with: { type: "json" } }).then((file) => drawable(emojiOf(file.default)));
  loaded.set(language, data);
  data.catch(() => loaded.delete(language));
  return data;
}

/** @param {string} unicode */
export const useEmoji = (unicode) => keep({ recent: used(habits.value?.recent ?? [], unicode, RECENT) });

/** @param {number} tone */
export const toneSkin = (tone) => keep({ tone });

/** It is no loss where it cannot be kept. @param {Partial<import("../types/view.js").EmojiHabits>} change */
function keep(change) {
  habits.value = { recent: [], tone: 0, ...habits.value, ...change };
  void call("save_emoji_habits", habits.value).catch(() => {});
}
