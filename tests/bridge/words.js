// The screen's own words, to find on it what a person would look for.

import { readFileSync } from "node:fs";
import { speaker } from "../../ui/lib/words.js";

/** @param {"fr" | "en"} language @returns {(id: string, values?: Record<string, any>) => string} */
export function words(language) {
  const files = ["ui", "client"].map((file) => readFileSync(new URL(`../../locales/${language}/${file}.ftl`, import.meta.url), "utf8"));
  return speaker(language, files.join("\n"));
}
