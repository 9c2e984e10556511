// The list of conversations: rows of one height, only those on screen in the document.

import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { visible } from "../lib/list-window.js";
import { drafts, say, view } from "../state/app.js";
import { list, neighbour, show } from "../state/list.js";
import { go } from "../state/start.js";
import { open, openThread } from "../state/thread.js";
import { Icon } from "./icons.js";
import { ListRow } from "./ListRow.js";

/** Heights in pixels, as the styles set them. */
const ROW = 68;
const HEADING = 32;

export function List() {
  const words = say.value;
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  const { total, groups, rows } = list.value;
  const range = visible({ total, row: ROW, ...seen });
  useEffect(() => { if (total) void show(range); }, [range.from, range.to, total]);
  useEffect(() => {
    if (!box.current) return undefined;
    const watch = new ResizeObserver(measure);
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);

  function measure() {
    if (box.current) setSeen({ top: box.current.scrollTop, height: box.current.clientHeight });
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const next = step ? neighbour(open.value, step) : null;
    if (!next || event.altKey) return;
    event.preventDefault();
    void openThread(next);
  }

  let before = 0;
  const headings = groups.map((group) => {
    const at = before;
    before += group.total;
    return { ...group, at };
  });
  const above = (/** @type {number} */ index) => headings.filter((group) => group.total && group.at <= index).length * HEADING;
  const shown = [...rows.entries()].filter(([index]) => index >= range.from && index < range.to).sort(([a], [b]) => a - b);
  const current = shown.some(([, row]) => row.id === open.value) ? open.value : shown[0]?.[1].id;

  return html`
    <section class="list" aria-label=${words("conversations")}>
      <header><h1>${words(view.value === "queues" ? "queues" : "recents")}</h1></header>
      <div class="rows" ref=${box} onScroll=${measure} onKeyDown=${keys} role="list">
        ${total === 0 && html`<p class="empty">${words(view.value === "queues" ? "empty-queues" : "empty-recents")}</p>`}
        <div class="spacer" style=${{ blockSize: `${total * ROW + above(total)}px` }}>
          ${headings.filter((group) => group.total).map((group) => html`
            <h2 key=${group.id} class="group" style=${{ insetBlockStart: `${group.at * ROW + above(group.at) - HEADING}px` }}>
              <span>${words(`group-${group.id}`)}</span><span class="num">${group.total}</span>
            </h2>`)}
          ${shown.map(([index, row]) => h(ListRow, {
            key: row.id, row, index, total, top: index * ROW + above(index), current: row.id === current,
          }))}
        </div>
      </div>
      ${view.value === "recents" && drafts.value.length > 0 && html`
        <button type="button" class="unsent" onClick=${() => go("drafts")}>
          ${h(Icon, { name: "draft" })}<span>${words("unsent-drafts")}</span><span class="num">${drafts.value.length}</span>
        </button>`}
    </section>`;
}
