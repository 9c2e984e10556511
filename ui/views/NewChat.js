// A new conversation among colleagues: with one of them, with several, or one of the groups there are.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../html.js";
import { closeDialog, say } from "../state/app.js";
import { goTo, openDirect, openGroup } from "../state/chats.js";
import { Dialog } from "./Dialog.js";
import { Pick, usePick } from "./Pick.js";

export function NewChat() {
  const words = say.value;
  const pick = usePick();
  const [name, setName] = useState("");
  // The only one whom a search finds need not be chosen.
  const only = pick.chosen.length === 0 && pick.search && pick.fresh && pick.shown.length === 1 ? pick.shown : pick.chosen;
  const group = only.length > 1;

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    if (!only.length) return;
    closeDialog();
    void (group ? openGroup(only.map((other) => other.id), name.trim()) : openDirect(only[0].id));
  }

  /** @param {string} conversation */
  function show(conversation) {
    closeDialog();
    void goTo(conversation);
  }

  return h(Dialog, { title: words("new-chat"), children: html`
    <form onSubmit=${submit}>
      ${h(Pick, { pick, legend: words("new-chat-with") })}
      ${!group && pick.groups.length > 0 && html`
        <div class="options" role="group" aria-labelledby="groups-title"><p id="groups-title" class="legend">${words("your-groups")}</p>
          ${pick.groups.map((other) => html`<button key=${other.id} type="button" class="option" onClick=${() => show(other.id)}><span dir="auto">${other.name}</span></button>`)}
        </div>`}
      ${group && html`<label>${words("group-name")}<input dir="auto" maxlength="120" value=${name} onInput=${(/** @type {any} */ event) => setName(event.currentTarget.value)} /></label>`}
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn primary" disabled=${!only.length}>${words(group ? "create-group" : "write-to")}</button></footer>
    </form>` });
}
