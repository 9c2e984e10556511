// Fields to fill, and the `/` that means a template.

import assert from "node:assert/strict";
import { it } from "node:test";
import { fieldsIn, nextField } from "../lib/fields.js";
import { slashAt } from "../lib/slash.js";
import { textIn } from "../lib/text-file.js";

it("only fields of known variables are to be filled", () => {
  const names = (/** @type {string} */ text) => fieldsIn(text).map((field) => field.name);
  assert.deepEqual(names("a {{date}} {{ contact.name | x }} {{name}} {{contact.name\n}} {date} {{date"), ["date", "contact.name"]);
  assert.deepEqual(names("{{{date}}}"), ["date"]);
  assert.deepEqual(names("{{contactXname}}"), []);
});

it("Tab leads to the next field and then out", () => {
  const text = "{{date}} und {{agent.name}}";
  const caret = (/** @type {number} */ at) => ({ from: at, to: at });
  assert.equal(nextField(text, caret(0), false)?.name, "date");
  assert.equal(nextField(text, { from: 0, to: 8 }, false)?.name, "agent.name");
  assert.equal(nextField(text, caret(text.length), false), undefined);
  assert.equal(nextField(text, caret(text.length), true)?.name, "agent.name");
  assert.equal(nextField(text, caret(0), true), undefined);
});

it("a slash begins a search at the start of a line or after a space", () => {
  for (const [text, search] of [["/", ""], ["/bon", "bon"], ["a /é", "é"], ["a\n/x", "x"], ["\u202f/x", "x"]]) {
    assert.equal(slashAt(`${text}`, `${text}`.length)?.search, search, text);
  }
  for (const text of ["", "a", "et/ou", "https://x", "/a b", "//"]) assert.equal(slashAt(text, text.length), null, text);
  assert.deepEqual(slashAt("a /bon jour", 6), { from: 2, to: 6, search: "bon" });
});

it("a file is read in UTF-8 or as an older spreadsheet wrote it", () => {
  assert.equal(textIn(new TextEncoder().encode("été").buffer), "été");
  assert.equal(textIn(new Uint8Array([0xe9, 0x74, 0xe9]).buffer), "été");
});
