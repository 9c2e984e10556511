// Every word of the screen in both languages, and every id that the screen asks for.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

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

test("every id that the screen names has words", () => {
  const known = new Set([...ids("fr", "ui"), ...ids("fr", "client")]);
  for (const folder of ["ui/views", "ui/state"]) {
    for (const name of readdirSync(new URL(folder, root))) {
      const source = readFileSync(new URL(`${folder}/${name}`, root), "utf8");
      for (const [, id] of source.matchAll(/(?:words|say\.value)\("([a-z][\w-]*)"/g)) {
        assert.ok(known.has(id), `${name} asks for ${id}`);
      }
    }
  }
});

test("the ids that are put together from parts have words", () => {
  const known = ids("fr", "ui");
  const parts = {
    "gone-": ["taken", "transferred", "deleted", "rights", "released"],
    "group-": ["ringing", "mine", "waiting"],
    "channel-": ["live_chat", "whatsapp", "messenger", "sms"],
    "delivery-": ["queued", "sent", "delivered", "read", "failed"],
    "connection-": ["offline", "signed-out", "too-old", "too-new"],
    "keyring-": ["file", "memory"],
    "setting-": ["language", "theme", "enter_sends", "notify_app", "notify_system", "notify_content", "ringtone", "ringtone_volume"],
  };
  for (const [prefix, ends] of Object.entries(parts)) {
    for (const end of ends) assert.ok(known.has(prefix + end), prefix + end);
  }
});
