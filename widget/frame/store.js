// What the visitor's browser keeps: the token, what has not left yet, what was seen, the sound switch. By account; in
// memory where the browser gives no storage.

/** @param {string} account */
export function store(account) {
  /** @type {Map<string, string>} */
  const memory = new Map();
  const key = (/** @type {string} */ name) => `guichet:${account}:${name}`;

  return {
    /** @template T @param {string} name @param {T} fallback @returns {T} */
    get(name, fallback) {
      let text = memory.get(name) ?? null;
      try {
        text = localStorage.getItem(key(name)) ?? text;
      } catch { /* No storage: memory alone. */ }
      try {
        return text === null ? fallback : JSON.parse(text);
      } catch {
        return fallback;
      }
    },
    /** @param {string} name @param {unknown} value */
    set(name, value) {
      const text = JSON.stringify(value);
      memory.set(name, text);
      try {
        localStorage.setItem(key(name), text);
      } catch { /* No storage, or it is full: kept until the page goes. */ }
    },
  };
}
