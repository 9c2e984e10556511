// What the browser says of itself when its visitor writes: the page with the bubble on it, language, time zone.

/** Longer than the hub keeps. */
const MOST = 2000;

export function about() {
  /** @type {{ page?: string, referrer?: string }} */
  let from = {};

  return {
    /** Where the bubble is, as its page says. @param {{ page?: unknown, referrer?: unknown }} message */
    heard({ page, referrer }) {
      from = { ...text("page", page), ...text("referrer", referrer) };
    },
    now: () => ({ ...from, language: navigator.language, time_zone: new Intl.DateTimeFormat().resolvedOptions().timeZone }),
  };
}

/** @param {string} name @param {unknown} value */
function text(name, value) {
  return typeof value === "string" && value && value.length <= MOST ? { [name]: value } : {};
}
