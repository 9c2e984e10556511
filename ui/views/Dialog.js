// A dialog over the screen: closed by Escape, by its cross, or by what it is for.

import { h } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { closeDialog, say } from "../state/app.js";
import { Icon } from "./icons.js";

/** @param {{ title: string, children: any, wide?: boolean }} props */
export function Dialog({ title, children, wide = false }) {
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    // Closing it gives the focus back to where it was.
    return () => dialog?.close();
  }, []);
  /** What closes because another dialog came in its place says so too late. */
  const closed = () => { if (box.current) closeDialog(); };
  return html`
    <dialog class=${wide ? "dialog wide" : "dialog"} ref=${box} onClose=${closed} aria-labelledby="dialog-title">
      <header><h2 id="dialog-title">${title}</h2>
        <button type="button" class="btn icon" aria-label=${say.value("close")} onClick=${closeDialog}>${h(Icon, { name: "x" })}</button></header>
      ${children}
    </dialog>`;
}
