// The hub's routes for visitors.

export class Refused extends Error {
  /** @param {string} code @param {number} after seconds until another try makes sense, 0 when none does */
  constructor(code, after) {
    super(code);
    this.code = code;
    this.after = after;
  }
}

/** @param {string} account @param {ReturnType<typeof import("./store.js").store>} kept
 * @param {() => object} about what the browser says of itself */
export function api(account, kept, about) {
  const base = "/widget/v1/";

  function headers() {
    const token = kept.get("token", "");
    return {
      "X-Guichet-Account": account,
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    };
  }

  /** @param {string} method @param {string} path @param {unknown} [body] */
  async function call(method, path, body) {
    const response = await fetch(base + path, {
      method,
      headers: { ...headers(), ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response.status === 204 ? null : response.json();
    const { code } = await response.json().catch(() => ({ code: "internal" }));
    const again = response.status === 429 || response.status >= 500;
    throw new Refused(code, again ? Number(response.headers.get("Retry-After") ?? 2) || 2 : 0);
  }

  async function meet() {
    kept.set("token", (await call("POST", "sessions", { about: about() })).token);
  }

  return {
    config: () => call("GET", "config"),
    conversation: () => call("GET", "conversation"),
    /** Whom the hub does not know any more writes as somebody new. @param {object} message */
    async send(message) {
      const known = kept.get("token", "");
      if (!known) await meet();
      try {
        return await call("POST", "messages", { ...message, about: about() });
      } catch (error) {
        if (!known || !(error instanceof Refused) || error.code !== "unauthorized") throw error;
        kept.set("token", "");
        await meet();
        return call("POST", "messages", { ...message, about: about() });
      }
    },
    typing: () => call("POST", "typing", {}),
    /** @param {number} upTo */
    read: (upTo) => call("POST", "read", { up_to: upTo }),
    end: () => call("POST", "end", {}),
    /** @param {string} query @param {AbortSignal} signal */
    feed: (query, signal) => fetch(`${base}feed?${query}`, { headers: headers(), signal }),
    /** The hub does not know this visitor any more. */
    forget: () => kept.set("token", ""),
    hasToken: () => kept.get("token", "") !== "",
  };
}
