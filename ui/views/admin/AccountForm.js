// A Live Chat account: where it leads, which sites show it, how it presents itself.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../../html.js";
import { say } from "../../state/app.js";
import { company, idOf, save } from "../../state/administration.js";
import { FormDialog } from "./FormDialog.js";
import { Snippet } from "./Snippet.js";

/** @typedef {import("../../types/view.js").Account} Account */
/** @typedef {import("../../types/view.js").WidgetSettings} Widget */

/** What a new account says first; customers read it in their own language. */
const GREETING = { fr: "Bonjour, comment pouvons-nous vous aider\u202f?", en: "Hello, how can we help you?" };

/** @param {{ row: Account | null }} props */
export function AccountForm({ row }) {
  const words = say.value;
  const known = company.value;
  const [colored, setColored] = useState(Boolean(row?.widget?.color));
  if (!known) return null;
  const widget = row?.widget ?? null;
  const queue = row && "queue" in row.route ? row.route.queue : null;
  const agent = row && "agent" in row.route ? row.route.agent : null;
  /** @param {(name: string) => string} field */
  const both = (field) => (/** @type {string} */ name) => (field(`${name}-fr`) || field(`${name}-en`) ? { fr: field(`${name}-fr`) || field(`${name}-en`), en: field(`${name}-en`) || field(`${name}-fr`) } : null);
  /** @param {(name: string) => string} field */
  async function onSave(field) {
    const said = both(field);
    const route = field("queue") ? { queue: field("queue") } : { agent };
    return save({ do: "put_account", account: {
      id: await idOf(row), channel: row?.channel ?? "live_chat", name: field("name"), route, public_key: row?.public_key ?? null,
      sites: field("sites").split(/\s+/).filter(Boolean),
      widget: {
        color: colored ? field("color") : null, corner: field("corner"), greeting: said("greeting") ?? GREETING, away: said("away"),
        name: field("ask-name"), email: field("ask-email"), privacy: { url: field("privacy") || null, consent: field("consent") },
      },
    } });
  }
  /** @param {string} key @param {string} label @param {string[]} options @param {string} chosen @param {string} prefix */
  const choice = (key, label, options, chosen, prefix) => html`
    <label>${label}<select name=${key}>${options.map((option) => html`<option value=${option} selected=${option === chosen}>${words(`${prefix}-${option}`)}</option>`)}</select></label>`;
  /** @param {"greeting" | "away"} key @param {Partial<typeof GREETING>} fresh @param {string} hint */
  const texts = (key, fresh, hint) => html`
    <div class="pair">${(/** @type {("fr" | "en")[]} */ (["fr", "en"])).map((tag) => html`
      <label>${words(`admin-account-${key}`)} (${words(`language-${tag}`)})<textarea name=${`${key}-${tag}`} rows="2" maxlength="500" lang=${tag} placeholder=${hint} defaultValue=${(widget ? widget[key]?.[tag] : fresh[tag]) ?? ""}></textarea></label>`)}</div>`;
  const rules = ["off", "optional", "required"];
  return h(FormDialog, {
    title: words(row ? "admin-account-change" : "admin-account-new"), onSave,
    children: html`
      <div class="pair">
        <label>${words("contact-name")}<input name="name" dir="auto" required maxlength="120" autofocus defaultValue=${row?.name ?? ""} /></label>
        <label>${words("admin-account-queue")}<select name="queue">
          ${agent && html`<option value="" selected>${known.agents.find((other) => other.id === agent)?.name}</option>`}
          ${known.queues.filter((other) => known.may.account_queues.includes(other.id)).map((other) => html`<option value=${other.id} selected=${other.id === queue}>${other.name}</option>`)}
        </select></label>
      </div>
      <label>${words("admin-account-sites")}<textarea name="sites" rows="2" inputmode="url" spellcheck=${false} placeholder="https://www.example.com" defaultValue=${row?.sites.join("\n") ?? ""}></textarea><small>${words("admin-account-sites-about")}</small></label>
      <fieldset class="plain"><legend>${words("admin-account-look")}</legend>
        <div class="pair">
          ${choice("corner", words("admin-account-corner"), ["right", "left"], widget?.corner ?? "right", "corner")}
          <div><label class="option"><input type="checkbox" checked=${colored} onChange=${(/** @type {any} */ event) => setColored(event.currentTarget.checked)} /><span>${words("admin-account-color-own")}</span></label>
            ${colored && html`<input type="color" name="color" aria-label=${words("admin-account-color")} defaultValue=${widget?.color ?? "#00604a"} />`}</div>
        </div>
        ${texts("greeting", GREETING, "")}${texts("away", {}, words("admin-account-away-hint"))}
      </fieldset>
      <fieldset class="plain"><legend>${words("admin-account-form")}</legend>
        <div class="pair">
          ${choice("ask-name", words("contact-name"), rules, widget?.name ?? "optional", "ask")}${choice("ask-email", words("email"), rules, widget?.email ?? "optional", "ask")}
          ${choice("consent", words("admin-account-consent"), rules, widget?.privacy.consent ?? "off", "ask")}
          <label>${words("admin-account-privacy")}<input name="privacy" type="url" placeholder="https://" defaultValue=${widget?.privacy.url ?? ""} /></label>
        </div>
      </fieldset>
      ${row?.public_key && row.channel === "live_chat" && h(Snippet, { account: row, hub: known.hub })}` });
}
