// Templates: found, filled for a conversation.

import { signal } from "@preact/signals";
import { call } from "../platform/index.js";
import { tried } from "./notices.js";

/** @typedef {import("../types/view.js").TemplateRow} TemplateRow */
/** @typedef {import("../types/view.js").TemplateWindow} TemplateWindow */

/** Counts the wishes to have the panel. */
export const panelWish = signal(0);
/** Counts what changed: whoever shows templates asks again. */
export const changes = signal(0);

export function openTemplates() {
  panelWish.value += 1;
}

export function templatesChanged() {
  changes.value += 1;
}

/** @param {{ search: string, category?: string | null, language?: string | null, limit: number }} wanted
 * @returns {Promise<TemplateWindow | undefined>} */
export const findTemplates = (wanted) => tried(call("templates", wanted));

/** The text for the caret of a conversation. @param {string} conversation @param {TemplateRow} row
 * @returns {Promise<import("../types/view.js").FilledTemplate | undefined>} */
export const fillTemplate = (conversation, row) =>
  tried(call("insert_template", { conversation, template: row.id, language: row.language, date: today(row.language) }));

/** Today as the text's language writes it. @param {string} language */
function today(language) {
  try {
    return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date());
  } catch {
    return new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(new Date());
  }
}
