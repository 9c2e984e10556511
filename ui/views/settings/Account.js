// Who one is: photo, name, password, and the way out.

import { h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { html } from "../../html.js";
import { ask, say, session } from "../../state/app.js";
import { learnPhoto, photo, removePhoto, setName, setPhoto } from "../../state/own.js";
import { signOut } from "../../state/session.js";
import { Avatar } from "../Avatar.js";

export function Account() {
  const words = say.value;
  const who = session.value;
  useEffect(() => void learnPhoto(), []);
  if (!who?.agent) return null;
  return html`
    <h2>${words("settings-account")}</h2>
    <div class="setting photo">
      ${h(Avatar, { name: who.agent.name })}
      <span>${words("photo")}<small>${words("photo-about")}</small></span>
      <label class="btn">${words(photo.value ? "photo-change" : "photo-choose")}<input type="file" accept="image/jpeg,image/png,image/webp,image/gif" class="spoken" onChange=${chosen} /></label>
      ${photo.value && html`<button type="button" class="btn" onClick=${removePhoto}>${words("photo-remove")}</button>`}
    </div>
    ${h(Name, { key: who.agent.name, name: who.agent.name })}
    <div class="setting"><span>${words("password")}</span><button type="button" class="btn" onClick=${() => ask("password")}>${words("password-change")}</button></div>
    <div class="setting"><span>${who.agent.email}<small>${who.hub?.replace(/\/$/, "")}</small></span>
      <button type="button" class="btn" onClick=${signOut}>${words("sign-out")}</button></div>
    ${who.keyring !== "os" && html`<p class="warning">${words(`keyring-${who.keyring}`)}</p>`}`;
}

/** @param {{ name: string }} props */
function Name({ name }) {
  const words = say.value;
  const [text, setText] = useState(name);
  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    if (text.trim() && text.trim() !== name) void setName(text);
  }
  return html`
    <form class="setting" onSubmit=${submit}>
      <label for="own-name">${words("own-name")}<small>${words("own-name-about")}</small></label>
      <input id="own-name" dir="auto" maxlength="120" autocomplete="off" value=${text} onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)} />
      <button type="submit" class="btn" aria-disabled=${!text.trim() || text.trim() === name}>${words("save")}</button>
    </form>`;
}

/** The same file may be chosen once more. @param {Event & { currentTarget: HTMLInputElement }} event */
function chosen({ currentTarget }) {
  const file = currentTarget.files?.[0];
  currentTarget.value = "";
  if (file) void setPhoto(file);
}
