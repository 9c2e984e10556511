// Colleagues to choose from: a search field, and a box for each who is found or chosen.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { colleagues } from "../state/chats.js";

/** @typedef {import("../types/view.js").Colleague} Colleague */

/** What was found for what is typed (`fresh`: for all of it), and who was chosen, in order. @param {(other: Colleague) => boolean} fits */
export function usePick(fits = () => true) {
  const [search, setSearch] = useState("");
  const [found, setFound] = useState(/** @type {{ of: string, all: import("../types/view.js").Colleagues } | null} */ (null));
  const [chosen, setChosen] = useState(/** @type {Colleague[]} */ ([]));
  useEffect(() => {
    let current = true;
    void colleagues(search).then((all) => { if (current && all) setFound({ of: search, all }); });
    return () => { current = false; };
  }, [search]);
  const isChosen = (/** @type {Colleague} */ other) => chosen.some((known) => known.id === other.id);
  const agents = (found?.all.agents ?? []).filter((other) => fits(other) && !isChosen(other));
  const toggle = (/** @type {Colleague} */ other) =>
    setChosen(isChosen(other) ? chosen.filter((known) => known.id !== other.id) : [...chosen, other]);
  // Who was chosen stays in sight, whatever is searched then.
  return { search, setSearch, groups: found?.all.groups ?? [], known: found !== null, fresh: found?.of === search, chosen, shown: [...chosen, ...agents], toggle };
}

/** `nobody`: what is said when nobody is left to choose. @param {{ pick: ReturnType<typeof usePick>, legend: string, nobody?: string }} props */
export function Pick({ pick, legend, nobody = "" }) {
  const words = say.value;
  const options = useRef(/** @type {HTMLElement | null} */ (null));
  const pressed = useRef(/** @type {string | null} */ (null));
  // Who is chosen moves to the top, and the keyboard with them.
  useLayoutEffect(() => {
    if (pressed.current) /** @type {HTMLElement | null} */ (options.current?.querySelector(`[data-id="${pressed.current}"] input`))?.focus();
    pressed.current = null;
  }, [pick.chosen]);
  const about = (/** @type {Colleague} */ other) => [words(`status-${other.status}`), other.extension].filter(Boolean).join(" · ");
  return html`
    <input type="search" autofocus placeholder=${words("transfer-search")} aria-label=${words("transfer-search")}
      value=${pick.search} onInput=${(/** @type {any} */ event) => pick.setSearch(event.currentTarget.value)} />
    <fieldset class="options" ref=${options}><legend>${legend}</legend>
      ${pick.known && pick.shown.length === 0 && html`<p class="empty">${pick.search || !nobody ? words("transfer-nobody") : nobody}</p>`}
      ${pick.shown.map((other) => html`
        <label class="option" key=${other.id} data-id=${other.id}>
          <input type="checkbox" checked=${pick.chosen.includes(other)} onChange=${() => { pressed.current = other.id; pick.toggle(other); }} />
          <span class="dot ${other.status}"></span>
          <span dir="auto">${other.name}</span><small>${about(other)}</small>
        </label>`)}
    </fieldset>`;
}
