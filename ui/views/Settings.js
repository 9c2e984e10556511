// Settings.

import { html } from "../html.js";
import { call } from "../platform/index.js";
import { say, session, settings, tried } from "../state/app.js";
import { changeSettings, signOut } from "../state/start.js";

export function Settings() {
  const words = say.value;
  const now = settings.value;
  if (!now) return null;
  /** @param {keyof import("../types/view.js").Settings} key @param {string[]} options */
  const choice = (key, options) => html`
    <label class="setting"><span>${words(`setting-${key}`)}</span>
      <select value=${now[key]} onChange=${(/** @type {any} */ e) => changeSettings({ [key]: e.currentTarget.value })}>
        ${options.map((option) => html`<option value=${option} selected=${now[key] === option}>${words(`${key}-${option}`)}</option>`)}
      </select></label>`;
  /** @param {keyof import("../types/view.js").Settings} key */
  const toggle = (key) => html`
    <label class="setting"><span>${words(`setting-${key}`)}</span>
      <input type="checkbox" role="switch" checked=${now[key]} onChange=${(/** @type {any} */ e) => changeSettings({ [key]: e.currentTarget.checked })} /></label>`;
  return html`
    <section class="settings" aria-label=${words("settings")}>
      <h1>${words("settings")}</h1>
      <h2>${words("settings-general")}</h2>
      ${choice("language", ["system", "fr", "en"])}${choice("theme", ["system", "light", "dark"])}${toggle("enter_sends")}
      <h2>${words("settings-notifications")}</h2>
      ${toggle("notify_app")}${toggle("notify_system")}${choice("notify_content", ["text", "queue", "none"])}
      <h2>${words("settings-ringtone")}</h2>
      ${toggle("ringtone")}
      <label class="setting"><span>${words("setting-ringtone_volume")}</span>
        <input type="range" min="0" max="100" step="5" value=${now.ringtone_volume} onChange=${(/** @type {any} */ e) => changeSettings({ ringtone_volume: Number(e.currentTarget.value) })} /></label>
      <div class="setting"><span></span><button type="button" class="btn" onClick=${() => tried(call("test_ringtone"))}>${words("test-ringtone")}</button></div>
      <h2>${words("settings-account")}</h2>
      <div class="setting"><span>${session.value?.agent?.name}<br /><small>${session.value?.agent?.email} · ${session.value?.hub}</small></span>
        <button type="button" class="btn" onClick=${signOut}>${words("sign-out")}</button></div>
      ${session.value?.keyring !== "os" && html`<p class="warning">${words(`keyring-${session.value?.keyring}`)}</p>`}
    </section>`;
}
