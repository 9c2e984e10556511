// The address book, as the hub has it: found, written, merged, imported, erased. Kept nowhere.

import { signal } from "@preact/signals";
import { serial } from "../lib/serial.js";
import { call } from "../platform/index.js";
import { ask, closeDialog, say, view } from "./app.js";
import { leavePast } from "./information.js";
import { callError, inWords, notify, tried } from "./notices.js";

/** @typedef {import("../types/view.js").BookRow} BookRow */
/** @typedef {import("../types/view.js").PastRow} PastRow */

const PAGE = 50;
const ROWS = 20;

/** `trouble`: why there is none. */
export const book = signal(/** @type {(import("../types/view.js").AddressBook & { trouble?: string }) | null} */ (null));
/** What is searched, and how much of it is shown. */
export const sought = signal({ search: "", limit: PAGE });
/** Who is looked at. */
export const person = signal(/** @type {BookRow | null} */ (null));
/** What was said with them. */
export const talks = signal(/** @type {{ on: boolean, total: number, rows: PastRow[], trouble?: string } | null} */ (null));
/** The form is of a new one. */
export const isNew = signal(false);

export const reloadBook = serial(async () => {
  if (view.value !== "contacts") return;
  try {
    book.value = await call("address_book", sought.value);
  } catch (error) {
    const none = book.value ?? { total: 0, rows: [], manages: false, erases: false };
    book.value = { ...none, trouble: inWords(callError(error)) };
  }
});

export async function enterBook() {
  sought.value = { search: "", limit: PAGE };
  leavePerson();
  view.value = "contacts";
  await reloadBook();
}

/** @param {string} search */
export async function seek(search) {
  sought.value = { search, limit: PAGE };
  await reloadBook();
}

export async function showMore() {
  sought.value = { ...sought.value, limit: sought.value.limit + PAGE };
  await reloadBook();
}

/** @param {BookRow} row */
export async function lookAt(row) {
  leavePerson();
  person.value = row;
  await moreTalks();
}

export function leavePerson() {
  leavePast();
  person.value = talks.value = null;
}

export const moreTalks = serial(async () => {
  const row = person.value;
  const known = talks.value?.rows ?? [];
  if (!row) return;
  const ours = () => person.value?.id === row.id;
  try {
    const page = await call("contact_history", { contact: row.id, offset: known.length, limit: ROWS });
    if (ours()) talks.value = { ...page, rows: [...known, ...page.rows] };
  } catch (error) {
    if (ours()) talks.value = { on: true, total: 0, rows: known, trouble: inWords(callError(error)) };
  }
});

/** By the system's mail program or telephone. @param {"email" | "call"} by */
export const reachPerson = (by) => tried(call("reach_contact", { contact: person.value?.id, by }));

export function writeNew() {
  isNew.value = true;
  ask("contact-form");
}

export function edit() {
  isNew.value = false;
  ask("contact-form");
}

/** What was not saved stays in the form, with the reason. @param {import("../types/view.js").ContactForm} form @returns {Promise<string | null>} */
export async function saveContact(form) {
  try {
    const { id } = await call("save_contact", form);
    closeDialog();
    await reloadBook();
    const row = book.value?.rows.find((other) => other.id === id);
    if (person.value && row) person.value = row;
    notify({ key: "contact", text: say.value("contact-saved", { name: form.name }) });
    return null;
  } catch (error) {
    return inWords(callError(error));
  }
}

/** @param {string} search @returns {Promise<BookRow[]>} */
export async function others(search) {
  const found = await tried(call("address_book", { search, limit: 8 }));
  return (found?.rows ?? []).filter((/** @type {BookRow} */ row) => row.id !== person.value?.id);
}

/** Who is looked at stays; the other goes into them. @param {BookRow} loser @returns {Promise<string | null>} */
export async function merge(loser) {
  const winner = person.value;
  if (!winner) return null;
  try {
    await call("merge_contacts", { winner: winner.id, loser: loser.id });
  } catch (error) {
    return inWords(callError(error));
  }
  closeDialog();
  await reloadBook();
  const row = book.value?.rows.find((other) => other.id === winner.id);
  await lookAt(row ?? winner);
  notify({ key: "contact", text: say.value("contact-merged", { name: winner.name, other: loser.name }) });
  return null;
}

export async function erase() {
  const gone = person.value;
  closeDialog();
  if (!gone || !(await tried(call("erase_contact", { contact: gone.id })))) return;
  leavePerson();
  await reloadBook();
  notify({ key: "contact", text: say.value("contact-erased", { name: gone.name }) });
}

/** Everything that is kept of them. */
export async function exportPerson() {
  const file = await tried(call("export_contact", { contact: person.value?.id, name: say.value("contact-file-one") }));
  if (file) notify({ key: "exported", text: say.value("contact-exported", { path: file.path }) });
}

/** @param {import("../types/view.js").BookFormat} format */
export async function exportBook(format) {
  const file = await tried(call("export_contacts", { name: say.value("contact-file"), format }));
  if (file) notify({ key: "exported", text: say.value("contact-exported", { path: file.path }) });
}

/** @param {string} text @param {boolean} dryRun @returns {Promise<{ plan: import("../types/view.js").ContactImport } | { error: string }>} */
export async function importBook(text, dryRun) {
  try {
    const plan = await call("import_contacts", { text, dry_run: dryRun });
    if (!dryRun) await reloadBook();
    return { plan };
  } catch (error) {
    return { error: inWords(callError(error)) };
  }
}
