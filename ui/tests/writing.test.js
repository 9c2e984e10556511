// What is being written is never lost, and a note never becomes a reply.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import * as writing from "../state/writing.js";

/** @type {[string, any][]} */
let calls = [];
/** @type {Record<string, string>} */
let refusals = {};

globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ path, /** @type {{ body: string }} */ { body }) => {
  const name = path.slice("/call/".length);
  calls.push([name, JSON.parse(body)]);
  const code = refusals[name];
  return { ok: !code, json: async () => (code ? { code, params: {} } : {}) };
});
mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });

const head = (/** @type {string} */ id, draft = "") => /** @type {any} */ ({ id, draft });
const kept = () => calls.filter(([name]) => name === "draft").map(([, args]) => args);

beforeEach(() => {
  writing.forgetTexts();
  calls = [];
  refusals = {};
});

test("a reply is kept half a second after the last key", () => {
  writing.write("a", "reply", "Bon");
  mock.timers.tick(400);
  writing.write("a", "reply", "Bonjour");
  mock.timers.tick(400);
  assert.deepEqual(kept(), []);
  mock.timers.tick(100);
  assert.deepEqual(kept(), [{ conversation: "a", text: "Bonjour" }]);
});

test("going to another conversation keeps the reply at once", () => {
  writing.write("a", "reply", "un");
  writing.write("b", "reply", "deux");
  assert.deepEqual(kept(), [{ conversation: "a", text: "un" }]);
  writing.leave("b");
  assert.deepEqual(kept().at(-1), { conversation: "b", text: "deux" });
});

test("a note is not a draft of a reply", () => {
  writing.write("a", "note", "client difficile");
  mock.timers.tick(1000);
  assert.deepEqual(calls, []);
  assert.equal(writing.textOf(head("a", "brouillon"), "reply"), "brouillon");
  assert.equal(writing.textOf(head("a"), "note"), "client difficile");
});

test("a note in progress whose conversation goes becomes an unsent draft", () => {
  writing.write("a", "note", "à rappeler");
  writing.rescue("a");
  assert.deepEqual(kept(), [{ conversation: "a", text: "à rappeler" }]);
  assert.equal(writing.textOf(head("a"), "note"), "");
});

test("the screen knows whether a conversation that goes leaves a text behind", async () => {
  assert.equal(writing.rescue("a"), false);
  writing.write("a", "reply", "juste écrit");
  assert.equal(writing.rescue("a"), true);
  assert.deepEqual(kept(), [{ conversation: "a", text: "juste écrit" }]);

  writing.write("a", "reply", "en chemin");
  mock.timers.tick(1000);
  assert.equal(writing.rescue("a"), true);

  refusals = { draft: "gone" };
  writing.write("a", "reply", "arrivé trop tard");
  mock.timers.tick(1000);
  await new Promise(setImmediate);
  assert.equal(writing.rescue("a"), true);

  refusals = {};
  writing.write("a", "reply", "gardé");
  mock.timers.tick(1000);
  await new Promise(setImmediate);
  // The app has it already, and tells so itself.
  assert.equal(writing.rescue("a"), false);
});

test("what was sent is gone from the box, and its draft is not written again", async () => {
  writing.write("a", "reply", " Oui. ");
  assert.equal(await writing.submit("a", "reply"), "");
  mock.timers.tick(1000);
  assert.deepEqual(calls.filter(([name]) => name !== "typing"), [["send", { conversation: "a", text: "Oui." }]]);
});

test("what was refused comes back, before what was typed meanwhile", async () => {
  refusals = { send: "text-too-long" };
  writing.write("a", "reply", "long");
  const sending = writing.submit("a", "reply");
  writing.write("a", "reply", "suite");
  assert.equal(await sending, "long\nsuite");
});

test("a text whose conversation went is kept once, by the app", async () => {
  refusals = { note: "gone" };
  writing.write("a", "note", "trop tard");
  assert.equal(await writing.submit("a", "note"), "");
  mock.timers.tick(1000);
  assert.deepEqual(kept(), []);
});
