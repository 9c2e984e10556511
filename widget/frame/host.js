// Speaks with the bubble on the company's page: exact origin both ways, a few known messages.

/** @param {string} origin the page's, as its loader said; the frame's policy allows only the account's sites
 * @param {{ open: () => void, closed: () => void, from: (message: { page?: unknown, referrer?: unknown }) => void }} on */
export function host(origin, on) {
  window.addEventListener("message", (event) => {
    if (event.source !== parent || event.origin !== origin) return;
    const message = event.data;
    if (typeof message !== "object" || message === null || message.guichet !== 1) return;
    on.from(message);
    if (message.type === "open") on.open();
    else if (message.type === "closed") on.closed();
  });

  /** @param {object} message */
  function tell(message) {
    if (parent !== window && origin) parent.postMessage({ guichet: 1, ...message }, origin);
  }

  return {
    ready: () => tell({ type: "ready" }),
    /** The bubble wears the company's colour, too, and stands where the company wants it.
     * @param {{ color: string, ink: string }} look @param {string} corner */
    look: ({ color, ink }, corner) => tell({ type: "look", look: `${color} ${ink} ${corner}` }),
    close: () => tell({ type: "close" }),
    /** @param {number} count */
    unread: (count) => tell({ type: "unread", count }),
    /** @param {boolean} running */
    running: (running) => tell({ type: "running", running }),
  };
}
