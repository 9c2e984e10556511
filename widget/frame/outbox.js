// What the visitor wrote and the hub has not acknowledged: kept before the first attempt, sent in order, once.

import { Refused } from "./api.js";

/** @typedef {import("./thread.js").Pending & { new?: boolean, name?: string, email?: string, consent?: boolean }} Waiting */

/**
 * @param {{ get: <T>(name: string, fallback: T) => T, set: (name: string, value: unknown) => void }} kept
 * @param {(message: object) => Promise<unknown>} send
 * @param {() => void} changed
 * @param {(seconds: number) => Promise<void>} [wait]
 */
export function outbox(kept, send, changed, wait = pause) {
  /** @type {Waiting[]} */
  let waiting = kept.get("outbox", []);
  let working = false;

  /** @param {Waiting[]} next */
  function set(next) {
    waiting = next;
    kept.set("outbox", waiting);
    changed();
  }

  async function work() {
    if (working) return;
    working = true;
    let failures = 0;
    for (let next = first(); next; next = first()) {
      const { failed: _, ...message } = next;
      try {
        await send(message);
        failures = 0;
        set(waiting.filter((other) => other.id !== message.id));
      } catch (error) {
        if (error instanceof Refused && error.after === 0) {
          set(waiting.map((other) => (other.id === message.id ? { ...other, failed: error.code } : other)));
        } else {
          failures += 1;
          const after = error instanceof Refused ? error.after : 0;
          await wait(Math.max(after, Math.min(30, 2 ** Math.min(failures, 5)) * (0.5 + Math.random() / 2)));
        }
      }
    }
    working = false;
  }

  const first = () => waiting.find((pending) => !pending.failed);

  return {
    waiting: () => waiting,
    /** @param {Waiting} message */
    add(message) {
      set([...waiting, message]);
      return work();
    },
    /** Another try of what failed. @param {string} id */
    retry(id) {
      set(waiting.map(({ failed, ...other }) => (other.id === id || !failed ? other : { ...other, failed })));
      return work();
    },
    /** Drops what the hub has. @param {ReadonlySet<string>} arrived */
    settle(arrived) {
      if (waiting.some((pending) => arrived.has(pending.id))) {
        set(waiting.filter((pending) => !arrived.has(pending.id)));
      }
    },
    work,
  };
}

/** @param {number} seconds @returns {Promise<void>} */
function pause(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
