// Chats among colleagues: begun, joined, left, and kept quiet.

import { call } from "../platform/index.js";
import { go, reload } from "./list.js";
import { tried } from "./notices.js";
import { open, openThread, refresh } from "./thread.js";

/** Whom one can write to. @param {string} search @returns {Promise<import("../types/view.js").Colleagues | undefined>} */
export const colleagues = (search) => tried(call("colleagues", { search }));

/** @param {string} agent */
export const openDirect = (agent) => opened(call("open_direct", { agent }));

/** @param {string[]} members @param {string} name */
export const openGroup = (members, name) => opened(call("open_group", { members, ...(name ? { name } : {}) }));

/** @param {Promise<{ conversation: string }>} opening */
async function opened(opening) {
  const chat = await tried(opening);
  if (chat) await goTo(chat.conversation);
}

/** A chat that is there, perhaps archived. @param {string} conversation */
export async function goTo(conversation) {
  await go("recents");
  await openThread(conversation);
}

/** @param {string} name @param {object} args */
async function ask(name, args) {
  const conversation = open.value;
  if (!conversation) return;
  await tried(call(name, { conversation, ...args }));
  await Promise.all([refresh(), reload()]);
}

/** @param {string} name */
export const renameGroup = (name) => ask("rename_group", name ? { name } : {});
/** @param {string[]} members */
export const addMembers = (members) => ask("add_members", { members });
/** @param {string} agent */
export const removeMember = (agent) => ask("remove_member", { agent });
/** @param {boolean} on */
export const mute = (on) => ask("mute", { on });
export const leaveGroup = () => ask("leave", {});
