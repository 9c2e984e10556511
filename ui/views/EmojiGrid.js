// Rows of emoji. Arrows go from one to the next; whatever else is written goes into the search.

import { useState } from "preact/hooks";
import { html } from "../html.js";

/** @typedef {import("../lib/emoji.js").Drawn} Drawn */

/** As many as the style sheet has in a row. */
const COLUMNS = 8;

/** @param {{ inside: { current: HTMLElement | null }, label: string, rows: Drawn[], choose: (unicode: string) => void,
 *   name: (label: string) => void, back: () => void }} props `name`: tells what one is called; `back`: to the search */
export function EmojiGrid({ inside, label, rows, choose, name, back }) {
  const [at, setAt] = useState(0);

  /** @param {number} place */
  function go(place) {
    /** @type {HTMLElement | undefined} */ (inside.current?.children[Math.max(0, Math.min(rows.length - 1, place))])?.focus();
  }
  /** @param {KeyboardEvent} event */
  function keys(event) {
    const chosen = rows[at];
    const page = COLUMNS * 5;
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS, PageDown: page, PageUp: -page, Home: -at, End: rows.length };
    if (event.key === "ArrowUp" && at < COLUMNS) back();
    else if (event.key in steps) go(at + steps[/** @type {keyof typeof steps} */ (event.key)]);
    else if (event.key === "Enter" || event.key === " ") { if (chosen) choose(chosen.unicode); }
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) return void back();
    else return;
    event.preventDefault();
  }
  return html`
    <div class="emoji-grid" id="emoji-grid" role="listbox" aria-label=${label} ref=${inside} onKeyDown=${keys} onPointerLeave=${() => name("")}>
      ${rows.map((emoji, place) => html`
        <span key=${emoji.unicode} role="option" aria-selected="false" aria-label=${emoji.label} tabindex=${place === at ? 0 : -1}
          onClick=${() => choose(emoji.unicode)} onPointerEnter=${() => name(emoji.label)}
          onFocus=${() => { setAt(place); name(emoji.label); }}>${emoji.unicode}</span>`)}
    </div>`;
}
