// What the screen shows. Only the modules of this folder write these signals.

import { computed, signal } from "@preact/signals";
import { locale as localeOf } from "../lib/time.js";

/** @typedef {import("../types/view.js").CallError} CallError */
/** @typedef {"recents" | "queues" | "archived" | "supervised"} ListView */
/** @typedef {ListView | "settings" | "drafts" | "templates" | "administration" | "contacts"} View */

export const session = signal(/** @type {import("../types/view.js").Session | null} */ (null));
export const say = signal(/** @type {(id: string, values?: Record<string, any>) => string} */ ((id) => id));
export const view = signal(/** @type {View} */ ("recents"));
/** The list beside the thread; it stays while settings are looked at. */
export const listed = signal(/** @type {ListView} */ ("recents"));
/** Views that have the page for themselves. */
export const paged = computed(() => ["settings", "templates", "administration", "contacts"].includes(view.value));
export const counts = signal({ recents_unread: 0, queues_waiting: 0 });
export const connection = signal(/** @type {import("../types/view.js").Connection | null} */ (null));
export const settings = signal(/** @type {import("../types/view.js").Settings | null} */ (null));
export const drafts = signal(/** @type {import("../types/view.js").UnsentDraft[]} */ ([]));
/** Moves each second while somebody waits or the hub is away, each minute otherwise. */
export const now = signal(Date.now());
/** Which dialog is open over the screen. */
export const dialog = signal(/** @type {null | "transfer" | "contact" | "shortcuts" | "password" | "end-session" | "block" | "delete" | "new-chat" | "members" | "rename" | "leave" | "template" | "template-delete" | "template-import" | "administer" | "contact-form" | "contact-merge" | "contact-erase" | "contact-import"} */ (null));
/** Why there is no screen at all. */
export const fatal = signal(/** @type {CallError | null} */ (null));

/** How times are written. */
export const locale = computed(() => localeOf(session.value?.language ?? "fr", globalThis.navigator?.languages ?? []));

/** @param {NonNullable<typeof dialog.value>} which */
export function ask(which) {
  dialog.value = which;
}

export function closeDialog() {
  dialog.value = null;
}
