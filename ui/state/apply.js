// What an event of the app means for the screen. Only says what to do: no document, no calls, no signals.

/** @typedef {import("../types/view.js").UiEvent} UiEvent */
/** @typedef {import("../types/view.js").Connection} Connection */

/** What is on the screen when the event comes.
 * @typedef {{ open: string | null, connection: Connection | null, now: number,
 *   said: (key: string) => { by: string | null, kept: boolean } | undefined }} Seen */

/** Words to be said: `id` and its values, then the other ids; `kept`: with the way to the unsent drafts.
 * @typedef {{ key: string, id: string, values: Record<string, any>, kept: boolean, by: string | null, alert: boolean }} Saying */

/** @typedef {{ to: "list" | "thread" | "session" | "settings" | "templates" } | { to: "leave", conversation: string } |
 *   { to: "typing", on: boolean } | { to: "connection", connection: Connection } |
 *   { to: "open", conversation: string } | { to: "say", saying: Saying }} Step */

/** So short an absence is not worth a word. */
export const PATIENCE = 3000;

/** What the agent wrote is in the unsent drafts after these. */
const KEPT = new Set(["taken", "take-first", "closed", "id-reused", "expired", "gone"]);

/** @param {UiEvent} event @param {Seen} seen @returns {Step[]} */
export function steps(event, seen) {
  switch (event.type) {
    case "inbox": return [{ to: "list" }];
    case "thread": return event.conversation === seen.open ? [{ to: "thread" }] : [];
    case "gone": return gone(event, seen);
    case "connection": return connected(event.connection, seen);
    case "typing": return event.conversation === seen.open ? [{ to: "typing", on: event.on }] : [];
    case "session": return [{ to: "session" }];
    case "templates": return [{ to: "templates" }];
    case "settings": return [{ to: "settings" }];
    case "open": return [{ to: "open", conversation: event.conversation }];
    case "failed": return [{ to: "say", saying: failed(event) }];
    default: return [];
  }
}

/** It may be told twice: first that it went, then who has it. The agent hears of it when they had it open or wrote there.
 * @param {Extract<UiEvent, { type: "gone" }>} event @param {Seen} seen @returns {Step[]} */
function gone(event, seen) {
  const key = `gone-${event.conversation}`;
  const before = seen.said(key);
  const kept = event.kept_draft || (before?.kept ?? false);
  const by = event.by ?? before?.by ?? null;
  const steps = /** @type {Step[]} */ ([{ to: "leave", conversation: event.conversation }, { to: "list" }]);
  if (event.conversation === seen.open || event.kept_draft || before) {
    const id = event.reason === "taken" && !by ? "gone-taken-somebody" : `gone-${event.reason}`;
    steps.push({ to: "say", saying: { key, id, values: by ? { by } : {}, kept, by, alert: false } });
  }
  return steps;
}

/** @param {Connection} connection @param {Seen} seen @returns {Step[]} */
function connected(connection, seen) {
  const steps = /** @type {Step[]} */ ([{ to: "connection", connection }]);
  const was = seen.connection;
  // What the hub has meanwhile is in the cache by now: only from here on is an empty list an empty list.
  if (connection.state === "online" && was?.state !== "online") steps.push({ to: "list" });
  if (connection.state === "online" && was && was.state !== "online" && seen.now - was.since > PATIENCE) {
    steps.push({ to: "say", saying: { key: "online", id: "back-online", values: {}, kept: false, by: null, alert: false } });
  }
  return steps;
}

/** @param {Extract<UiEvent, { type: "failed" }>} event @returns {Saying} */
function failed({ conversation, code, params }) {
  const key = `failed-${conversation}-${code}`;
  return { key, id: `error-${code}`, values: params, kept: KEPT.has(code), by: null, alert: true };
}
