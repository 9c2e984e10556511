// What is said of chats among colleagues and those who are in them.

import { locale, say } from "../state/app.js";

/** @typedef {import("../types/view.js").Chat} Chat */
/** @typedef {import("../types/view.js").Member} Member */

/** Is a colleague there? @param {Member} member */
export function presence({ active, status, extension }) {
  return [say.value(active ? `status-${status}` : "deactivated"), extension].filter(Boolean).join(" · ");
}

/** Under a chat's name: of two, whether the other is there; of a group, how many are. @param {Chat} chat */
export function about({ direct, members, muted }) {
  const words = say.value;
  const other = members.find((member) => !member.me);
  const online = members.filter((member) => member.status !== "offline").length;
  const who = direct && other ? presence(other) : words("chat-members", { count: members.length, online });
  return [who, muted && words("is-muted")].filter(Boolean).join(" · ");
}

/** @param {string[]} names */
const listed = (names) => new Intl.ListFormat(locale.value, { type: "conjunction" }).format(names);

/** Who is writing. @param {import("../types/view.js").Thread} head */
export function writing({ chat, name }) {
  const names = chat ? chat.typing : [name];
  return say.value("typing", { name: listed(names), count: names.length });
}

/** Who of a group has seen the line; nothing of two, where the line's own mark says it, or of nobody.
 * @param {Chat | null} chat @param {number | null} seq */
export function seen(chat, seq) {
  if (!chat || chat.direct || seq === null) return null;
  const others = chat.members.filter((member) => !member.me);
  const readers = others.filter((member) => (member.read_up_to ?? 0) >= seq);
  if (!readers.length) return null;
  return readers.length === others.length ? say.value("seen-by-all") : say.value("seen-by", { names: listed(readers.map((member) => member.name)) });
}
