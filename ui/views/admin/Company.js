// What holds for the whole company.

import { h } from "preact";
import { useState } from "preact/hooks";
import { countries } from "../../lib/countries.js";
import { html } from "../../html.js";
import { locale, say } from "../../state/app.js";
import { configure } from "../../state/administration.js";
import { notify } from "../../state/notices.js";
import { Hours } from "./Hours.js";

/** @param {{ known: import("../../state/administration.js").Administration }} props */
export function Company({ known }) {
  const words = say.value;
  const [settings, setSettings] = useState(known.settings);
  const [error, setError] = useState(/** @type {string | null} */ (null));
  /** @param {Partial<typeof settings>} with_ */
  const change = (with_) => setSettings({ ...settings, ...with_ });
  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    const refused = await configure({ do: "put_settings", settings });
    setError(refused);
    if (!refused) notify({ key: "saved", text: words("admin-saved") });
  }
  /** @param {"auto_close_days" | "retention_months"} key @param {number} most */
  const limit = (key, most) => html`
    <label>${words(`admin-${key}`)}<input type="number" min="1" max=${most} placeholder=${words("admin-never")} value=${settings[key] ?? ""}
      onInput=${(/** @type {any} */ event) => change({ [key]: event.currentTarget.value ? Number(event.currentTarget.value) : null })} /></label>`;
  return html`
    <form class="admin-form" onSubmit=${submit}>
      <div class="pair">
        <label>${words("admin-company-name")}<input maxlength="120" dir="auto" value=${settings.name} onInput=${(/** @type {any} */ event) => change({ name: event.currentTarget.value })} /></label>
        <label>${words("admin-country")}
          <select onChange=${(/** @type {any} */ event) => change({ country: event.currentTarget.value })}>
            ${countries(locale.value).map(({ code, name }) => html`<option value=${code} selected=${code === settings.country}>${name}</option>`)}
          </select></label>
        ${limit("auto_close_days", 3650)}${limit("retention_months", 600)}
      </div>
      <label class="option"><input type="checkbox" checked=${settings.history} onChange=${(/** @type {any} */ event) => change({ history: event.currentTarget.checked })} />
        <span>${words("admin-history")}<small>${words("admin-history-about")}</small></span></label>
      ${h(Hours, { hours: settings.hours, change: (hours) => change({ hours }) })}
      ${error && html`<p class="error" role="alert">${error}</p>`}
      <footer><button type="submit" class="btn primary">${words("save")}</button></footer>
    </form>`;
}
