// The text that is being written, and the button that sends it.

import { h } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { say, settings } from "../state/app.js";
import { newest } from "../state/thread.js";
import { caret, keep, submit, textOf, write } from "../state/writing.js";
import { EmojiPanel } from "./EmojiPanel.js";
import { Icon } from "./icons.js";
import { Quoted } from "./Quoted.js";
import { useMentions } from "./useMentions.js";
import { useTemplating } from "./useTemplating.js";

/** Most lines before the box scrolls. */
const LINES = 8;
/** What engines report for a key that an input method is using, where they do not say `isComposing`. */
const COMPOSING = 229;

/** The last wish for the caret that was granted. */
let granted = 0;

/** @param {{ head: import("../types/view.js").Thread, which: import("../state/writing.js").Kind }} props */
export function TextBox({ head, which }) {
  const words = say.value;
  const [text, setText] = useState(textOf(head, which));
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const enterSends = settings.value?.enter_sends ?? true;
  const note = which === "note";
  const blocked = !(note ? head.can.note : head.can.reply);
  const templating = useTemplating({ head, box, text, blocked, note });
  const mentions = useMentions({ conversation: head.id, box, note });
  const moved = () => { templating.moved(); mentions.moved(); };

  useLayoutEffect(() => {
    if (!box.current) return;
    const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(box.current);
    const most = parseFloat(lineHeight) * LINES + parseFloat(paddingBlockStart) + parseFloat(paddingBlockEnd);
    box.current.style.blockSize = "auto";
    box.current.style.blockSize = `${Math.min(box.current.scrollHeight, most)}px`;
  }, [text]);
  useEffect(() => {
    if (granted === caret.value) return;
    granted = caret.value;
    if (blocked) /** @type {HTMLElement | null} */ (document.querySelector(".log"))?.focus();
    else box.current?.focus();
  }, [caret.value]);

  /** @param {InputEvent & { currentTarget: HTMLTextAreaElement }} event */
  function written({ currentTarget: { value } }) {
    setText(value);
    write(head.id, which, value);
    moved();
  }

  /** @param {Event} [event] */
  async function sent(event) {
    event?.preventDefault();
    if (!text.trim() || blocked || templating.keepsBack()) return;
    setText("");
    box.current?.focus();
    const left = await submit(head.id, which);
    setText(left);
    if (!left) await newest();
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (mentions.keys(event) || templating.keys(event)) return;
    if (event.key === "ArrowUp" && !text && !event.altKey) return void toLastLine(event);
    if (event.key !== "Enter" || event.isComposing || event.keyCode === COMPOSING || event.shiftKey || event.altKey) return;
    if (enterSends || event.ctrlKey || event.metaKey) void sent(event);
  }

  function left() {
    templating.hide();
    mentions.hide();
    keep();
  }

  return html`
    <form onSubmit=${sent}>
      ${!note && h(Quoted, { head })}
      ${templating.above}
      <div class="writing">${templating.marks}<textarea ref=${box} rows="2" dir="auto" value=${text} onInput=${written} onKeyDown=${keys} onClick=${moved} onKeyUp=${templating.released} onScroll=${templating.scrolled} onBlur=${left} disabled=${blocked} ...${templating.attributes} ...${mentions.attributes}
        aria-label=${head.chat ? words("write-chat", { name: head.name }) : words(note ? "write-note" : "write-reply")} aria-describedby="composer-hint" placeholder=${words(invitation(head, note), { name: head.name })}></textarea></div>
      ${templating.menu}${mentions.menu}
      <div class="tools">
        ${templating.button}${h(EmojiPanel, { box, blocked })}
        <span class="hint" id="composer-hint">${words(blocked ? "cannot-write" : note ? "note-hint" : enterSends ? "enter-sends" : "ctrl-enter-sends")}</span>
        <button type="submit" class="btn primary" disabled=${!text.trim() || blocked}>${h(Icon, { name: note ? "draft" : "send" })}${words(note ? "add-note" : "send")}</button>
      </div>
    </form>`;
}

/** From an empty box up into what was said. @param {KeyboardEvent} event */
function toLastLine(event) {
  const lines = document.querySelectorAll(".log > .msg");
  event.preventDefault();
  /** @type {HTMLElement | undefined} */ (lines[lines.length - 1])?.focus();
}

/** What the empty box says: what writing there does, or why one cannot. @param {import("../types/view.js").Thread} head @param {boolean} note */
function invitation(head, note) {
  if (note) return head.can.note ? "write-note" : "no-note";
  if (head.chat) return head.can.reply ? "write-chat" : "colleague-gone";
  if (head.can.reply) return head.can.take ? "write-takes" : "write-reply";
  return head.can.take ? "take-first" : "not-yours";
}
