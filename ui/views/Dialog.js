// A dialog over the screen: closed by Escape, by its cross, or by what it is for.

import { h } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { dialog, say } from "../state/app.js";
import { Icon } from "./icons.js";

export function closeDialog() {
  dialog.value = null;
}

/** @param {{ title: string, children: any }} props */
export function Dialog({ title, children }) {
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => box.current?.showModal(), []);
  return html`
    <dialog class="dialog" ref=${box} onClose=${closeDialog} aria-labelledby="dialog-title">
      <header><h2 id="dialog-title">${title}</h2>
        <button type="button" class="btn icon" aria-label=${say.value("close")} onClick=${closeDialog}>${h(Icon, { name: "x" })}</button></header>
      ${children}
    </dialog>`;
}
