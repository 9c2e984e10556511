// Two of the address book become one: who stays, who goes into them, and what follows.

import { h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { html } from "../html.js";
import { closeDialog, say } from "../state/app.js";
import { merge, others, person } from "../state/contacts.js";
import { Dialog } from "./Dialog.js";

/** @typedef {import("../types/view.js").BookRow} BookRow */

export function ContactMerge() {
  const words = say.value;
  const stays = person.value;
  const [search, setSearch] = useState("");
  const [found, setFound] = useState(/** @type {BookRow[]} */ ([]));
  const [goes, setGoes] = useState(/** @type {BookRow | null} */ (null));
  const [error, setError] = useState(/** @type {string | null} */ (null));
  useEffect(() => {
    let ours = true;
    void others(search).then((rows) => { if (ours) setFound(rows); });
    return () => { ours = false; };
  }, [search]);
  if (!stays) return null;

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    if (goes) setError(await merge(goes));
  }
  return h(Dialog, { title: words("contact-merge-title", { name: stays.name }), wide: true, children: html`
    <form onSubmit=${submit}>
      <label>${words("contact-merge-search")}<input type="search" autofocus value=${search} onInput=${(/** @type {any} */ event) => { setGoes(null); setSearch(event.currentTarget.value); }} /></label>
      <fieldset class="choices"><legend>${words("contact-merge-who")}</legend>
        ${found.length === 0 && html`<p class="hint">${words("contact-none-found")}</p>`}
        ${found.map((row) => html`<label key=${row.id}><input type="radio" name="goes" checked=${goes?.id === row.id} onChange=${() => setGoes(row)} />
          <span><b dir="auto">${row.name}</b> <small dir="ltr">${[row.email, row.phone].filter(Boolean).join(" · ")}</small></span></label>`)}
      </fieldset>
      ${goes && html`<div class="both">${side("contact-merge-stays", stays)}${side("contact-merge-goes", goes)}</div>
        <p role="status">${words("contact-merge-about", { name: stays.name, other: goes.name })}</p>`}
      ${error && html`<p class="error" role="alert">${error}</p>`}
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn danger" disabled=${!goes}>${words("contact-merge-do")}</button></footer>
    </form>` });
}

/** @param {string} id @param {BookRow} row */
function side(id, row) {
  return html`
    <div><small>${say.value(id)}</small><b dir="auto">${row.name}</b>
      ${[row.email, row.phone, ...row.also].filter(Boolean).map((point) => html`<span dir="ltr" key=${point}>${point}</span>`)}</div>`;
}
