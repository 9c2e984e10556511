// Colleagues under an `@` in a note, at the caret.

import { h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { mentionAt } from "../lib/mention.js";
import { colleagues } from "../state/chats.js";
import { mention } from "../state/writing.js";
import { MentionMenu } from "./MentionMenu.js";

/** @typedef {import("../types/view.js").Colleague} Colleague */

const MOST = 6;

/** @param {{ conversation: string, box: { current: HTMLTextAreaElement | null }, note: boolean }} props */
export function useMentions({ conversation, box, note }) {
  const [at, setAt] = useState(/** @type {ReturnType<typeof mentionAt>} */ (null));
  const [found, setFound] = useState(/** @type {Colleague[]} */ ([]));
  const [place, setPlace] = useState(0);
  useEffect(() => {
    setPlace(0);
    if (!at) return setFound([]);
    let current = true;
    void colleagues(at.search).then((all) => { if (current) setFound(all?.agents.slice(0, MOST) ?? []); });
    return () => { current = false; };
  }, [at?.search, at?.from]);
  const shows = note && at !== null && found.length > 0;

  /** @param {Colleague} who */
  function choose(who) {
    const own = box.current;
    if (!own || !at) return;
    mention(conversation, who);
    own.focus();
    own.setSelectionRange(at.from, at.to);
    // As if it were typed: it can be undone.
    if (!document.execCommand("insertText", false, `@${who.name} `)) {
      own.setRangeText(`@${who.name} `, at.from, at.to, "end");
      own.dispatchEvent(new Event("input", { bubbles: true }));
    }
    setAt(null);
  }

  return {
    moved() {
      const own = box.current;
      setAt(note && own && own.selectionStart === own.selectionEnd ? mentionAt(own.value, own.selectionStart) : null);
    },
    /** @param {KeyboardEvent} event @returns {boolean} was it for a mention? */
    keys(event) {
      if (!shows || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
      const who = found[place];
      if (event.key === "ArrowDown" || event.key === "ArrowUp") setPlace((place + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length);
      else if (event.key === "Escape") setAt(null);
      else if ((event.key === "Enter" || event.key === "Tab") && who) choose(who);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    hide: () => setAt(null),
    attributes: shows ? { "aria-autocomplete": "list", "aria-controls": "mention-list", "aria-activedescendant": `mention-list-${place}` } : {},
    menu: shows && box.current && h(MentionMenu, { box: box.current, from: at.from, found, place, choose }),
  };
}
