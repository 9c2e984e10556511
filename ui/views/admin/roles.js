// Roles in words, and where they are held.

import { say } from "../../state/app.js";

/** @typedef {import("../../types/view.js").Grant} Grant */
/** @typedef {import("../../types/view.js").Role} Role */

/** @param {Grant} grant @param {import("../../state/administration.js").Administration} known */
export function roleName(grant, known) {
  const place = known.departments.find((department) => department.id === grant.department)?.name;
  const role = say.value(`role-${grant.role}`);
  return place ? `${role} (${place})` : role;
}

/** Where roles are held: the company, and each department. @param {import("../../state/administration.js").Administration} known
 * @returns {{ id: string | null, name: string }[]} */
export function places(known) {
  return [{ id: null, name: say.value("whole-company") }, ...known.departments];
}

/** What can be chosen at a place: roles that may be given there, and the one that is held. @param {Grant[]} may
 * @param {string | null} place @param {Role | null} held @returns {Role[]} */
export function rolesAt(may, place, held) {
  const given = may.filter((grant) => (grant.department ?? null) === place).map((grant) => grant.role);
  return held && !given.includes(held) ? [held, ...given] : given;
}
