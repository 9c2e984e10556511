// Fields of a template that are still to be filled, as the app's rules know them (`guichet_domain::variables`).

export const VARIABLES = ["contact.first_name", "contact.name", "agent.name", "queue.name", "date"];

const FIELD = new RegExp(`\\{\\{[^\\S\\n]*(${VARIABLES.join("|").replaceAll(".", "\\.")})[^\\S\\n]*(?:\\|[^{}\\n]*)?\\}\\}`, "g");

/** @typedef {{ name: string, from: number, to: number }} Field */

/** @param {string} text @returns {Field[]} in order */
export function fieldsIn(text) {
  return [...text.matchAll(FIELD)].map((found) => ({ name: found[1] ?? "", from: found.index, to: found.index + found[0].length }));
}

/** Where Tab leads from a selection: the next field, or with Shift the one before. @param {string} text
 * @param {{ from: number, to: number }} selection @param {boolean} back @returns {Field | undefined} */
export function nextField(text, { from, to }, back) {
  const fields = fieldsIn(text);
  return back ? fields.findLast((field) => field.to <= from) : fields.find((field) => field.from >= to);
}
