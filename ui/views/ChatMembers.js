// Who is in a group: seen, added, taken out.

import { h } from "preact";
import { html } from "../html.js";
import { closeDialog, say } from "../state/app.js";
import { addMembers, removeMember } from "../state/chats.js";
import { thread } from "../state/thread.js";
import { presence } from "./chat-words.js";
import { Dialog } from "./Dialog.js";
import { Pick, usePick } from "./Pick.js";

export function ChatMembers() {
  const words = say.value;
  const members = thread.value?.chat?.members ?? [];
  const pick = usePick((other) => !members.some((member) => member.id === other.id));

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    if (!pick.chosen.length) return;
    closeDialog();
    void addMembers(pick.chosen.map((other) => other.id));
  }

  /** The button goes with its member: the keyboard stays in the dialog. @param {HTMLButtonElement} button @param {string} id */
  function out(button, id) {
    button.form?.querySelector("input")?.focus();
    void removeMember(id);
  }

  return h(Dialog, { title: words("members"), children: html`
    <form onSubmit=${submit}>
      <ul class="members" aria-label=${words("members")}>
        ${members.map((member) => html`
          <li key=${member.id}>
            <span class="dot ${member.status}"></span>
            <span dir="auto">${member.me ? words("you", { name: member.name }) : member.name}</span>
            <small>${presence(member)}</small>
            ${!member.me && html`<button type="button" class="btn" aria-label=${words("remove-member", { name: member.name })}
              onClick=${(/** @type {any} */ event) => out(event.currentTarget, member.id)}>${words("remove")}</button>`}
          </li>`)}
      </ul>
      ${h(Pick, { pick, legend: words("add-members"), nobody: words("all-members") })}
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("close")}</button>
        <button type="submit" class="btn primary" disabled=${!pick.chosen.length}>${words("add")}</button></footer>
    </form>` });
}
