// The screen's arithmetic, without a document.

import assert from "node:assert/strict";
import { test } from "node:test";
import { initials } from "../lib/initials.js";
import { pieces } from "../lib/linkify.js";
import { pages, visible } from "../lib/list-window.js";
import { MOST, beginsDay, extended, refreshed } from "../lib/timeline.js";
import { day, waited } from "../lib/time.js";

test("only rows near the screen are in the document", () => {
  const range = visible({ total: 50_000, row: 68, top: 68 * 1000, height: 680 });
  assert.ok(range.from <= 1000 && range.from >= 980, String(range.from));
  assert.ok(range.to >= 1010 && range.to <= 1030, String(range.to));
});

test("a list that became shorter than the place scrolled to stays in bounds", () => {
  const range = visible({ total: 3, row: 68, top: 6800, height: 680 });
  assert.ok(range.from < 3 && range.to <= 3);
});

test("pages cover a range without a gap", () => {
  assert.deepEqual(pages({ from: 49, to: 101 }, 50), [0, 50, 100]);
  assert.deepEqual(pages({ from: 50, to: 100 }, 50), [50]);
});

test("web addresses become links, and nothing else does", () => {
  const cases = [
    ["voir https://example.com/a?b=1.", ["https://example.com/a?b=1"]],
    ["(http://a.test/x)", ["http://a.test/x"]],
    ["javascript:alert(1) data:text/html,x", []],
    ["<img src=x onerror=y>", []],
  ];
  for (const [text, links] of cases) {
    const found = pieces(/** @type {string} */ (text));
    assert.deepEqual(found.filter((piece) => piece.url).map((piece) => piece.url), links);
    assert.equal(found.map((piece) => piece.text).join(""), text, "no character is lost");
  }
});

/** @param {number} from @param {number} to */
const lines = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => /** @type {any} */ ({ seq: from + i, at: (from + i) * 3_600_000 }));

test("older lines come before, and the far end is trimmed", () => {
  const loaded = extended({ lines: lines(101, 400), before: true, after: false }, lines(51, 100), "before", true);
  assert.equal(loaded.lines.length, MOST);
  assert.equal(loaded.lines[0].seq, 51);
  assert.equal(loaded.after, true, "the newest are not in the document any more");
});

test("the newest page continues what was scrolled to, or replaces it", () => {
  const joined = refreshed({ lines: lines(1, 60), before: false, after: false }, lines(20, 69), true);
  assert.deepEqual(joined.lines.map((line) => line.seq), lines(1, 69).map((line) => line.seq));
  assert.equal(joined.before, false);
  const replaced = refreshed({ lines: lines(1, 10), before: false, after: false }, lines(51, 100), true);
  assert.equal(replaced.lines[0].seq, 51);
  assert.equal(replaced.before, true);
});

test("lines that wait in the outbox do not move what the hub has", () => {
  const waiting = /** @type {any} */ ({ seq: null, id: "x", at: 0 });
  const joined = refreshed({ lines: [...lines(1, 5), waiting], before: false, after: false }, lines(2, 6), false);
  assert.deepEqual(joined.lines.map((line) => line.seq), [1, 2, 3, 4, 5, 6]);
});

test("a day begins where the date changes", () => {
  const two = /** @type {any[]} */ ([{ at: new Date(2026, 0, 1, 12).getTime() }, { at: new Date(2026, 0, 2, 12).getTime() }]);
  assert.deepEqual([beginsDay(two, 0), beginsDay(two, 1)], [true, true]);
  assert.equal(beginsDay([two[0], two[0]], 1), false);
});

test("times are said as people say them", () => {
  const now = new Date(2026, 10, 22, 15).getTime();
  assert.equal(day(now - 3_600_000, now, "fr"), "Aujourd’hui".replace("’", day(now, now, "fr").includes("’") ? "’" : "'"));
  assert.equal(day(now - 24 * 3_600_000, now, "en"), "Yesterday");
  assert.equal(waited(now - 48_000, now), "0:48");
  assert.equal(waited(now - 3 * 3_600_000, now), "3 h");
});

test("two letters for a name", () => {
  assert.deepEqual(["Ana Martins", "Jean-Baptiste Roux", "Visiteur 4127", "李", ""].map(initials), ["AM", "JR", "V4", "李", "?"]);
});
