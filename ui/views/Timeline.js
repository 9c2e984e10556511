// What was said: a bounded window of lines in normal flow. What is looked at stays where it is, by our own doing in all
// three engines (`overflow-anchor: none`).

import { h } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { beginsDay } from "../lib/timeline.js";
import { day } from "../lib/time.js";
import { locale, now, say } from "../state/app.js";
import { markRead, more, newest, readAtEnd, timeline, toEnd, typing } from "../state/thread.js";
import { Line } from "./Line.js";

/** So near to the end counts as at the end. */
const NEAR = 80;
/** So near to an end more is fetched. */
const SOON = 400;

/** @param {{ head: import("../types/view.js").Thread }} props */
export function Timeline({ head }) {
  const words = say.value;
  const box = useRef(/** @type {HTMLOListElement | null} */ (null));
  const held = useRef({ atEnd: true, wish: toEnd.value, shown: timeline.value, anchor: /** @type {Element | null} */ (null), bottom: 0 });
  const [away, setAway] = useState(false);
  const loaded = timeline.value;
  const lines = loaded?.lines ?? [];
  if (loaded !== held.current.shown) remember();
  if (toEnd.value !== held.current.wish) held.current.atEnd = true;

  useLayoutEffect(() => {
    held.current.shown = loaded;
    held.current.wish = toEnd.value;
    const { atEnd, anchor, bottom } = held.current;
    if (atEnd) sinkToEnd();
    else if (anchor?.isConnected) box.current?.scrollBy(0, anchor.getBoundingClientRect().bottom - bottom);
    scrolled();
  }, [loaded, typing.value, toEnd.value]);

  useEffect(() => {
    const watch = new ResizeObserver(() => { if (held.current.atEnd) sinkToEnd(); });
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    window.addEventListener("focus", read);
    return () => window.removeEventListener("focus", read);
  });

  function sinkToEnd() {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }

  /** The first line on screen, to be put back where it was. */
  function remember() {
    const list = box.current;
    if (!list) return;
    const edge = list.getBoundingClientRect().top;
    const anchor = [...list.querySelectorAll(":scope > [data-line]")].find((line) => line.getBoundingClientRect().bottom > edge);
    held.current.anchor = anchor ?? null;
    held.current.bottom = anchor?.getBoundingClientRect().bottom ?? 0;
  }

  function scrolled() {
    const list = box.current;
    if (!list) return;
    const below = list.scrollHeight - list.scrollTop - list.clientHeight;
    held.current.atEnd = below < NEAR && !timeline.value?.after;
    readAtEnd(held.current.atEnd);
    setAway(!held.current.atEnd);
    read();
    if (list.scrollTop < SOON) void more("before");
    if (below < SOON) void more("after");
  }

  /** From message to message. @param {KeyboardEvent} event */
  function arrows(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...(box.current?.querySelectorAll(/** @type {"li"} */ (":scope > .msg")) ?? [])];
    const here = all.findIndex((line) => line.contains(document.activeElement));
    const next = all[here < 0 ? all.length - 1 : here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function read() {
    const last = timeline.value?.lines.findLast((line) => line.seq !== null);
    if (held.current.atEnd && last?.seq) void markRead(last.seq);
  }

  return html`
    <div class="timeline">
      <ol class="log" ref=${box} onScroll=${scrolled} onKeyDown=${arrows} tabindex="0" aria-label=${words("thread")}>
        ${lines.flatMap((line, index) => [
          beginsDay(lines, index) && html`<li class="day" key=${`day ${line.id}`}>${day(line.at, now.value, locale.value)}</li>`,
          h(Line, { key: line.id, line }),
        ])}
        ${typing.value && html`<li class="typing" key="typing">${words("typing", { name: head.name })}</li>`}
      </ol>
      ${away && lines.length > 0 && html`
        <button type="button" class="btn pill" onClick=${newest}>↓ ${head.unread ? words("new-messages", { count: head.unread }) : words("to-end")}</button>`}
    </div>`;
}
