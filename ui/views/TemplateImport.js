// A file of templates: what it would change, every bad line, and then the import.

import { h } from "preact";
import { useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { textIn } from "../lib/text-file.js";
import { closeDialog, say } from "../state/app.js";
import { notify } from "../state/notices.js";
import { importTemplates } from "../state/template-desk.js";
import { Dialog } from "./Dialog.js";
import { ImportPlan } from "./ImportPlan.js";

export function TemplateImport() {
  const words = say.value;
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState(/** @type {Awaited<ReturnType<typeof importTemplates>> | null} */ (null));
  const [busy, setBusy] = useState(false);
  const plan = answer && "plan" in answer ? answer.plan : null;
  const count = plan ? plan.fresh.length + plan.changed.length : 0;

  /** @param {Event & { currentTarget: HTMLInputElement }} event */
  async function picked({ currentTarget }) {
    const file = currentTarget.files?.[0];
    if (!file) return;
    setBusy(true);
    // The same file may be chosen again once it is corrected.
    currentTarget.value = "";
    const read = textIn(await file.arrayBuffer());
    setName(file.name);
    setText(read);
    setAnswer(await importTemplates(read, true));
    setBusy(false);
  }
  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    if (busy || !count || plan?.bad.length) return;
    setBusy(true);
    const done = await importTemplates(text, false);
    setBusy(false);
    if ("error" in done) return setAnswer(done);
    closeDialog();
    notify({ key: "imported", text: words("template-imported", { count: done.plan.fresh.length + done.plan.changed.length }) });
  }
  return h(Dialog, { title: words("template-import-title"), wide: true, children: html`
    <form onSubmit=${submit} aria-busy=${busy}>
      <p class="about">${words("template-import-about")}</p>
      <div class="file-choice"><button type="button" class="btn" autofocus onClick=${() => input.current?.click()}>${words("template-import-file")}</button>
        <span dir="auto">${name}</span><input type="file" hidden ref=${input} accept=".csv,.json,text/csv,application/json" onChange=${picked} /></div>
      ${answer && "error" in answer && html`<p class="error" role="alert">${answer.error}</p>`}
      ${plan && h(ImportPlan, { plan })}
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn primary" aria-disabled=${busy} disabled=${!count || Boolean(plan?.bad.length)}>${words("template-import-now", { count })}</button></footer>
    </form>` });
}
