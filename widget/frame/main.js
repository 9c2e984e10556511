// The page in the iframe: puts the parts together and holds what they share.

import { about } from "./about.js";
import { api, Refused } from "./api.js";
import { readable } from "./colour.js";
import { feed } from "./feed.js";
import { host } from "./host.js";
import { newId } from "./id.js";
import { spoken } from "./list.js";
import { outbox } from "./outbox.js";
import { preparation } from "./prepare.js";
import { beep } from "./sound.js";
import { store } from "./store.js";
import { applied, lastSeq, lines, unread } from "./thread.js";
import { screen } from "./screen.js";
import { refusal } from "./words.js";

const query = new URLSearchParams(location.search);
const account = query.get("account") ?? "";
const kept = store(account);
const browser = about();
const hub = api(account, kept, browser.now);

const page = host(query.get("origin") ?? "", {
  open() {
    opened = true;
    if (!view) return;
    seen();
    render();
    view.focus();
  },
  closed() { opened = false; },
  from: browser.heard,
});
let opened = false;
/** @type {ReturnType<typeof screen> | null} */
let view = null;
const { tongue, locale, say, has, config } = await preparation(hub, page);

/** @type {import("./thread.js").Conversation | null} */
let conversation = null;
let available = config.available;
let connected = true;
/** Why the hub lets this visitor write no more. @type {string | null} */
let trouble = null;
/** @type {string | null} */
let typing = null;
let typingEnds = 0;
let startNew = false;

const out = outbox(kept, hub.send, () => {
  if (!conversation && hub.hasToken()) void refresh().then(() => listening?.restart());
  render();
});

view = screen({
  say, has, config, tongue, locale,
  sound: { on: () => kept.get("sound", true), set: (on) => kept.set("sound", on) },
  person: kept.get("person", { name: "", email: "" }),
  onSend(text, person) {
    if (person) kept.set("person", { name: person.name, email: person.email });
    const first = !running();
    const message = { id: newId(), text, ...(first && person ? person : {}), ...(first && conversation ? { new: true } : {}) };
    startNew = false;
    void out.add(message).then(refresh);
  },
  onRetry: (id) => void out.retry(id).then(refresh),
  onTyping: throttled(3000, () => { if (running()) hub.typing().catch(ignore); }),
  onEnd: () => hub.end().then(refresh).catch(ignore),
  onNew() { startNew = true; render(); view?.focus(); },
  onClose: () => page.close(),
});

/** @type {ReturnType<typeof feed> | null} */
let listening = null;
if (hub.hasToken()) await refresh();
render();
page.look(readable(config.color), config.corner);
page.ready();
if (opened) view.focus();
void out.work().then(refresh);

/** Asks for everything: at the start, and when a delta does not continue what is known. */
async function refresh() {
  if (!hub.hasToken()) return;
  try {
    take(await hub.conversation());
    connected = true;
    trouble = null;
  } catch (error) {
    refused(error);
  }
  listening ??= feed(account, {
    query: () => (conversation
      ? `conversation=${conversation.id}&revision=${conversation.revision}`
      : "revision=0"),
    async open(query, signal) {
      const response = await hub.feed(query, signal);
      if (response.status === 401 || response.status === 403) void refresh();
      return response;
    },
    heard,
    connected(on) { connected = on; render(); },
  });
  render();
}

/** @param {unknown} error */
function refused(error) {
  if (!(error instanceof Refused) || error.after > 0) {
    connected = false;
  } else if (error.code === "unauthorized") {
    hub.forget();
    conversation = null;
    connected = true;
  } else if (has(refusal(error.code))) {
    trouble = error.code;
  }
}

/** @param {import("./thread.js").Snapshot} snapshot */
function take(snapshot) {
  const before = lastSeq(conversation);
  const same = conversation?.id === snapshot.conversation?.id;
  if (same && conversation && snapshot.conversation && snapshot.conversation.revision < conversation.revision) return;
  conversation = snapshot.conversation;
  available = snapshot.available;
  arrived(same ? before : lastSeq(conversation));
}

/** @param {import("./feed.js").Heard} frame */
function heard({ event, data }) {
  if (event === "snapshot") take(data);
  else if (event === "availability") available = data.available;
  else if (event === "typing") showTyping(data.agent);
  else if (event === "delta") {
    const before = lastSeq(conversation);
    const next = applied(conversation, data);
    if (next) {
      conversation = next;
      arrived(before);
    } else if (!conversation || conversation.revision < data.to) {
      void refresh();
    }
  }
  render();
}

/** News from the hub: no longer pending, perhaps heard. @param {number} before */
function arrived(before) {
  out.settle(new Set((conversation?.messages ?? []).map((message) => message.id)));
  const fresh = (conversation?.messages ?? []).filter((message) => message.seq > before && message.from !== "visitor");
  if (fresh.length) view?.announce(fresh.map(aloud));
  if (fresh.some((message) => message.from === "agent")) {
    typing = null;
    if (kept.get("sound", true) && !(opened && document.hasFocus())) beep();
  }
  page.running(running());
  seen();
}

/** @param {import("./thread.js").Message} came */
function aloud(came) {
  const message = spoken(came, { say, config, tongue });
  if (message.from === "system") return say(message.system ?? "over", { agent: message.agent ?? "" });
  return `${message.agent ?? say("automatic", { company: config.name })}: ${message.text ?? ""}`;
}

/** What is on screen has been seen, and the hub is told. */
function seen() {
  const last = lastSeq(conversation);
  if (opened && !document.hidden && conversation && last > kept.get("seen", 0)) {
    kept.set("seen", last);
    kept.set("seen-in", conversation.id);
    hub.read(last).catch(ignore);
  }
}

function render() {
  const seenHere = conversation && kept.get("seen-in", "") === conversation.id ? kept.get("seen", 0) : 0;
  page.unread(opened ? 0 : unread(conversation, seenHere));
  view?.render({
    lines: startNew ? lines(null, out.waiting()) : lines(conversation, out.waiting()),
    agent: running() ? conversation?.agent ?? null : null,
    over: conversation?.state === "closed" && !startNew && out.waiting().length === 0,
    running: running(), available, connected: connected || !hub.hasToken(), typing, trouble,
  });
}

/** @param {string} agent */
function showTyping(agent) {
  typing = agent;
  clearTimeout(typingEnds);
  typingEnds = setTimeout(() => { typing = null; render(); }, 6000);
}

function running() {
  return (conversation?.state === "open" && !startNew) || out.waiting().length > 0;
}

document.addEventListener("visibilitychange", () => { seen(); render(); });
window.addEventListener("online", () => void out.work().then(refresh));

/** @param {number} every @param {() => void} act */
function throttled(every, act) {
  let last = -every;
  return () => {
    if (performance.now() - last < every) return;
    last = performance.now();
    act();
  };
}

function ignore() { /* Only a courtesy, or tried again by the next event. */ }
