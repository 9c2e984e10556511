// Settings. Each is kept as soon as it is changed.

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { ask, say, session, settings } from "../state/app.js";
import { blocks, enterBlocks, learnBlocks } from "../state/blocking.js";
import { testRingtone } from "../state/device.js";
import { enterDesk, learnWhetherManages, manages } from "../state/template-desk.js";
import { changeSettings, signOut } from "../state/session.js";

/** @typedef {import("../types/view.js").Settings} Choices */

export function Settings() {
  const words = say.value;
  const now = settings.value;
  const who = session.value;
  const title = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => { title.current?.focus(); }, []);
  useEffect(() => void learnWhetherManages(), []);
  useEffect(() => void learnBlocks(), []);
  if (!now) return null;
  /** @param {keyof Choices} key @param {string[]} options */
  const choice = (key, options) => html`
    <label class="setting"><span>${words(`setting-${key}`)}</span>
      <select value=${now[key]} onChange=${(/** @type {any} */ event) => changeSettings({ [key]: event.currentTarget.value })}>
        ${options.map((option) => html`<option value=${option} selected=${now[key] === option}>${words(`${key}-${option}`)}</option>`)}
      </select></label>`;
  /** @param {keyof Choices} key */
  const toggle = (key) => html`
    <label class="setting"><span>${words(`setting-${key}`)}</span>
      <input type="checkbox" role="switch" checked=${now[key]} onChange=${(/** @type {any} */ event) => changeSettings({ [key]: event.currentTarget.checked })} /></label>`;
  return html`
    <section class="settings" aria-labelledby="settings-title">
      <h1 id="settings-title" tabindex="-1" ref=${title}>${words("settings")}</h1>
      <h2>${words("settings-general")}</h2>
      ${choice("language", ["system", "fr", "en"])}${choice("theme", ["system", "light", "dark"])}${toggle("enter_sends")}
      <div class="setting"><span>${words("shortcuts")}</span><button type="button" class="btn" onClick=${() => ask("shortcuts")}>${words("show")}</button></div>
      ${manages.value && html`<div class="setting"><span>${words("templates")}</span><button type="button" class="btn" onClick=${enterDesk}>${words("template-manage")}</button></div>`}
      ${blocks.value && html`<div class="setting"><span>${words("blocks")}</span><button type="button" class="btn" onClick=${enterBlocks}>${words("blocks-manage")}</button></div>`}
      <h2>${words("settings-notifications")}</h2>
      ${toggle("notify_app")}${toggle("notify_system")}${choice("notify_content", ["text", "queue", "none"])}
      <h2>${words("settings-ringtone")}</h2>
      ${toggle("ringtone")}
      <label class="setting"><span>${words("setting-ringtone_volume")}</span>
        <input type="range" min="0" max="100" step="5" disabled=${!now.ringtone} value=${now.ringtone_volume}
          onChange=${(/** @type {any} */ event) => changeSettings({ ringtone_volume: Number(event.currentTarget.value) })} /></label>
      <div class="setting"><span>${words("setting-ringtone_test")}</span>
        <button type="button" class="btn" onClick=${testRingtone}>${words("test-ringtone")}</button></div>
      <h2>${words("settings-account")}</h2>
      <div class="setting"><span>${who?.agent?.name}<small>${[who?.agent?.email, who?.hub?.replace(/\/$/, "")].filter(Boolean).join(" · ")}</small></span>
        <button type="button" class="btn" onClick=${signOut}>${words("sign-out")}</button></div>
      ${who && who.keyring !== "os" && html`<p class="warning">${words(`keyring-${who.keyring}`)}</p>`}
    </section>`;
}
