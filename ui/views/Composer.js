// Where an agent answers, or leaves a note. What is written is kept until it is sent.

import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { say, settings } from "../state/app.js";
import { keepDraft, note as writeNote, send, tellTyping } from "../state/thread.js";
import { Icon } from "./icons.js";

/** @param {{ head: import("../types/view.js").Thread }} props */
export function Composer({ head }) {
  const words = say.value;
  const [text, setText] = useState(head.draft);
  const [isNote, setNote] = useState(false);
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const pending = useRef({ timer: 0, text: head.draft, kept: head.draft, typed: 0 });
  const enterSends = settings.value?.enter_sends ?? true;
  const blocked = !(isNote ? head.can.note : head.can.reply);

  useEffect(() => {
    const toNote = () => { setNote((was) => !was); box.current?.focus(); };
    document.addEventListener("guichet-note", toNote);
    return () => { document.removeEventListener("guichet-note", toNote); keep(); };
  }, []);
  useEffect(() => {
    if (!box.current) return;
    box.current.style.blockSize = "auto";
    box.current.style.blockSize = `${Math.min(box.current.scrollHeight, 184)}px`;
  }, [text]);

  function keep() {
    clearTimeout(pending.current.timer);
    if (pending.current.text === pending.current.kept) return;
    pending.current.kept = pending.current.text;
    void keepDraft(head.id, pending.current.text);
  }

  /** @param {InputEvent & { currentTarget: HTMLTextAreaElement }} event */
  function written(event) {
    const value = event.currentTarget.value;
    setText(value);
    pending.current.text = value;
    clearTimeout(pending.current.timer);
    pending.current.timer = setTimeout(keep, 500);
    if (!isNote && Date.now() - pending.current.typed > 3000) {
      pending.current.typed = Date.now();
      tellTyping();
    }
  }

  /** @param {Event} [event] */
  async function submit(event) {
    event?.preventDefault();
    const value = text.trim();
    if (!value || blocked) return;
    clearTimeout(pending.current.timer);
    pending.current.text = pending.current.kept = "";
    setText("");
    if (isNote) setNote(false);
    const done = await (isNote ? writeNote(value) : send(value));
    if (done === undefined && pending.current.text === "") {
      pending.current.text = value;
      setText(value);
      keep();
    }
    box.current?.focus();
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (event.key !== "Enter" || event.isComposing || event.shiftKey) return;
    if (enterSends || event.ctrlKey || event.metaKey) void submit(event);
  }

  if (head.state === "closed") return html`<p class="closed" role="status">${words("closed-composer")}</p>`;
  const tab = (/** @type {boolean} */ forNote, /** @type {string} */ id) => html`
    <button type="button" role="tab" aria-selected=${isNote === forNote} onClick=${() => { setNote(forNote); box.current?.focus(); }}>${words(id)}</button>`;
  return html`
    <form class="composer ${isNote ? "as-note" : ""}" onSubmit=${submit}>
      <div class="tabs" role="tablist" aria-label=${words("composer")}>${tab(false, "reply-tab")}${tab(true, "note")}</div>
      <textarea ref=${box} rows="2" dir="auto" value=${text} onInput=${written} onKeyDown=${keys} onBlur=${keep}
        aria-label=${words(isNote ? "write-note" : "write-reply")} disabled=${blocked}
        placeholder=${words(blocked ? "take-first" : isNote ? "write-note" : head.can.take ? "write-takes" : "write-reply")}></textarea>
      <div class="tools"><span class="grow"></span>
        <span class="hint">${words(enterSends ? "enter-sends" : "ctrl-enter-sends")}</span>
        <button type="submit" class="btn primary" disabled=${!text.trim() || blocked}>${h(Icon, { name: "send" })}${words(isNote ? "add-note" : "send")}</button>
      </div>
    </form>`;
}
