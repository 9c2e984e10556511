// What the visitor sees, without a screen: the hub's state and what has not reached it yet. Pure.

/**
 * @typedef {{ id: string, seq: number, at: number, from: "visitor" | "agent" | "system", agent: string | null,
 *   text: string | null, system: null | "joined" | "away" | "over" }} Message
 * @typedef {{ id: string, revision: number, state: "open" | "closed", agent: string | null, messages: Message[],
 *   received_up_to: number, read_up_to: number }} Conversation
 * @typedef {{ available: boolean, conversation: Conversation | null }} Snapshot
 * @typedef {{ from: number, to: number, conversation: Partial<Conversation>, messages: Message[] }} Delta
 * @typedef {{ id: string, text: string, failed?: string }} Pending
 * @typedef {{ key: string, from: Message["from"], agent: string | null, text: string | null,
 *   system: Message["system"], at: number | null, state: "sending" | "sent" | "read" | "failed" | null,
 *   reason: string | null }} Line
 */

/** The conversation after a delta, or `null` if the delta does not continue it: then ask again.
 * @param {Conversation | null} known @param {Delta} delta @returns {Conversation | null} */
export function applied(known, delta) {
  if (!known || known.id !== delta.conversation.id || known.revision !== delta.from) return null;
  return {
    ...known,
    ...delta.conversation,
    revision: delta.to,
    messages: merged(known.messages, delta.messages),
  };
}

/** Each message once, in the hub's order. @param {Message[]} known @param {Message[]} news @returns {Message[]} */
export function merged(known, news) {
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of news) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** What to show: the hub's messages, then what waits to leave; what has arrived is not shown twice.
 * @param {Conversation | null} conversation @param {Pending[]} outbox @returns {Line[]} */
export function lines(conversation, outbox) {
  const messages = conversation?.messages ?? [];
  const arrived = new Set(messages.map((message) => message.id));
  const readUpTo = conversation?.read_up_to ?? 0;
  return [
    ...messages.map((message) => /** @type {Line} */ ({
      key: message.id ?? String(message.seq), from: message.from, agent: message.agent, text: message.text,
      system: message.system, at: message.at,
      state: message.from !== "visitor" ? null : message.seq <= readUpTo ? "read" : "sent", reason: null,
    })),
    ...outbox.filter((pending) => !arrived.has(pending.id)).map((pending) => /** @type {Line} */ ({
      key: pending.id, from: "visitor", agent: null, text: pending.text, system: null, at: null,
      state: pending.failed ? "failed" : "sending", reason: pending.failed ?? null,
    })),
  ];
}

/** Messages of agents after what the visitor has seen. @param {Conversation | null} conversation @param {number} seen */
export function unread(conversation, seen) {
  return (conversation?.messages ?? []).filter((m) => m.from === "agent" && m.seq > seen).length;
}

/** The place of the last message. @param {Conversation | null} conversation */
export function lastSeq(conversation) {
  return conversation?.messages.at(-1)?.seq ?? 0;
}
