// A website's visitors pay for every byte.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const widget = new URL("../", import.meta.url);
const zipped = (/** @type {URL} */ file) => gzipSync(readFileSync(file)).length;

test("the loader is at most 10 kB gzipped", () => {
  assert.ok(zipped(new URL("loader.js", widget)) <= 10_000);
});

test("the page with its words is at most 60 kB gzipped", () => {
  const frame = new URL("frame/", widget);
  const files = [...readdirSync(frame).map((name) => new URL(name, frame)), new URL("frame.html", widget), new URL("../locales/fr/widget.ftl", widget)];
  const size = files.reduce((sum, file) => sum + zipped(file), 0);
  assert.ok(size <= 60_000, String(size));
});
