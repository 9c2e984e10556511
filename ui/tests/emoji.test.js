// Emoji: found by what they are called, in the tone that was chosen, the last ones first.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { emojiOf, GROUPS, known, searched, toned, used } from "../lib/emoji.js";

const all = (/** @type {string} */ language) => emojiOf(JSON.parse(readFileSync(new URL(`../vendor/emoji/${language}.json`, import.meta.url), "utf8")));
const french = all("fr");
const first = (/** @type {string} */ text) => searched(french, text).slice(0, 12).map(({ unicode }) => unicode);

it("every one has a name and a group, and is there once", () => {
  for (const emoji of [french, all("en")]) {
    assert.ok(emoji.length > 1800, `${emoji.length}`);
    assert.equal(new Set(emoji.map(({ unicode }) => unicode)).size, emoji.length);
    assert.ok(emoji.every(({ label, words }) => label && words.length > 0));
    for (const { number, unicode } of GROUPS) assert.equal(emoji.find((other) => other.unicode === unicode)?.group, number, unicode);
  }
});

it("accents, capitals and the end of a word need not be written", () => {
  assert.ok(first("ecol").includes("🏫"));
  assert.ok(first("ÉCOLE").includes("🏫"));
  assert.ok(first("à bientôt").includes("👋"));
  assert.deepEqual(searched(french, "coeur bleu").map(({ unicode }) => unicode).slice(0, 1), ["💙"]);
});

it("what is called so comes first", () => {
  const found = searched(french, "chat");
  const called = found.findIndex(({ label }) => !/(^| )chat/.test(label));
  assert.ok(called > 0 && found.slice(called).every(({ label }) => !/(^| )chat/.test(label)));
});

it("nothing is found by what nothing is called", () => {
  assert.deepEqual(searched(french, "xyzzy"), []);
  assert.equal(searched(french, " ").length, french.length);
});

it("a tone is that of all in the picture, or none", () => {
  const [wave] = searched(french, "signe de la main").filter(({ unicode }) => unicode === "👋");
  assert.ok(wave);
  assert.deepEqual([0, 1, 5].map((tone) => toned(wave, tone).unicode), ["👋", "👋🏻", "👋🏿"]);
  const [smile] = french;
  assert.ok(smile);
  assert.equal(toned(smile, 3), smile);
  const couple = french.find(({ unicode }) => unicode === "🧑‍🤝‍🧑");
  assert.ok(couple);
  assert.equal(couple.skins.size, 5);
  assert.equal(toned(couple, 2).unicode, "🧑🏼‍🤝‍🧑🏼");
});

it("the last ones are remembered once, and named in their tone", () => {
  assert.deepEqual(used(["😀", "👋🏽", "🎉"], "👋🏽", 3), ["👋🏽", "😀", "🎉"]);
  assert.deepEqual(used(["😀", "🎉"], "👍", 2), ["👍", "😀"]);
  const named = known(french, ["👋🏽", "not one", "😀"]);
  assert.deepEqual(named.map(({ unicode }) => unicode), ["👋🏽", "😀"]);
  assert.match(named[0]?.label ?? "", /peau légèrement mate/);
});
