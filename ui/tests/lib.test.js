// The screen's arithmetic, without a document.

import assert from "node:assert/strict";
import { test } from "node:test";
import { initials } from "../lib/initials.js";
import { mentionAt, mentioned } from "../lib/mention.js";
import { pieces } from "../lib/linkify.js";
import { headings, pages, visible } from "../lib/list-window.js";
import { gist, news } from "../lib/news.js";
import { serial } from "../lib/serial.js";
import { MOST, beginsDay, extended, refreshed } from "../lib/timeline.js";
import { day, hour, locale, waited } from "../lib/time.js";

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

test("web and mail addresses become links, and nothing else does", () => {
  const cases = [
    ["voir https://example.com/a?b=1.", ["https://example.com/a?b=1"]],
    ["(http://a.test/x)", ["http://a.test/x"]],
    ["www.pompe.example, ou ana.m@exemple.co.fr !", ["https://www.pompe.example", "mailto:ana.m@exemple.co.fr"]],
    ["javascript:alert(1) data:text/html,x file:///etc/passwd", []],
    ["<img src=x onerror=y> @paul 12h@midi", []],
  ];
  for (const [text, links] of cases) {
    const found = pieces(/** @type {string} */ (text));
    assert.deepEqual(found.flatMap((piece) => piece.url ?? []), links);
    assert.equal(found.map((piece) => piece.text).join(""), text, "no character is lost");
  }
});

test("a hostile text is cut up quickly", () => {
  const started = performance.now();
  for (const text of ["http://.".repeat(512), "a@".repeat(2048), `www.${".".repeat(4000)}`, `${"a.".repeat(2000)}@`]) pieces(text);
  assert.ok(performance.now() - started < 500);
});

/** @param {number} from @param {number} to */
const lines = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => /** @type {any} */ ({ id: `m${from + i}`, seq: from + i, at: (from + i) * 3_600_000 }));

test("older lines come before, and the far end is trimmed", () => {
  const loaded = extended({ lines: lines(101, 400), before: true, after: false }, lines(51, 100), "before", true);
  assert.equal(loaded.lines.length, MOST);
  assert.equal(loaded.lines[0].seq, 51);
  assert.equal(loaded.after, true, "the newest are not in the document any more");
});

test("newer lines come after, and what waits in the outbox stays last and single", () => {
  const waiting = /** @type {any} */ ({ seq: null, id: "x", at: 0 });
  const loaded = extended({ lines: [...lines(1, 300), waiting], before: false, after: true }, [...lines(301, 310), waiting], "after", false);
  assert.equal(loaded.lines.length, MOST);
  assert.deepEqual(loaded.lines.slice(-2).map((line) => line.id), ["m310", "x"]);
  assert.deepEqual([loaded.before, loaded.after], [true, false]);
});

test("at the end, the newest page continues what is there, or replaces it", () => {
  const joined = refreshed({ lines: lines(1, 60), before: false, after: false }, lines(20, 69), true, true);
  assert.deepEqual(joined.lines.map((line) => line.seq), lines(1, 69).map((line) => line.seq));
  assert.equal(joined.before, false);
  const replaced = refreshed({ lines: lines(1, 10), before: false, after: false }, lines(51, 100), true, true);
  assert.equal(replaced.lines[0].seq, 51);
  assert.equal(replaced.before, true);
});

test("who reads further up keeps their place, whatever comes", () => {
  const far = { lines: lines(1, 300), before: false, after: true };
  assert.deepEqual(refreshed(far, lines(951, 1000), true, false), far);
  const full = refreshed({ lines: lines(1, 300), before: false, after: false }, lines(252, 301), true, false);
  assert.deepEqual([full.lines[0].seq, full.lines.length, full.after], [1, MOST, true]);
  const read = lines(280, 300).map((line) => ({ ...line, state: "read" }));
  const renewed = refreshed({ lines: lines(1, 290), before: false, after: true }, /** @type {any} */ (read), true, false);
  assert.deepEqual([renewed.lines.length, renewed.lines[289].state, renewed.lines[0].state], [290, "read", undefined]);
});

test("lines that wait in the outbox do not move what the hub has", () => {
  const waiting = /** @type {any} */ ({ seq: null, id: "x", at: 0 });
  const joined = refreshed({ lines: [...lines(1, 5), waiting], before: false, after: false }, lines(2, 6), false, true);
  assert.deepEqual(joined.lines.map((line) => line.seq), [1, 2, 3, 4, 5, 6]);
});

test("new is where a customer wrote since, or what began to ring", () => {
  const row = (/** @type {string} */ id, /** @type {number} */ unread, group = "mine") => /** @type {any} */ ({ id, unread, group });
  const before = new Map([["a", row("a", 1)], ["b", row("b", 0)]]);
  const rows = [row("a", 1), row("b", 1), row("c", 1, "ringing"), row("d", 2)];
  assert.deepEqual(news(before, rows).map((one) => one.id), ["b", "c"]);
  assert.deepEqual(news(null, rows), []);
});

test("what is asked for again while it runs, runs once more", async () => {
  let runs = 0;
  const read = serial(async () => { runs += 1; await Promise.resolve(); });
  await Promise.all([read(), read(), read()]);
  assert.equal(runs, 2, "the second and third are one");
  await read();
  assert.equal(runs, 3);
});

test("headings stand where their groups begin, and empty groups have none", () => {
  const groups = [{ id: "ringing", total: 0 }, { id: "mine", total: 3 }, { id: "waiting", total: 2 }];
  assert.deepEqual(headings(groups).map(({ id, at }) => [id, at]), [["mine", 0], ["waiting", 3]]);
});

test("a notice quotes the customer, never the agent's own draft or a note", () => {
  const row = (/** @type {string} */ kind) => /** @type {any} */ ({ preview: { kind, text: "Où est-elle ?" }, queue: "Ventes" });
  assert.equal(gist(row("in"), "text"), "Où est-elle ?");
  assert.equal(gist(row("draft"), "text"), "Ventes");
  assert.equal(gist(row("in"), "queue"), "Ventes");
  assert.equal(gist(row("in"), "none"), null);
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

test("the hours are those of where the agent lives, in the screen's language", () => {
  const evening = new Date(2026, 10, 22, 21, 5).getTime();
  assert.equal(hour(evening, locale("en", ["en-GB", "fr"])), "21:05");
  assert.match(hour(evening, locale("en", ["en-US"])), /^09:05\sPM$/);
  assert.equal(hour(evening, locale("en", ["fr-FR"])), "21:05");
  assert.match(hour(evening, locale("fr", ["fr-CA"])), /^21 h 05$/);
  assert.equal(hour(evening, locale("fr", ["en-US"])), "21:05");
  // A system that was given no language says "C", which is no language's tag.
  assert.equal(hour(evening, locale("fr", ["C"])), hour(evening, locale("fr", [])));
});

test("two letters for a name", () => {
  assert.deepEqual(["Ana Martins", "Jean-Baptiste Roux", "Visiteur 4127", "李", ""].map(initials), ["AM", "JR", "V4", "李", "?"]);
});

test("an @ names a colleague at the beginning of a word", () => {
  const at = (/** @type {string} */ text) => mentionAt(text, text.length);
  assert.deepEqual(at("@"), { from: 0, to: 1, search: "" });
  assert.deepEqual(at("Vois avec @Jean-Éric d’A"), { from: 10, to: 24, search: "Jean-Éric d’A" });
  for (const text of ["a@b", "@1", "@Paul\nnon", "", "@Paul, "]) assert.equal(at(text), null, text);
});

test("a colleague is mentioned as long as the name stays in the text", () => {
  const chosen = new Map([["Paul Girard", "1"], ["Inès Moreau", "2"]]);
  assert.deepEqual(mentioned("@Paul Girard vois avec @Inès", chosen), ["1"]);
});
