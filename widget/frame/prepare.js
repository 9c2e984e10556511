// What the page must have before anyone can chat: its words, and how the company wants it. Until then, and where there
// can be no chat, it says so.

import { Refused } from "./api.js";
import { trouble } from "./trouble.js";
import { language, parse, refusal, speaker } from "./words.js";

/**
 * @param {ReturnType<typeof import("./api.js").api>} hub
 * @param {{ ready: () => void, close: () => void }} page without words it stays silent, and the bubble apologizes
 */
export async function preparation(hub, page) {
  const tongue = language(navigator.languages);
  document.documentElement.lang = tongue;
  // British hours are not American ones.
  const locale = navigator.languages.find((tag) => tag.toLowerCase().startsWith(tongue)) ?? tongue;
  const words = await fetch(`/widget/v1/assets/${tongue}.ftl`);
  if (!words.ok) throw new Error(String(words.status));
  const known = parse(await words.text());
  const say = speaker(known);
  const has = (/** @type {string} */ id) => known.has(id);
  for (;;) {
    try {
      return { tongue, locale, say, has, config: await hub.config() };
    } catch (error) {
      const final = error instanceof Refused && error.after === 0;
      await another(final ? sentence(error.code) : say("unreachable"), final);
    }
  }

  /** @param {string} code */
  function sentence(code) {
    return say(has(refusal(code)) ? refusal(code) : "unavailable");
  }

  /** Until the visitor or the network asks for another try; never, when none makes sense.
   * @param {string} text @param {boolean} final @returns {Promise<void>} */
  function another(text, final) {
    return new Promise((resolve) => {
      const retry = () => {
        window.removeEventListener("online", retry);
        away();
        resolve();
      };
      const away = trouble({ say, sentence: text, onRetry: final ? null : retry, onClose: page.close });
      if (!final) window.addEventListener("online", retry);
      page.ready();
    });
  }
}
