// Visitors who are kept out.

import { signal } from "@preact/signals";
import { call } from "../platform/index.js";
import { closeDialog, say } from "./app.js";
import { reload } from "./list.js";
import { notify, tried } from "./notices.js";
import { open, refresh } from "./thread.js";

/** @typedef {import("../types/view.js").Visit} Visit */
/** @typedef {import("../types/view.js").BlockedRow} BlockedRow */

/** Those whom this agent may let in again; nothing for who may not, and before the hub said. */
export const blocks = signal(/** @type {BlockedRow[] | null} */ (null));

/** What the hub knows of a visitor. @param {string} conversation @returns {Promise<Visit | null>} */
export const visitOf = (conversation) => call("visit", { conversation }).catch(() => null);

/** @param {{ reason: string, hours: number | null }} terms */
export async function blockVisitor({ reason, hours }) {
  const id = open.value;
  closeDialog();
  if (!id || !(await tried(call("block_visitor", { conversation: id, reason, hours })))) return;
  notify({ key: `blocked-${id}`, text: say.value("block-done") });
  await Promise.all([refresh(), reload()]);
}

/** To who may not see it, there is no list. */
export async function learnBlocks() {
  blocks.value = await call("blocks").catch(() => null);
}

/** @param {BlockedRow} row */
export async function unblock(row) {
  if (await tried(call("unblock", { block: row.id }))) notify({ key: `unblocked-${row.id}`, text: say.value("unblock-done", { network: row.network }) });
  await learnBlocks();
}
