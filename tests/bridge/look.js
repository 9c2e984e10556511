// What a screen is: its description for a screen reader (kept in `screens/`), its faults by axe, and on wish its picture.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

import { laidOut } from "./layout.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
/** Layout is looked at in one: it is tried with longer words anyway. */
const LAID_OUT_IN = "fr";
const PATIENCE = 5000;
const writing = process.env.GUICHET_SNAPSHOTS === "write";
const shots = process.env.GUICHET_SHOTS;

/** @typedef {import("playwright-core").Page} Page */

/** Looks at the screen as it is now, in both themes.
 * @param {Page} page @param {string} name @param {string} language
 * @param {import("playwright-core").Locator} [part] what is described; the whole screen without it */
export async function look(page, name, language, part = page.locator("body")) {
  await described(part, `${name}.${language}`);
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme: theme });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    await picture(page, `${language}-${theme}`, name);
    await faultless(page, `${name} ${language} ${theme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (language === LAID_OUT_IN) await laidOut(page, name);
}

/** @param {import("playwright-core").Locator} part @param {string} name */
export async function described(part, name) {
  const file = new URL(`screens/${name}.yaml`, import.meta.url);
  const kept = writing ? null : readFileSync(file, "utf8");
  const found = await settled(part, kept);
  if (writing) writeFileSync(file, found);
  else assert.equal(found, kept, `${name} is described otherwise; is it meant? Then write it anew: GUICHET_SNAPSHOTS=write`);
}

/** The description once it is the wanted one, or does not change any more. @param {import("playwright-core").Locator} part
 * @param {string | null} wanted */
async function settled(part, wanted) {
  const deadline = Date.now() + PATIENCE;
  let last = "";
  for (;;) {
    // Marks that keep names of another direction apart are not seen; each hub has a port of its own.
    const found = `${(await part.ariaSnapshot()).replace(/[\u2068\u2069]/g, "").replace(/127\.0\.0\.1:\d+/g, "127.0.0.1")}\n`;
    if (wanted === null ? found === last : found === wanted) return found;
    if (Date.now() > deadline) return found;
    last = found;
    await part.page().evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
}

/** @param {Page | import("playwright-core").Frame} page @param {string} what */
export async function faultless(page, what) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const { violations } = await page.evaluate((rules) => /** @type {any} */ (globalThis).axe.run(document, rules), RULES);
  const faults = violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => `${node.html} ${node.failureSummary}`).join("\n")}`);
  assert.deepEqual(faults, [], what);
}

/** @param {Page} page @param {string} kind @param {string} name */
export async function picture(page, kind, name) {
  if (!shots) return;
  mkdirSync(`${shots}/${kind}`, { recursive: true });
  await page.screenshot({ path: `${shots}/${kind}/${name}.png` });
}
