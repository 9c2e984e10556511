// Rows of the settings: a choice, a switch. Each is kept as soon as it is changed.

import { html } from "../../html.js";
import { say, settings } from "../../state/app.js";
import { changeSettings } from "../../state/session.js";

/** @typedef {import("../../types/view.js").Settings} Choices */

/** @param {keyof Choices} key @param {string[]} options */
export const choice = (key, options) => html`
  <label class="setting"><span>${say.value(`setting-${key}`)}</span>
    <select value=${settings.value?.[key]} onChange=${(/** @type {any} */ event) => changeSettings({ [key]: event.currentTarget.value })}>
      ${options.map((option) => html`<option value=${option} selected=${settings.value?.[key] === option}>${say.value(`${key}-${option}`)}</option>`)}
    </select></label>`;

/** @param {keyof Choices} key */
export const toggle = (key) => html`
  <label class="setting"><span>${say.value(`setting-${key}`)}</span>
    <input type="checkbox" role="switch" checked=${settings.value?.[key]} onChange=${(/** @type {any} */ event) => changeSettings({ [key]: event.currentTarget.checked })} /></label>`;
