// To whom a conversation goes: an agent or a queue, with a note.

import { h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { html } from "../html.js";
import { closeDialog, say } from "../state/app.js";
import { reassign } from "../state/supervising.js";
import { loads, targetsFor, thread, transfer } from "../state/thread.js";
import { Dialog } from "./Dialog.js";
import { TransferTarget } from "./TransferTarget.js";

/** @typedef {import("../types/view.js").TransferTargets} Targets */

export function Transfer() {
  const words = say.value;
  const [search, setSearch] = useState("");
  const [found, setFound] = useState(/** @type {{ of: string, targets: Targets } | null} */ (null));
  const [chosen, choose] = useState(/** @type {string | null} */ (null));
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(/** @type {Map<string, number> | null} */ (null));
  useEffect(() => void loads().then(setBusy), []);
  useEffect(() => {
    let current = true;
    void targetsFor(search).then((targets) => { if (current && targets) setFound({ of: search, targets }); });
    return () => { current = false; };
  }, [search]);
  const { agents, queues } = found?.targets ?? { agents: [], queues: [] };
  const ids = [...agents, ...queues].map((other) => other.id);
  // The only one whom a search finds need not be chosen; what it hides is not chosen any more.
  const only = search && search === found?.of && ids.length === 1 ? ids[0] : chosen;
  const agent = agents.find((other) => other.id === only);
  const queue = queues.find((other) => other.id === only);
  const nobody = found && ids.length === 0;

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    if (!agent && !queue) return;
    closeDialog();
    void (thread.value?.overseen ? reassign : transfer)({ ...(agent ? { agent: agent.id } : { queue: queue?.id }), ...(note.trim() ? { note: note.trim() } : {}) });
  }

  const about = (/** @type {Targets["agents"][number]} */ other) => [
    words(`status-${other.status}`), busy && words("load", { count: busy.get(other.id) ?? 0 }), other.extension,
  ].filter(Boolean).join(" · ");
  return h(Dialog, { title: words("transfer-title"), children: html`
    <form onSubmit=${submit}>
      <input type="search" autofocus placeholder=${words("transfer-search")} aria-label=${words("transfer-search")}
        value=${search} onInput=${(/** @type {any} */ event) => setSearch(event.currentTarget.value)} />
      <fieldset class="options"><legend>${words("transfer-to")}</legend>
        ${nobody && html`<p class="empty">${words("transfer-nobody")}</p>`}
        ${agents.map((other) => h(TransferTarget, { key: other.id, name: other.name, about: about(other), status: other.status, chosen: other === agent, choose: () => choose(other.id) }))}
        ${queues.map((other) => h(TransferTarget, { key: other.id, name: other.name, about: [words("queue"), other.extension].filter(Boolean).join(" · "), chosen: other === queue, choose: () => choose(other.id) }))}
      </fieldset>
      <label>${words("transfer-note")}<textarea rows="2" dir="auto" value=${note} onInput=${(/** @type {any} */ event) => setNote(event.currentTarget.value)}></textarea></label>
      ${!thread.value?.overseen && html`<p class="warning">${words("transfer-warning")}</p>`}
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn primary" disabled=${!agent && !queue}>${words("transfer")}</button></footer>
    </form>` });
}
