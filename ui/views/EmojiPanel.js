// The emoji, above their button in the composer. The chosen one is written at the caret.

import { h } from "preact";
import { html } from "../html.js";
import { type } from "../lib/typed.js";
import { say } from "../state/app.js";
import { emojiWish, useEmoji } from "../state/emoji.js";
import { EmojiChoice } from "./EmojiChoice.js";
import { Icon } from "./icons.js";
import { usePanel } from "./usePanel.js";

/** @param {{ box: { current: HTMLTextAreaElement | null }, blocked: boolean }} props */
export function EmojiPanel({ box, blocked }) {
  const words = say.value;
  const { open, close, attributes } = usePanel(emojiWish, blocked);

  /** @param {string} unicode */
  function choose(unicode) {
    close();
    if (box.current) type(box.current, unicode);
    useEmoji(unicode);
  }
  return html`
    <button type="button" class="btn icon" popovertarget="emoji" disabled=${blocked} aria-label=${words("emoji")}
      title=${words("emoji")} aria-keyshortcuts="Control+.">${h(Icon, { name: "smile" })}</button>
    <div id="emoji" class="panel emoji-panel" aria-label=${words("emoji")} ...${attributes}>
      ${open && h(EmojiChoice, { choose })}
    </div>`;
}
