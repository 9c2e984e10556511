// Tabs: arrows go through them, Tab goes past them.

import { html } from "../html.js";

/** `name` where the text is a picture. @template T @param {{ label: string, controls: string, chosen: T, choose: (value: T) => void,
 *   tabs: { value: T, text: string, name?: string }[] }} props */
export function Tabs({ label, controls, chosen, choose, tabs }) {
  const at = tabs.findIndex(({ value }) => value === chosen);
  /** @param {KeyboardEvent & { currentTarget: HTMLElement }} event */
  function arrows(event) {
    const places = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
    if (!(event.key in places)) return;
    event.preventDefault();
    const place = (places[/** @type {keyof typeof places} */ (event.key)] + tabs.length) % tabs.length;
    const next = tabs[place];
    if (next) choose(next.value);
    /** @type {HTMLElement | undefined} */ (event.currentTarget.querySelectorAll("[role=tab]")[place])?.focus();
  }
  return html`
    <div class="tabs" role="tablist" aria-label=${label} onKeyDown=${arrows}>
      ${tabs.map(({ text, name }, index) => html`
        <button key=${name ?? text} type="button" role="tab" aria-selected=${index === at} aria-controls=${controls} aria-label=${name} title=${name}
          tabindex=${index === Math.max(0, at) ? 0 : -1} onClick=${() => choose(/** @type {T} */ (tabs[index]?.value))}>${text}</button>`)}
    </div>`;
}
