// The visitor's page without a screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { api, Refused } from "../frame/api.js";
import { outbox } from "../frame/outbox.js";
import { parser } from "../frame/sse.js";
import { applied, lastSeq, lines, unread } from "../frame/thread.js";
import { language, parse, speaker } from "../frame/words.js";

/** @param {number} seq @param {"visitor" | "agent"} from */
const message = (seq, from) => ({ id: `m${seq}`, seq, at: seq, from, agent: from === "agent" ? "Marie" : null, text: `text ${seq}`, system: null });
/** @returns {any} */
const conversation = () => ({ id: "c", revision: 5, state: "open", agent: null, messages: [message(1, "visitor")], received_up_to: 0, read_up_to: 0 });

test("a delta that continues is applied, and comes twice without doubling", () => {
  const delta = /** @type {any} */ ({ from: 5, to: 7, conversation: { id: "c", agent: "Marie", read_up_to: 1 }, messages: [message(3, "agent")] });
  const next = applied(conversation(), delta);
  assert.deepEqual(next?.messages.map((m) => m.seq), [1, 3]);
  assert.equal(next?.agent, "Marie");
  assert.equal(applied(next, delta), null, "it does not continue any more: the page asks again");
});

test("a delta of another conversation or after a gap is not applied", () => {
  const delta = { from: 6, to: 7, conversation: { id: "c" }, messages: [] };
  assert.equal(applied(conversation(), delta), null);
  assert.equal(applied(conversation(), { ...delta, from: 5, conversation: { id: "other" } }), null);
  assert.equal(applied(null, delta), null);
});

test("what has arrived is not shown twice", () => {
  const shown = lines(conversation(), [{ id: "m1", text: "text 1" }, { id: "m9", text: "later" }]);
  assert.deepEqual(shown.map((line) => [line.text, line.state]), [["text 1", "sent"], ["later", "sending"]]);
});

test("unread counts what agents wrote after what was seen", () => {
  const open = { ...conversation(), messages: [message(1, "visitor"), message(2, "agent"), message(4, "agent")] };
  assert.equal(unread(open, 2), 1);
  assert.equal(lastSeq(open), 4);
});

function memory() {
  /** @type {Map<string, any>} */
  const kept = new Map();
  return { get: (/** @type {string} */ name, /** @type {any} */ or) => structuredClone(kept.get(name) ?? or), set: (/** @type {string} */ name, /** @type {any} */ value) => void kept.set(name, structuredClone(value)) };
}

test("messages leave in order, with the same id at each attempt, and survive a reload", async () => {
  const kept = memory();
  /** @type {string[]} */
  const sent = [];
  let down = 2;
  const send = async (/** @type {any} */ m) => {
    sent.push(m.id);
    if (down-- > 0) throw new TypeError("network");
  };
  const first = outbox(kept, () => { throw new Refused("too_many", 60); }, () => {}, () => new Promise(() => {}));
  void first.add({ id: "a", text: "1" });
  void first.add({ id: "b", text: "2" });
  const reloaded = outbox(kept, send, () => {}, async () => {});
  await reloaded.work();
  assert.deepEqual(sent, ["a", "a", "a", "b"]);
  assert.deepEqual(kept.get("outbox", null), []);
});

test("what the hub refuses is kept with the reason, and can be tried again", async () => {
  const kept = memory();
  let refuse = true;
  const out = outbox(kept, async () => { if (refuse) throw new Refused("text_too_long", 0); }, () => {}, async () => {});
  await out.add({ id: "a", text: "1" });
  assert.deepEqual(out.waiting(), [{ id: "a", text: "1", failed: "text_too_long" }]);
  refuse = false;
  await out.retry("a");
  assert.deepEqual(out.waiting(), []);
});

test("a visitor whom the hub forgot writes on as a new one", async (context) => {
  const kept = memory();
  kept.set("token", "old");
  /** @type {string[]} */
  const asked = [];
  context.mock.method(globalThis, "fetch", async (/** @type {string} */ url, /** @type {any} */ { headers, body }) => {
    asked.push(`${url} ${headers.Authorization}`);
    assert.deepEqual(JSON.parse(body).about, { language: "fr" });
    if (url.endsWith("sessions")) return Response.json({ token: "new" });
    return headers.Authorization === "Bearer new" ? Response.json({ seq: 1 }) : Response.json({ code: "unauthorized" }, { status: 401 });
  });
  assert.deepEqual(await api("pub", kept, () => ({ language: "fr" })).send({ id: "a", text: "1" }), { seq: 1 });
  assert.deepEqual(asked, ["/widget/v1/messages Bearer old", "/widget/v1/sessions undefined", "/widget/v1/messages Bearer new"]);
});

test("frames are read across the borders of what the network delivers", () => {
  const read = parser();
  assert.deepEqual(read("event: del"), []);
  assert.deepEqual(read("ta\ndata: {\"a\":"), []);
  assert.deepEqual(read("1}\n\nevent: beat\ndata: {}\n\n"), [{ event: "delta", data: "{\"a\":1}" }, { event: "beat", data: "{}" }]);
});

test("words are read from a strict subset of Fluent", () => {
  const say = speaker(parse("# comment\nhello = Bonjour { $name } !\n\nbad line\n"));
  assert.equal(say("hello", { name: "$& Ana" }), "Bonjour $& Ana !");
  assert.equal(say("unknown"), "unknown");
  assert.equal(language(["de-DE", "fr-CA", "en"]), "fr");
  assert.equal(language(["de"]), "en");
});
