// One stream of the hub for all tabs of a browser: the tab that holds the lock reads it and tells the others.
// Six streams over HTTP/1.1 would leave no connection to send on.

import { parser } from "./sse.js";

const SILENCE = 40_000;

/**
 * @typedef {{ event: string, data: any }} Heard
 * @param {string} account
 * @param {{ query: () => string, open: (query: string, signal: AbortSignal) => Promise<Response>,
 *   heard: (frame: Heard) => void, connected: (on: boolean) => void }} on
 */
export function feed(account, on) {
  const channel = new BroadcastChannel(`guichet:${account}`);
  channel.onmessage = ({ data }) => {
    if (data?.event === "restart") restart.abort();
    else if (data?.connected !== undefined) on.connected(data.connected);
    else if (data?.event) on.heard(data);
  };
  let restart = new AbortController();

  const lead = async () => {
    for (let failures = 0; ; ) {
      restart = new AbortController();
      try {
        await read(restart, () => { failures = 0; });
      } catch { /* Closed, silent or refused: tried again. */ }
      if (!restart.signal.aborted || restart.signal.reason === "silence") {
        tell({ connected: false });
        failures += 1;
        const wait = Math.min(30, 2 ** Math.min(failures, 5)) * (0.5 + Math.random() / 2);
        await new Promise((resolve) => setTimeout(resolve, wait * 1000));
      }
    }
  };

  /** @param {AbortController} stop @param {() => void} alive */
  async function read(stop, alive) {
    const response = await on.open(on.query(), stop.signal);
    if (!response.ok || !response.body) throw new Error(String(response.status));
    tell({ connected: true });
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const parse = parser();
    for (;;) {
      const silent = setTimeout(() => stop.abort("silence"), SILENCE);
      const { done, value } = await reader.read().finally(() => clearTimeout(silent));
      if (done) return;
      alive();
      for (const { event, data } of parse(decoder.decode(value, { stream: true }))) {
        if (event !== "beat") tell({ event, data: JSON.parse(data) });
      }
    }
  }

  /** @param {any} message */
  function tell(message) {
    channel.postMessage(message);
    channel.onmessage?.(new MessageEvent("message", { data: message }));
  }

  if (navigator.locks) void navigator.locks.request(`guichet:${account}`, lead);
  else void lead();

  return {
    /** Read from the beginning: there is a visitor now, or another conversation. */
    restart() {
      channel.postMessage({ event: "restart" });
      restart.abort();
    },
    /** Let the other tabs look too. @param {Heard} frame */
    share: (frame) => channel.postMessage(frame),
  };
}
