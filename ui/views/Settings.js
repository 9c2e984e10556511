// Settings, by section.

import { h } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { ask, say, settings } from "../state/app.js";
import { testRingtone } from "../state/device.js";
import { changeSettings } from "../state/session.js";
import { enterDesk, learnWhetherManages, manages } from "../state/template-desk.js";
import { Account } from "./settings/Account.js";
import { Devices } from "./settings/Devices.js";
import { choice, toggle } from "./settings/fields.js";

export function Settings() {
  const words = say.value;
  const now = settings.value;
  const title = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => { title.current?.focus(); }, []);
  useEffect(() => void learnWhetherManages(), []);
  if (!now) return null;
  return html`
    <section class="settings" aria-labelledby="settings-title">
      <h1 id="settings-title" tabindex="-1" ref=${title}>${words("settings")}</h1>
      <h2>${words("settings-general")}</h2>
      ${choice("language", ["system", "fr", "en"])}${choice("theme", ["system", "light", "dark"])}${toggle("enter_sends")}
      <div class="setting"><span>${words("shortcuts")}</span><button type="button" class="btn" onClick=${() => ask("shortcuts")}>${words("show")}</button></div>
      ${manages.value && html`<div class="setting"><span>${words("templates")}</span><button type="button" class="btn" onClick=${enterDesk}>${words("template-manage")}</button></div>`}
      <h2>${words("settings-notifications")}</h2>
      ${toggle("notify_app")}${toggle("notify_system")}${choice("notify_content", ["text", "queue", "none"])}
      <h2>${words("settings-ringtone")}</h2>
      ${toggle("ringtone")}
      <label class="setting"><span>${words("setting-ringtone_volume")}</span>
        <input type="range" min="0" max="100" step="5" disabled=${!now.ringtone} value=${now.ringtone_volume}
          onChange=${(/** @type {any} */ event) => changeSettings({ ringtone_volume: Number(event.currentTarget.value) })} /></label>
      <div class="setting"><span>${words("setting-ringtone_test")}</span>
        <button type="button" class="btn" onClick=${testRingtone}>${words("test-ringtone")}</button></div>
      ${h(Account, {})}
      ${h(Devices, {})}
    </section>`;
}
