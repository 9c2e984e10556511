// What an event means for the screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { steps } from "../state/apply.js";

/** @param {object} [over] @returns {import("../state/apply.js").Seen} */
const seen = (over) => ({ open: "open", connection: null, now: 100_000, said: () => undefined, ...over });
const gone = (/** @type {object} */ over) => /** @type {any} */ ({ type: "gone", conversation: "open", reason: "taken", by: null, kept_draft: false, ...over });
const saying = (/** @type {any[]} */ done) => done.find((step) => step.to === "say")?.saying;

test("a thread is read again only while it is open", () => {
  assert.deepEqual(steps({ type: "thread", conversation: "open" }, seen()), [{ to: "thread" }]);
  assert.deepEqual(steps({ type: "thread", conversation: "other" }, seen()), []);
  assert.deepEqual(steps({ type: "typing", conversation: "other", on: true }, seen()), []);
});

test("a lost race says who won, and where the text is", () => {
  const done = steps(gone({ by: "Paul", kept_draft: true }), seen());
  assert.deepEqual(done.map((step) => step.to), ["leave", "list", "say"]);
  assert.equal(saying(done).id, "gone-taken");
  assert.deepEqual(saying(done).values, { by: "Paul" });
  assert.equal(saying(done).kept, true);
});

test("who won is added to what was said before, in its place", () => {
  const first = saying(steps(gone({ kept_draft: true }), seen()));
  assert.equal(first.id, "gone-taken-somebody");
  const said = (/** @type {string} */ key) => (key === first.key ? { by: first.by, kept: first.kept } : undefined);
  const second = saying(steps(gone({ by: "Paul" }), seen({ open: null, said })));
  assert.deepEqual([second.key, second.id, second.kept], [first.key, "gone-taken", true]);
});

test("what goes from the queue unseen goes without a word", () => {
  const done = steps(gone({ conversation: "other" }), seen());
  assert.deepEqual(done.map((step) => step.to), ["leave", "list"]);
});

test("being back is told only after an absence that was noticed", () => {
  const online = /** @type {any} */ ({ state: "online", since: 100_000, waiting: 0, retry_at: null });
  const back = (/** @type {any} */ was) => saying(steps({ type: "connection", connection: online }, seen({ connection: was })));
  assert.equal(back({ state: "offline", since: 90_000 }).id, "back-online");
  assert.equal(back({ state: "connecting", since: 99_000 }), undefined);
  assert.equal(back({ state: "online", since: 0 }), undefined);
  assert.equal(back(null), undefined);
});

test("a refusal is told, and shows the way to the text when it was kept", () => {
  const failed = (/** @type {string} */ code) => saying(steps({ type: "failed", conversation: "open", code, params: {} }, seen()));
  assert.deepEqual([failed("take-first").id, failed("take-first").kept, failed("take-first").alert], ["error-take-first", true, true]);
  assert.equal(failed("not-allowed").kept, false);
});

test("an event of a later version is no matter", () => {
  assert.deepEqual(steps(/** @type {any} */ ({ type: "fireworks" }), seen()), []);
});
