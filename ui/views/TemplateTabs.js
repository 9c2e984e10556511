// The categories, one of them or all.

import { html } from "../html.js";
import { say } from "../state/app.js";

/** @param {{ categories: string[], category: string | null, choose: (category: string | null) => void }} props */
export function TemplateTabs({ categories, category, choose }) {
  const tabs = [null, ...categories];
  /** @param {KeyboardEvent & { currentTarget: HTMLElement }} event */
  function arrows(event) {
    const here = tabs.indexOf(category);
    const places = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 };
    if (!(event.key in places)) return;
    event.preventDefault();
    const place = (places[/** @type {keyof typeof places} */ (event.key)] + tabs.length) % tabs.length;
    choose(tabs[place] ?? null);
    /** @type {HTMLElement | undefined} */ (event.currentTarget.querySelectorAll("[role=tab]")[place])?.focus();
  }
  return html`
    <div class="tabs" role="tablist" aria-label=${say.value("template-categories")} onKeyDown=${arrows}>
      ${tabs.map((tab) => html`
        <button key=${tab ?? ""} type="button" role="tab" aria-selected=${tab === category} aria-controls="template-panel"
          tabindex=${tab === category ? 0 : -1} onClick=${() => choose(tab)}>${tab ?? say.value("template-every-category")}</button>`)}
    </div>`;
}
