// Templates for who writes them: the list, the form, the file that is imported.

import { signal } from "@preact/signals";
import { serial } from "../lib/serial.js";
import { call } from "../platform/index.js";
import { ask, closeDialog, say, view } from "./app.js";
import { inWords, notify, tried } from "./notices.js";
import { changes, findTemplates } from "./templates.js";

/** @typedef {import("../types/view.js").ManagedTemplate} ManagedTemplate */
/** @typedef {import("../types/view.js").TemplateForm} TemplateForm */
/** @typedef {import("../types/view.js").ImportPlan} ImportPlan */

/** The agent may write some. */
export const manages = signal(false);
export const shown = signal(/** @type {import("../types/view.js").ManagedTemplates | null} */ (null));
/** How often each was inserted, where the hub told. */
export const uses = signal(/** @type {Map<string, number>} */ (new Map()));
/** What is searched, and how much of it is shown. */
export const wanted = signal({ search: "", limit: 100 });
/** What the dialog is about. */
export const chosen = signal(/** @type {ManagedTemplate | null} */ (null));
/** What was just moved, for who does not see it. */
export const moved = signal("");

export async function learnWhetherManages() {
  const found = await findTemplates({ search: "", limit: 0 });
  manages.value = found?.manages ?? false;
}

export const reloadDesk = serial(async () => {
  if (view.value !== "templates") return;
  const found = await tried(call("managed_templates", wanted.value));
  if (found) shown.value = found;
});

export async function enterDesk() {
  wanted.value = { search: "", limit: 100 };
  moved.value = "";
  view.value = "templates";
  await reloadDesk();
  const counted = await call("template_uses").catch(() => []);
  uses.value = new Map(counted.map((/** @type {import("../types/view.js").TemplateUse} */ use) => [use.id, use.uses]));
}

/** @param {Partial<typeof wanted.value>} change */
export async function look(change) {
  wanted.value = { ...wanted.value, ...change };
  await reloadDesk();
}

/** @param {"template" | "template-delete" | "template-import"} which @param {ManagedTemplate | null} [template] */
export function askAbout(which, template = null) {
  chosen.value = template;
  ask(which);
}

/** What was not saved stays in the form, with the reason. @param {TemplateForm} form @returns {Promise<string | null>} */
export async function saveTemplate(form) {
  try {
    await call("save_template", form);
    closeDialog();
    return null;
  } catch (error) {
    return inWords(error);
  }
}

/** @param {ManagedTemplate} template */
export async function deleteTemplate(template) {
  closeDialog();
  await tried(call("delete_template", { template: template.id }));
}

/** @param {ManagedTemplate} template @param {ManagedTemplate} beside its neighbour from then on @param {boolean} behind it */
export async function moveTemplate(template, beside, behind) {
  const done = await tried(call("move_template", { template: template.id, beside: beside.id, behind }));
  if (done) moved.value = say.value(behind ? "template-moved-behind" : "template-moved-before", { title: template.title, other: beside.title });
}

/** @param {import("../types/view.js").TableFormat} format */
export async function exportTemplates(format) {
  const file = await tried(call("export_templates", { name: say.value("template-file"), format }));
  if (file) notify({ key: "exported", text: say.value("template-exported", { path: file.path }) });
}

/** @param {string} text @param {boolean} dryRun @returns {Promise<{ plan: ImportPlan } | { error: string }>} */
export async function importTemplates(text, dryRun) {
  try {
    return { plan: await call("import_templates", { text, dry_run: dryRun }) };
  } catch (error) {
    return { error: inWords(error) };
  }
}

changes.subscribe(() => void reloadDesk());
