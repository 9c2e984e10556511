// A file of contacts: what it would change, every bad line, and then the import.

import { h } from "preact";
import { useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { textIn } from "../lib/text-file.js";
import { closeDialog, say } from "../state/app.js";
import { importBook } from "../state/contacts.js";
import { inWords, notify } from "../state/notices.js";
import { Dialog } from "./Dialog.js";

/** So many names are listed; of the others it is said how many there are. */
const LISTED = 200;

export function ContactImport() {
  const words = say.value;
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const [file, setFile] = useState({ name: "", text: "" });
  const [answer, setAnswer] = useState(/** @type {Awaited<ReturnType<typeof importBook>> | null} */ (null));
  const [busy, setBusy] = useState(false);
  const plan = answer && "plan" in answer ? answer.plan : null;
  const count = plan ? plan.fresh.length + plan.changed.length : 0;

  /** @param {Event & { currentTarget: HTMLInputElement }} event */
  async function picked({ currentTarget }) {
    const chosen = currentTarget.files?.[0];
    if (!chosen) return;
    setBusy(true);
    // The same file may be chosen again once it is corrected.
    currentTarget.value = "";
    const text = textIn(await chosen.arrayBuffer());
    setFile({ name: chosen.name, text });
    setAnswer(await importBook(text, true));
    setBusy(false);
  }
  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    if (busy || !count || plan?.bad.length) return;
    setBusy(true);
    const done = await importBook(file.text, false);
    setBusy(false);
    if ("error" in done) return setAnswer(done);
    closeDialog();
    notify({ key: "imported", text: words("contact-imported", { count: done.plan.fresh.length + done.plan.changed.length }) });
  }
  return h(Dialog, { title: words("contact-import-title"), wide: true, children: html`
    <form onSubmit=${submit} aria-busy=${busy}>
      <p class="about">${words("contact-import-about")}</p>
      <div class="file-choice"><button type="button" class="btn" autofocus onClick=${() => input.current?.click()}>${words("template-import-file")}</button>
        <span dir="auto">${file.name}</span><input type="file" hidden ref=${input} accept=".csv,.vcf,text/csv,text/vcard" onChange=${picked} /></div>
      ${answer && "error" in answer && html`<p class="error" role="alert">${answer.error}</p>`}
      ${plan && h(Plan, { plan })}
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn primary" aria-disabled=${busy} disabled=${!count || Boolean(plan?.bad.length)}>${words("contact-import-now", { count })}</button></footer>
    </form>` });
}

/** @param {{ plan: import("../types/view.js").ContactImport }} props */
function Plan({ plan }) {
  const words = say.value;
  const { fresh, changed, unchanged, bad } = plan;
  /** @param {string} id @param {string[]} names */
  const list = (id, names) => names.length > 0 && html`
    <details><summary>${words(id, { count: names.length })}</summary>
      <ul tabindex="0" aria-label=${words(id, { count: names.length })}>${names.slice(0, LISTED).map((name) => html`<li dir="auto">${name}</li>`)}
        ${names.length > LISTED && html`<li>${words("contact-import-others", { count: names.length - LISTED })}</li>`}</ul></details>`;
  return html`
    <div class="import-plan">
      <p role="status">${words("import-summary", { fresh: fresh.length, changed: changed.length, unchanged, bad: bad.length })}</p>
      ${bad.length > 0 && html`
        <p class="error">${words("import-bad", { count: bad.length })}</p>
        <ul class="bad" tabindex="0" aria-label=${words("import-bad", { count: bad.length })}>${bad.slice(0, LISTED).map((line) => html`<li><b class="num">${words("import-line", { line: line.line })}</b> ${inWords(line)}</li>`)}
          ${bad.length > LISTED && html`<li>${words("contact-import-others", { count: bad.length - LISTED })}</li>`}</ul>`}
      ${list("import-fresh", fresh)}${list("import-changed", changed)}
    </div>`;
}
