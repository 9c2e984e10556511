// Is everything on the screen to be seen? Nothing cut off, nothing over something else, no id in place of words; in the
// sizes of real windows, in the language and in one whose words are 40 % longer.

import assert from "node:assert/strict";
import { faults } from "./faults.js";
import { speak } from "./speak.js";

/** @typedef {import("playwright-core").Page} Page */

const SIZES = [{ width: 1280, height: 800 }, { width: 900, height: 700 }, { width: 380, height: 700 }];

/** @param {Page} page @param {string} name */
export async function laidOut(page, name) {
  const before = page.viewportSize();
  /** @type {string[]} */
  const found = [];
  for (const longer of [false, true]) {
    await page.evaluate(speak, longer);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      found.push(...(await page.evaluate(faults)).map((fault) => `${size.width}x${size.height}, ${longer ? "longer" : "own"} words: ${fault}`));
    }
  }
  await page.evaluate(speak, false);
  if (before) await page.setViewportSize(before);
  assert.deepEqual(found, [], name);
}
