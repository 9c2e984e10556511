// The list of conversations: rows of one height, only those on screen in the document.

import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { headings, visible } from "../lib/list-window.js";
import { ask, drafts, listed, say } from "../state/app.js";
import { go, list, show, waiting } from "../state/list.js";
import { open } from "../state/thread.js";
import { Icon } from "./icons.js";
import { ListRow } from "./ListRow.js";
import { ListSwitch } from "./ListSwitch.js";
import { WaitSwitch } from "./WaitSwitch.js";

/** Heights in rem, as the styles set them. */
const ROW = 4.25;
const HEADING = 2;

export function List() {
  const words = say.value;
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  /** The row that the keyboard goes to, once it is in the document. */
  const wanted = useRef(/** @type {number | null} */ (null));
  const [seen, setSeen] = useState({ top: 0, height: 800, rem: 16 });
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const { known, total, groups, rows } = list.value;
  const row = ROW * seen.rem;
  const heads = headings(groups);
  const range = visible({ total, row, top: seen.top, height: seen.height });
  const top = (/** @type {number} */ index) => index * row + heads.filter((head) => head.at <= index).length * HEADING * seen.rem;
  const shown = [...rows].filter(([index]) => index >= range.from && index < range.to).sort(([a], [b]) => a - b);
  const stop = [cursor, open.value].find((id) => shown.some(([, other]) => other.id === id)) ?? shown[0]?.[1].id;

  useEffect(() => { if (total) void show(range); }, [range.from, range.to, total]);
  useEffect(() => {
    if (!box.current) return undefined;
    const watch = new ResizeObserver(measure);
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const place = [...rows].find(([, other]) => other.id === open.value)?.[0];
    if (place !== undefined) reveal(place);
  }, [open.value]);
  useEffect(() => {
    const button = /** @type {HTMLElement | null} */ (box.current?.querySelector(`[aria-posinset="${(wanted.current ?? -1) + 1}"] button`));
    if (wanted.current === null || !button) return;
    wanted.current = null;
    button.focus({ preventScroll: true });
  });

  function measure() {
    if (!box.current) return;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    setSeen({ top: box.current.scrollTop, height: box.current.clientHeight, rem });
  }

  /** Scrolls no further than needed. @param {number} index */
  function reveal(index) {
    const list = box.current;
    if (!list) return;
    if (index === 0) list.scrollTop = 0;
    else if (top(index) < list.scrollTop) list.scrollTop = top(index);
    else list.scrollTop = Math.max(list.scrollTop, top(index) + row - list.clientHeight);
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    const page = Math.max(1, Math.floor(seen.height / row) - 1);
    const here = shown.find(([, other]) => other.id === stop)?.[0] ?? 0;
    const places = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + page, PageUp: here - page, Home: 0, End: total - 1 };
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.key in places)) return;
    event.preventDefault();
    const place = places[/** @type {keyof typeof places} */ (event.key)];
    wanted.current = Math.min(total - 1, Math.max(0, place));
    reveal(wanted.current);
    setSeen({ ...seen });
  }

  /** @param {FocusEvent} event */
  function focused(event) {
    const item = /** @type {HTMLElement} */ (event.target).closest("[data-id]");
    if (item) setCursor(item.getAttribute("data-id"));
  }

  return html`
    <section class="list" aria-labelledby="list-title">
      <header><h1 id="list-title">${words(listed.value)}</h1>
        <span class="grow"></span>
        ${(listed.value === "recents" || listed.value === "archived") && h(ListSwitch, {})}
        ${listed.value === "queues" && h(WaitSwitch, {})}
        <button type="button" class="btn icon" onClick=${() => ask("new-chat")} aria-keyshortcuts="Control+N"
          aria-label=${words("new-chat")} title="${words("new-chat")} (Ctrl N)">${h(Icon, { name: "plus" })}</button></header>
      <div class="rows" ref=${box} onScroll=${measure} onKeyDown=${keys} onFocusIn=${focused}>
        ${known && total === 0 && html`<p class="empty">${words(listed.value === "queues" && waiting.value ? "empty-waiting" : `empty-${listed.value}`)}</p>`}
        <div class="spacer" style=${{ blockSize: `${top(total)}px` }}>
          ${heads.map((head) => html`
            <h2 key=${head.id} class="group" style=${{ insetBlockStart: `${top(head.at) - HEADING * seen.rem}px` }}>
              <span>${words(`group-${head.id}`)}</span><span class="num">${head.total}</span>
            </h2>`)}
          <div role="list" aria-labelledby="list-title">
            ${shown.map(([index, other]) => h(ListRow, { key: other.id, row: other, index, total, top: top(index), stop: other.id === stop }))}
          </div>
        </div>
      </div>
      ${listed.value === "recents" && drafts.value.length > 0 && html`
        <button type="button" class="unsent" onClick=${() => go("drafts")}>
          ${h(Icon, { name: "draft" })}<span>${words("unsent-drafts")}</span><span class="num">${drafts.value.length}</span>
        </button>`}
    </section>`;
}
