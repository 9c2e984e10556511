// Every word of the screen in both languages, and every id that the screen asks for.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { speaker } from "../lib/words.js";

const root = new URL("../../", import.meta.url);

/** @param {string} language @param {string} file */
function ids(language, file) {
  const text = readFileSync(new URL(`locales/${language}/${file}.ftl`, root), "utf8");
  return new Set([...text.matchAll(/^([a-z][\w-]*) =/gm)].map((found) => found[1]));
}

/** @param {string} language @param {string} file @param {string} id */
function variables(language, file, id) {
  const text = readFileSync(new URL(`locales/${language}/${file}.ftl`, root), "utf8");
  const line = text.match(new RegExp(`^${id} =.*(?:\\n[ \\t]+.*)*`, "m"))?.[0] ?? "";
  return [...new Set([...line.matchAll(/\$(\w+)/g)].map((found) => found[1]))].sort();
}

for (const file of ["ui", "client", "widget"]) {
  test(`${file}.ftl says the same things in French and English`, () => {
    const [fr, en] = [ids("fr", file), ids("en", file)];
    assert.deepEqual([...fr].sort(), [...en].sort());
    for (const id of fr) assert.deepEqual(variables("fr", file, id), variables("en", file, id), id);
  });
}

/** The screen's own modules. */
const sources = ["ui/views", "ui/state"].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js")).map((name) => ({ name, text: readFileSync(new URL(`${folder}/${name}`, root), "utf8") })));

const STRATEGIES = ["ring_all", "hunt", "hunt_random_start", "round_robin", "longest_waiting", "least_busy", "fewest_answered", "hunt_by_threes",
  "first_three_available", "skill_ring_all", "skill_random", "skill_round_robin", "skill_fewest_answered"];

/** Ids that are put together: their beginnings, and all their ends. */
const PARTS = {
  "gone-": ["taken", "taken-somebody", "transferred", "deleted", "rights", "released", "left", "removed"],
  "variable-": ["contact-first_name", "contact-name", "agent-name", "queue-name", "date"],
  "group-": ["ringing", "mine", "waiting", "archived", "supervised"],
  "empty-": ["recents", "queues", "waiting", "archived", "supervised"],
  "pick-": ["recents", "queues", "archived", "supervised"],
  "status-": ["available", "away", "do_not_disturb", "offline"],
  "confirm-end-session": ["", "-title", "-do"],
  "confirm-delete": ["", "-title", "-do"],
  "block-": ["protected", "unknown"],
  "block-hours-": ["0", "1", "24", "168", "720"],
  "password-": ["old", "new", "again"],
  "admin-": ["agents", "queues", "accounts", "departments", "company", "blocks", "audit", "auto_close_days", "retention_months"],
  "admin-queue-": ["strategy", "ownership", "ring_secs", "widen_secs", "capacity", "longest_wait_secs", "lease_secs"],
  "admin-account-": ["greeting", "away"],
  "role-": ["agent", "receptionist", "manager", "department_owner", "system_admin", "system_owner"],
  "strategy-": STRATEGIES,
  "strategy-about-": STRATEGIES,
  "ownership-": ["first_answer", "take_by_hand", "assign"],
  "unanswered-": ["keep_ringing", "away_text"],
  "ask-": ["off", "optional", "required"],
  "corner-": ["right", "left"],
  "audit-": ["overseen", "taken-over", "reassigned", "deleted", "grants-set", "activated", "deactivated", "agent-put", "invited", "department-put", "queue-put", "account-put", "settings-put", "blocked", "unblocked", "contacts-merged", "contacts-imported", "contact-exported", "contacts-exported", "contact-erased"],
  "emoji-": ["faces", "people", "nature", "food", "travel", "activities", "objects", "symbols", "flags"],
  "emoji-tone-": ["0", "1", "2", "3", "4", "5"],
  "reach-": ["email", "call", "sms"],
  "past-": ["waiting", "owned", "dealt-with", "ended-by-agent", "ended-by-visitor", "idle"],
  "channel-": ["live_chat", "whatsapp", "messenger", "sms"],
  "delivery-": ["queued", "sent", "delivered", "read", "failed"],
  "connection-": ["offline", "signed-out", "too-old", "too-new"],
  "keyring-": ["file", "memory"],
  "setting-": ["language", "theme", "enter_sends", "notify_app", "notify_system", "notify_content", "ringtone", "ringtone_volume"],
  "language-": ["system", "fr", "en"],
  "theme-": ["system", "light", "dark"],
  "notify_content-": ["text", "queue", "none"],
};
/** Ids whose end is a view. */
const COUNTS = ["recents-count", "queues-count", "archived"];

test("every id that the screen names has words", () => {
  const known = new Set([...ids("fr", "ui"), ...ids("fr", "client")]);
  for (const { name, text } of sources) {
    for (const [, asked] of text.matchAll(/(?:words|say\.value)\(((?:[^()]|\([^()]*\))*)\)/g)) {
      const compared = /[!=]==\s*"[^"]*"/g;
      for (const [, id] of asked.replace(compared, "").matchAll(/"([a-z][\w-]*)"/g)) assert.ok(known.has(id), `${name} asks for ${id}`);
    }
  }
  for (const [prefix, ends] of Object.entries(PARTS)) {
    for (const end of ends) assert.ok(known.has(prefix + end), prefix + end);
  }
});

test("no words that nobody says", () => {
  const said = new Set([...COUNTS, ...Object.entries(PARTS).flatMap(([prefix, ends]) => ends.map((end) => prefix + end))]);
  const all = sources.map((source) => source.text).join("\n");
  for (const id of ids("fr", "ui")) assert.ok(said.has(id) || all.includes(`"${id}"`), id);
});

test("both languages are read without an error", () => {
  for (const language of ["fr", "en"]) {
    const text = readFileSync(new URL(`locales/${language}/ui.ftl`, root), "utf8");
    const say = speaker(language, text);
    const values = { count: 1, name: "Ana", text: "t", author: "Paul", by: "Paul", time: "12:00", code: "x", about: "q", language: "fr", title: "t", other: "o", path: "p", line: 1, fresh: 1, changed: 1, unchanged: 1, bad: 1, status: "s", address: "203.0.113.9", network: "203.0.113.9", online: 1, names: "Ana", until: "lundi", skill: 1, site: "s", when: "w" };
    for (const id of ids(language, "ui")) {
      const words = say(id, values);
      assert.ok(words.trim() && words !== id && !words.includes("{"), `${language} ${id}: ${words}`);
    }
  }
});

test("French keeps its signs with their words", () => {
  const text = readFileSync(new URL("locales/fr/ui.ftl", root), "utf8").replace(/^#.*$/gm, "");
  assert.doesNotMatch(text, / [;!?:»]|« |[a-zé]'[a-zé]/i);
});
