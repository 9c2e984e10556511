// To whom a conversation goes: an agent or a queue, with a note.

import { h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { html } from "../html.js";
import { call } from "../platform/index.js";
import { say, tried } from "../state/app.js";
import { transfer } from "../state/thread.js";
import { closeDialog, Dialog } from "./Dialog.js";

/** @typedef {{ agent?: string, queue?: string }} Target */

export function Transfer() {
  const words = say.value;
  const [search, setSearch] = useState("");
  const [targets, setTargets] = useState(/** @type {import("../types/view.js").Targets} */ ({ agents: [], queues: [] }));
  const [chosen, choose] = useState(/** @type {Target | null} */ (null));
  const [note, setNote] = useState("");
  useEffect(() => {
    void tried(call("transfer_targets", { search })).then((found) => found && setTargets(found));
  }, [search]);

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    if (!chosen) return;
    closeDialog();
    await transfer({ ...chosen, ...(note.trim() ? { note: note.trim() } : {}) });
  }

  /** @param {string} id @param {Target} target @param {string} name @param {string} about */
  const option = (id, target, name, about) => html`
    <label class="option" key=${id}>
      <input type="radio" name="target" checked=${chosen?.agent === id || chosen?.queue === id} onChange=${() => choose(target)} />
      <span>${name}</span><small>${about}</small>
    </label>`;
  const nobody = targets.agents.length + targets.queues.length === 0;
  return h(Dialog, { title: words("transfer-title"), children: html`
    <form onSubmit=${submit}>
      <input type="search" autofocus placeholder=${words("transfer-search")} aria-label=${words("transfer-search")}
        value=${search} onInput=${(/** @type {any} */ event) => setSearch(event.currentTarget.value)} />
      <fieldset class="options"><legend>${words("transfer-to")}</legend>
        ${nobody && html`<p class="empty">${words("transfer-nobody")}</p>`}
        ${targets.agents.map((agent) => option(agent.id, { agent: agent.id }, agent.name,
          [words(agent.available ? "available" : "not-there"), agent.load === null ? null : words("load", { count: agent.load }), agent.extension].filter(Boolean).join(" · ")))}
        ${targets.queues.map((queue) => option(queue.id, { queue: queue.id }, queue.name, `${words("queue")}${queue.extension ? ` · ${queue.extension}` : ""}`))}
      </fieldset>
      <label>${words("transfer-note")}<textarea rows="2" value=${note} onInput=${(/** @type {any} */ event) => setNote(event.currentTarget.value)}></textarea></label>
      <p class="warning">${words("transfer-warning")}</p>
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn primary" disabled=${!chosen}>${words("transfer")}</button></footer>
    </form>` });
}
