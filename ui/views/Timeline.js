// What was said: a bounded window of lines in normal flow. What is looked at stays where it is.

import { h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { beginsDay } from "../lib/timeline.js";
import { day } from "../lib/time.js";
import { language, now, say } from "../state/app.js";
import { markRead, newest, older, timeline, typing } from "../state/thread.js";
import { Line } from "./Line.js";

/** So near to the end counts as at the end. */
const NEAR = 80;

/** @param {{ head: import("../types/view.js").Thread }} props */
export function Timeline({ head }) {
  const words = say.value;
  const box = useRef(/** @type {HTMLOListElement | null} */ (null));
  const held = useRef({ atEnd: true, anchor: /** @type {Element | null} */ (null), bottom: 0 });
  const [away, setAway] = useState(false);
  const loaded = timeline.value;
  const lines = loaded?.lines ?? [];

  useLayoutEffect(() => {
    const list = box.current;
    if (!list) return;
    const { atEnd, anchor, bottom } = held.current;
    if (atEnd) list.scrollTop = list.scrollHeight;
    else if (anchor?.isConnected) list.scrollBy(0, anchor.getBoundingClientRect().bottom - bottom);
    remember();
    read();
  }, [loaded, typing.value]);

  /** The first line on screen, to be put back where it was. */
  function remember() {
    const list = box.current;
    if (!list) return;
    const edge = list.getBoundingClientRect().top;
    const anchor = [...list.children].find((child) => child.getBoundingClientRect().bottom > edge) ?? null;
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
    held.current = { atEnd, anchor, bottom: anchor?.getBoundingClientRect().bottom ?? 0 };
    setAway(!atEnd);
  }

  function scrolled() {
    remember();
    read();
    if (box.current && box.current.scrollTop < 400) void older();
  }

  function read() {
    const last = lines.findLast((line) => line.seq !== null);
    if (held.current.atEnd && last?.seq) void markRead(last.seq);
  }

  function toEnd() {
    held.current.atEnd = true;
    void newest();
  }

  return html`
    <div class="timeline">
      <ol class="log" ref=${box} onScroll=${scrolled} onFocus=${read} tabindex="0" aria-label=${words("thread")}>
        ${lines.flatMap((line, index) => [
          beginsDay(lines, index) && html`<li class="day" key=${`day-${line.seq}`}>${day(line.at, now.value, language.value)}</li>`,
          h(Line, { key: line.id ?? line.seq, line }),
        ])}
        ${typing.value && html`<li class="typing" key="typing">${words("typing", { name: head.name })}</li>`}
      </ol>
      ${away && html`<button type="button" class="btn pill" onClick=${toEnd}>↓ ${words(head.unread ? "new-messages" : "to-end")}</button>`}
    </div>`;
}
