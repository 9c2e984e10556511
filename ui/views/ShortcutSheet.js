// The keys, on one page.

import { h } from "preact";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { Dialog } from "./Dialog.js";
import { SHORTCUTS } from "./shortcuts.js";

const mac = navigator.userAgent.includes("Mac OS");

export function ShortcutSheet() {
  const words = say.value;
  const written = (/** @type {string} */ keys) => {
    const named = keys.replace("End", words("key-end"));
    return mac ? named.replaceAll("Ctrl", "⌘").replaceAll("Alt", "⌥") : named;
  };
  return h(Dialog, { title: words("shortcuts"), children: html`
    <dl class="keys">${SHORTCUTS.map(({ keys, id }) => html`<div key=${id}><dt>${words(id)}</dt><dd><kbd>${written(keys)}</kbd></dd></div>`)}</dl>` });
}
