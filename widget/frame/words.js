// The words of the page: a strict subset of Fluent, so that the page needs no library: one `id = text` a line, with
// `{ $variable }` in it; comments begin with `#`.

/** @param {string} ftl @returns {Map<string, string>} */
export function parse(ftl) {
  const words = new Map();
  for (const line of ftl.split("\n")) {
    const found = /^([a-z][a-z0-9-]*) = (.+)$/.exec(line);
    if (found) words.set(found[1], found[2].trim());
  }
  return words;
}

/** @param {Map<string, string>} words @returns {(id: string, values?: Record<string, string | number>) => string} */
export function speaker(words) {
  return (id, values = {}) =>
    (words.get(id) ?? id).replace(/\{ \$([a-z_]+) \}/g, (_, name) => String(values[name] ?? ""));
}

/** Where the sentence for a refusal of the hub's is. @param {string} code such as `not_found` */
export function refusal(code) {
  return `refused-${code.replaceAll("_", "-")}`;
}

/** The first language of the browser that we speak. @param {readonly string[]} languages @returns {"fr" | "en"} */
export function language(languages) {
  for (const tag of languages) {
    const short = tag.toLowerCase().slice(0, 2);
    if (short === "fr" || short === "en") return short;
  }
  return "en";
}
