// Where an agent answers, or leaves a note.

import { h } from "preact";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { kind, startWriting } from "../state/writing.js";
import { TextBox } from "./TextBox.js";

/** @typedef {import("../state/writing.js").Kind} Kind */

/** @param {{ head: import("../types/view.js").Thread }} props */
export function Composer({ head }) {
  const words = say.value;
  // Colleagues among themselves have nobody to hide a note from.
  if (head.chat) return html`<div class="composer"><div id="writing">${h(TextBox, { head, which: "reply" })}</div></div>`;
  const closed = head.state === "closed";
  if (closed && !head.can.note) return html`<p class="closed" role="status">${words("closed-composer")}</p>`;
  // After the end colleagues may still leave notes; the customer is not reached any more.
  // One who supervises whispers; to answer, they take over.
  const noteOnly = closed || head.overseen;
  const which = noteOnly ? "note" : kind.value;

  /** @param {KeyboardEvent} event */
  function arrows(event) {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      event.preventDefault();
      startWriting(which === "reply" ? "note" : "reply");
    }
  }
  /** @param {Kind} other @param {string} id */
  const tab = (other, id) => html`
    <button type="button" role="tab" id="tab-${other}" aria-controls="writing" aria-selected=${which === other}
      tabindex=${which === other ? 0 : -1} onClick=${() => startWriting(other)}>${words(id)}</button>`;
  return html`
    <div class="composer ${which === "note" ? "as-note" : ""}">
      ${noteOnly
        ? html`<p class="reason">${words(closed ? "closed-composer" : "whisper")}</p>`
        : html`<div class="tabs" role="tablist" aria-label=${words("composer")} onKeyDown=${arrows}>${tab("reply", "reply-tab")}${tab("note", "note")}</div>`}
      <div id="writing" role=${noteOnly ? undefined : "tabpanel"} aria-labelledby=${noteOnly ? undefined : `tab-${which}`}>
        ${h(TextBox, { key: which, head, which })}
      </div>
    </div>`;
}
