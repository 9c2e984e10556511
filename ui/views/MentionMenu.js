// Colleagues to be named in a note, at the caret.

import { h } from "preact";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { AtCaret } from "./AtCaret.js";

/** @typedef {import("../types/view.js").Colleague} Colleague */

/** @param {{ box: HTMLTextAreaElement, from: number, found: Colleague[], place: number, choose: (who: Colleague) => void }} props */
export function MentionMenu({ box, from, found, place, choose }) {
  const words = say.value;
  return h(AtCaret, { box, from, of: found, children: html`
    <div class="mention-list" id="mention-list" role="listbox" aria-label=${words("mention")}>
      ${found.map((who, index) => html`
        <div key=${who.id} id="mention-list-${index}" role="option" class="option" aria-selected=${index === place}
          onPointerDown=${(/** @type {Event} */ event) => { event.preventDefault(); choose(who); }}>
          <span class="dot ${who.status}"></span><span dir="auto">${who.name}</span><small>${words(`status-${who.status}`)}</small>
        </div>`)}
    </div>` });
}
