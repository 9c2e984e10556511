// The company, for those who configure some of it: what there is, and what is changed.

import { signal } from "@preact/signals";
import { serial } from "../lib/serial.js";
import { call } from "../platform/index.js";
import { ask, closeDialog, say, view } from "./app.js";
import { inWords, notify, tried } from "./notices.js";

/** @typedef {import("../types/view.js").Administration} Administration */
/** @typedef {import("../types/view.js").ManagedAgent} ManagedAgent */
/** @typedef {"company" | "departments" | "agents" | "queues" | "accounts" | "blocks" | "audit"} Section */
/** What the dialog is about; `row: null` is a new one.
 * @typedef {{ kind: "agent", row: ManagedAgent | null } | { kind: "deactivate", row: ManagedAgent }
 *   | { kind: "invitation", row: ManagedAgent, invited: import("../types/view.js").Invited }
 *   | { kind: "department", row: import("../types/view.js").Department | null }
 *   | { kind: "queue", row: import("../types/view.js").Queue | null }
 *   | { kind: "account", row: import("../types/view.js").Account | null }} Subject */

export const company = signal(/** @type {Administration | null} */ (null));
export const section = signal(/** @type {Section} */ ("agents"));
export const subject = signal(/** @type {Subject | null} */ (null));
export const trail = signal(/** @type {import("../types/view.js").AuditTrail | null} */ (null));

/** What of it the agent may look at, in the order of the tabs. @param {Administration} known @returns {Section[]} */
export function sections({ may }) {
  /** @type {[Section, boolean][]} */
  const all = [
    ["agents", may.agents], ["queues", may.queue_places.length > 0 || may.queues.length > 0], ["accounts", may.account_queues.length > 0],
    ["departments", may.company || may.departments.length > 0], ["company", may.company], ["blocks", may.blocks], ["audit", may.audit],
  ];
  return all.filter(([, shown]) => shown).map(([name]) => name);
}

export const reloadCompany = serial(async () => {
  if (view.value === "administration") company.value = await call("administration").catch(() => null);
});

export async function enterAdministration() {
  view.value = "administration";
  await reloadCompany();
  const [first] = company.value ? sections(company.value) : [];
  if (first && company.value && !sections(company.value).includes(section.value)) section.value = first;
}

/** @param {Section} which */
export async function visit(which) {
  section.value = which;
  if (which === "audit") await readTrail();
}

/** @param {Subject} about */
export function administer(about) {
  subject.value = about;
  ask("administer");
}

/** What was not saved stays in the form, with the reason. @param {Record<string, any>} command @returns {Promise<string | null>} */
export async function configure(command) {
  try {
    await call("configure", { command });
    return null;
  } catch (error) {
    return inWords(error);
  }
}

/** Saves and closes the dialog. @param {Record<string, any>} command */
export async function save(command) {
  const error = await configure(command);
  if (!error) closeDialog();
  return error;
}

/** The id of what is put for the first time. @param {{ id: string } | null} row @returns {Promise<string>} */
export async function idOf(row) {
  return row ? row.id : (await call("new_id")).id;
}

/** @param {ManagedAgent} row */
export async function invite(row) {
  const invited = await tried(call("invite", { agent: row.id }));
  if (invited) administer({ kind: "invitation", row, invited });
}

/** @param {string} text */
export async function copyText(text) {
  if (await tried(call("copy", { text }))) notify({ key: "copied", text: say.value("copied") });
}

/** Which sites show the widget; nothing when the hub does not say. @param {string} account
 * @returns {Promise<import("../types/view.js").InstalledOn[] | null>} */
export async function installations(account) {
  return call("installations", { account }).catch(() => null);
}

/** The newest rows, or those before the last shown. */
export async function readTrail(older = false) {
  const known = older ? trail.value?.rows ?? [] : [];
  const page = await tried(call("audit", { before: known.at(-1)?.number ?? null }));
  if (page) trail.value = { rows: [...known, ...page.rows], more: page.more };
}
