// The emoji by group, or those that a search finds.

import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { GROUPS, known, searched, toned } from "../lib/emoji.js";
import { say, session } from "../state/app.js";
import { emojiIn, habits, toneSkin } from "../state/emoji.js";
import { EmojiGrid } from "./EmojiGrid.js";
import { Tabs } from "./Tabs.js";

/** @typedef {import("../lib/emoji.js").Emoji} Emoji */
/** @typedef {import("../lib/emoji.js").Drawn} Drawn */

/** Not a group of the data. */
const RECENT = -1;
const HANDS = ["👋", "👋🏻", "👋🏼", "👋🏽", "👋🏾", "👋🏿"];

/** @param {{ choose: (unicode: string) => void }} props */
export function EmojiChoice({ choose }) {
  const words = say.value;
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const grid = useRef(/** @type {HTMLElement | null} */ (null));
  const [all, setAll] = useState(/** @type {Emoji[] | "failed" | null} */ (null));
  const [search, setSearch] = useState("");
  const [group, setGroup] = useState(/** @type {number | null} */ (null));
  const [named, setNamed] = useState("");
  useEffect(() => {
    field.current?.focus();
    emojiIn(session.value?.language ?? "fr").then(setAll, () => setAll("failed"));
  }, []);
  const { recent, tone } = habits.value ?? { recent: [], tone: 0 };
  const loaded = Array.isArray(all) ? all : [];
  const last = known(loaded, recent);
  const chosen = group ?? (last.length > 0 ? RECENT : 0);
  const found = search.trim() ? searched(loaded, search) : null;
  const shown = found ?? (chosen === RECENT ? null : loaded.filter((emoji) => emoji.group === chosen));
  const rows = shown?.map((emoji) => toned(emoji, tone)) ?? last;
  const tabs = GROUPS.map(({ number, id, unicode }) => ({ value: number, text: unicode, name: words(`emoji-${id}`) }));
  if (last.length > 0) tabs.unshift({ value: RECENT, text: "🕘", name: words("emoji-recent") });
  const title = found ? words("emoji-found", { count: found.length }) : tabs.find(({ value }) => value === chosen)?.name ?? "";

  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (event.isComposing) return;
    const [first] = rows;
    if (event.key === "Enter" && first && found) choose(first.unicode);
    else if (event.key === "ArrowDown") /** @type {HTMLElement | null | undefined} */ (grid.current?.querySelector("[tabindex='0']"))?.focus();
    else return;
    event.preventDefault();
  }
  return html`
    <input ref=${field} type="search" aria-label=${words("emoji-search")} placeholder=${words("emoji-search")} aria-controls="emoji-grid"
      value=${search} onInput=${(/** @type {any} */ event) => setSearch(event.currentTarget.value)} onKeyDown=${keys} />
    ${h(/** @type {typeof Tabs<number | null>} */ (Tabs), { label: words("emoji-groups"), controls: "emoji-group", chosen: found ? null : chosen, tabs, choose: (value) => { setSearch(""); setGroup(value); } })}
    <div role="tabpanel" id="emoji-group" aria-label=${title}>
      ${all === "failed" && html`<p class="empty" role="alert">${words("emoji-failed")}</p>`}
      ${found?.length === 0 && html`<p class="empty">${words("emoji-none")}</p>`}
      ${h(EmojiGrid, { key: `${chosen} ${search}`, inside: grid, label: title, rows, choose, name: setNamed, back: () => field.current?.focus() })}
    </div>
    <footer>
      <span class="hint" role="status">${found ? title : ""}</span><span class="hint name" aria-hidden="true">${named}</span>
      <select aria-label=${words("emoji-tone")} onChange=${(/** @type {any} */ event) => toneSkin(Number(event.currentTarget.value))}>
        ${HANDS.map((hand, place) => html`<option key=${place} value=${place} selected=${place === tone}>${hand} ${words(`emoji-tone-${place}`)}</option>`)}
      </select>
    </footer>`;
}
