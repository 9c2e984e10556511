// The dialogs of chats among colleagues.

import { h } from "preact";
import { html } from "../html.js";
import { closeDialog, dialog, say } from "../state/app.js";
import { leaveGroup, renameGroup } from "../state/chats.js";
import { thread } from "../state/thread.js";
import { ChatMembers } from "./ChatMembers.js";
import { Dialog } from "./Dialog.js";
import { NewChat } from "./NewChat.js";

export function ChatDialogs() {
  switch (dialog.value) {
    case "new-chat": return h(NewChat, {});
    case "members": return h(ChatMembers, {});
    case "rename": return h(Rename, {});
    case "leave": return h(Leave, {});
    default: return null;
  }
}

function Rename() {
  const words = say.value;
  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  function submit(event) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    closeDialog();
    void renameGroup(name);
  }
  return h(Dialog, { title: words("rename-title"), children: html`
    <form onSubmit=${submit}>
      <label>${words("group-name")}<input name="name" dir="auto" maxlength="120" autofocus defaultValue=${thread.value?.chat?.name ?? ""} /></label>
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn primary">${words("rename")}</button></footer>
    </form>` });
}

function Leave() {
  const words = say.value;
  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    closeDialog();
    void leaveGroup();
  }
  return h(Dialog, { title: words("leave-title"), children: html`
    <form onSubmit=${submit}>
      <p class="warning">${words("leave-warning")}</p>
      <footer><button type="button" class="btn" autofocus onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn primary">${words("leave")}</button></footer>
    </form>` });
}
