// One's own photo, or initials.

import { html } from "../html.js";
import { initials } from "../lib/initials.js";
import { photo } from "../state/own.js";

/** @param {{ name: string, children?: any }} props */
export function Avatar({ name, children = null }) {
  return html`<span class="avatar" aria-hidden="true" data-initials=${photo.value ? undefined : initials(name)}>${photo.value && html`<img src=${photo.value} alt="" />`}${children}</span>`;
}
