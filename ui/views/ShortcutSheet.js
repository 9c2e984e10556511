// The keys, on one page.

import { h } from "preact";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { Dialog } from "./Dialog.js";
import { SHORTCUTS } from "./shortcuts.js";

export function ShortcutSheet() {
  const words = say.value;
  return h(Dialog, { title: words("shortcuts"), children: html`
    <dl class="keys">${SHORTCUTS.map(({ keys, id }) => html`<div key=${id}><dt>${words(id)}</dt><dd><kbd>${keys}</kbd></dd></div>`)}</dl>` });
}
