// One who supervises: sees what colleagues own, reads under the thread's eyes, whispers and takes over.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { browser, screen } from "./browser.js";
import { company, said } from "./company.js";
import { look } from "./look.js";
import { words } from "./words.js";
import { World } from "./world.js";

for (const language of /** @type {const} */ (["fr", "en"])) describe(`supervision in ${language}`, () => {
  const say = words(language);
  const text = said(language);
  /** @type {import("playwright-core").Browser} */
  let chrome;
  /** @type {World} */
  let world;
  /** @type {import("playwright-core").Page} */
  let page;

  before(async () => { chrome = await browser(); });
  after(async () => { await chrome.close(); });
  afterEach(async () => {
    await page.context().close();
    await world.end();
  });

  /** @param {string} name of a customer */
  const row = (name) => page.getByRole("listitem").filter({ hasText: name }).getByRole("button");
  /** @param {string} id */
  const button = (id) => page.getByRole("button", { name: say(id), exact: true });

  it("reads, whispers and takes over", async () => {
    world = await World.make(language, "2026-11-22 17:04");
    await company(world, language);
    await world.signIn("ines");
    page = await screen(chrome, world, "ines", language);
    await button("supervised").click();
    await row("Camille Durand").waitFor();
    await row("Hugo Petit").waitFor();
    await look(page, "supervision", language);
    await row("Camille Durand").click();
    await page.locator(".log").getByText(text.found).waitFor();
    await page.locator(".log").getByText(say("system-overseen-by-me")).waitFor();
    await page.getByText(say("overseen", { name: "Marie Lefèvre" })).waitFor();
    await look(page, "overseen", language);
    const note = page.getByLabel(say("write-note"));
    await note.fill(`${text.note} @mar`);
    await page.getByRole("option", { name: "Marie Lefèvre" }).waitFor();
    await look(page, "mention", language, page.locator(".mention-list"));
    await note.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("textarea")?.value.endsWith("@Marie Lefèvre "));
    await button("add-note").click();
    const whispered = `${text.note} @Marie Lefèvre`;
    const id = await world.conversation("marie", "Camille Durand", whispered);
    const { lines } = await world.call("marie", "messages", { conversation: id, limit: 5 });
    assert.ok(lines.find((/** @type {any} */ line) => line.text === whispered).mentions_me);
    await button("take-over").click();
    await page.locator(".who").getByText(say("state-mine")).waitFor();
    await page.getByLabel(say("write-reply")).waitFor();
    await world.until("it left the desk of its owner", async () => {
      const { rows } = await world.call("marie", "list", { view: "recents", offset: 0, limit: 50 });
      return rows.every((/** @type {{ name: string }} */ other) => other.name !== "Camille Durand");
    });
  });

  it("is not offered to who supervises nothing", async () => {
    world = await World.make(language, "2026-11-22 17:04");
    await world.signIn("marie");
    page = await screen(chrome, world, "marie", language);
    await page.getByText(say("empty-recents")).waitFor();
    await page.locator(".me").waitFor();
    await button("supervised").waitFor({ state: "detached" });
  });
});
