// What the visitor's page looks like, as far as that needs no screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { contrast, readable } from "../frame/colour.js";
import { newId } from "../frame/id.js";
import { dayName, rows } from "../frame/rows.js";
import { parse, refusal } from "../frame/words.js";

const NOON = new Date(2026, 10, 23, 12).getTime();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @param {string} key @param {number} at @param {Partial<import("../frame/thread.js").Line>} [more] @returns {import("../frame/thread.js").Line} */
const line = (key, at, more = {}) => ({ key, from: "agent", agent: "Marie", text: key, system: null, at, state: null, reason: null, ...more });
/** @param {import("../frame/rows.js").Row[]} laid */
const shape = (laid) => laid.map((row) => (row.kind === "day" ? "day" : `${row.key}${row.first ? " first" : ""}${row.last ? " last" : ""}`));

test("what stands on the company's colour is readable, whatever the colour", () => {
  const steps = Array.from({ length: 18 }, (_, step) => (step * 15).toString(16).padStart(2, "0"));
  for (const red of steps) for (const green of steps) for (const blue of steps) {
    const { color, ink } = readable(`#${red}${green}${blue}`);
    assert.ok(contrast(color, ink) >= 4.5, `${ink} on ${color}`);
  }
});

test("a colour is read in the two forms of CSS, and anything else is ours", () => {
  assert.deepEqual(readable("#FD4"), { color: "#ffdd44", ink: "#000000" });
  assert.deepEqual(readable("#0A7D5C"), { color: "#0a7d5c", ink: "#ffffff" });
  for (const other of [null, undefined, "", "red", "#12", "#12345g", "#000; --surface: red"]) {
    assert.deepEqual(readable(other), { color: "#00604a", ink: "#ffffff" });
  }
});

test("the bubble's own copy of the arithmetic says the same", () => {
  const loader = readFileSync(new URL("../loader.js", import.meta.url), "utf8");
  const source = /function inkOn\(hex\) \{\n[\s\S]+?\n {2}\}\n/.exec(loader)?.[0];
  const inkOn = new Function(`${source} return inkOn;`)();
  for (let step = 0; step < 0x1000000; step += 9973) {
    const color = `#${step.toString(16).padStart(6, "0")}`;
    assert.equal(inkOn(color), readable(color).ink, color);
  }
});

test("what one person wrote in a row stands together", () => {
  const laid = rows([
    line("a", NOON), line("b", NOON + MINUTE), line("c", NOON + 7 * MINUTE), line("d", NOON + 8 * MINUTE, { agent: "Paul" }),
    line("e", NOON + 8 * MINUTE, { from: "visitor", agent: null, state: "sent" }),
  ], NOON + 9 * MINUTE);
  assert.deepEqual(shape(laid), ["a first", "b last", "c first last", "d first last", "e first last"]);
});

test("another fate begins another group: nothing hides what failed", () => {
  const own = (/** @type {string} */ key, /** @type {any} */ state) => line(key, NOON, { from: "visitor", agent: null, state });
  assert.deepEqual(shape(rows([own("a", "read"), own("b", "sent"), own("c", "failed"), own("d", "failed")], NOON)),
    ["a first last", "b first last", "c first last", "d first last"]);
});

test("days are kept apart, and a chat of today needs no date", () => {
  assert.deepEqual(shape(rows([line("a", NOON)], NOON)), ["a first last"]);
  assert.deepEqual(shape(rows([line("a", NOON - DAY), line("b", NOON), line("c", NOON, { at: null })], NOON)),
    ["day", "a first last", "day", "b first", "c last"]);
});

test("days have the names that people give them", () => {
  assert.equal(dayName(NOON, NOON, "fr"), "Aujourd’hui");
  assert.equal(dayName(new Date(2026, 10, 22, 23, 59).getTime(), NOON, "fr"), "Hier");
  assert.equal(dayName(NOON - 2 * DAY, NOON, "en"), "Saturday, November 21");
});

test("messages have names on a page without HTTPS, too", () => {
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  const ids = [newId(), newId()];
  // Back to the one it inherits.
  delete (/** @type {any} */ (crypto)).randomUUID;
  assert.ok(crypto.randomUUID);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(ids[0], ids[1]);
});

test("both languages have the same words, and a sentence for each refusal that ends a chat", () => {
  const [french, english] = ["fr", "en"].map((tongue) => parse(readFileSync(new URL(`../../locales/${tongue}/widget.ftl`, import.meta.url), "utf8")));
  assert.deepEqual([...french.keys()], [...english.keys()]);
  for (const code of ["blocked", "not_found", "origin_not_allowed"]) assert.ok(french.has(refusal(code)), code);
});
