// A visitor is kept out, by the keyboard alone, and let in again by who may.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { browser, screen } from "./browser.js";
import { said } from "./company.js";
import { look } from "./look.js";
import { words } from "./words.js";
import { World } from "./world.js";

const REASON = { fr: "Insultes répétées", en: "Repeated insults" };

for (const language of /** @type {const} */ (["fr", "en"])) describe(`blocking in ${language}`, () => {
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

  /** @param {string} id */
  const button = (id) => page.getByRole("button", { name: say(id), exact: true });
  const dialog = () => page.getByRole("dialog");
  const menu = async () => {
    await button("menu").press("Enter");
    const entry = page.getByRole("menuitem", { name: say("block-visitor"), exact: true });
    await entry.press("Enter");
    await dialog().waitFor();
  };

  /** Hugo writes, Marie takes it; a neighbour of his wrote, too. */
  async function open(last = 9) {
    world = await World.make(language, "2026-11-23 09:38");
    await world.signIn("marie");
    const neighbour = await world.visitor("Nadia Benali", undefined, last);
    await neighbour.says(text.size);
    await world.conversation("marie", "Nadia Benali", text.size);
    const hugo = await world.visitor("Hugo Petit", undefined, last);
    await hugo.says(text.hello);
    const chat = await world.conversation("marie", "Hugo Petit", text.hello);
    await world.does("marie", "take", { conversation: chat });
    page = await screen(chrome, world, "marie", language);
    await page.getByRole("listitem").filter({ hasText: "Hugo Petit" }).getByRole("button").click();
    await page.locator(".log").getByText(text.hello, { exact: true }).waitFor();
    return hugo;
  }

  it("asks first, ends the session, and is undone in the list of those who manage it", async () => {
    const hugo = await open();
    await menu();
    await dialog().getByText("203.0.113.9").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), say("cancel"));
    await look(page, "block-visitor", language, dialog());
    await dialog().getByLabel(say("block-period")).selectOption("24");
    await dialog().getByLabel(say("block-reason")).fill(REASON[language]);
    await button("block-do").press("Enter");
    await page.locator(".log").getByText(say("system-visitor-blocked-by-me")).waitFor();
    await page.getByText(say("block-done")).waitFor();
    await assert.rejects(hugo.says(text.sure), /403 .*"blocked"/);
    // It is still in the menu of what is over, and says so.
    await menu();
    await dialog().getByText(/203\.0\.113\.9/).waitFor();
    await look(page, "block-visitor-again", language, dialog());
    await page.keyboard.press("Escape");

    await world.at("2026-11-23 09:41");
    await page.context().close();
    await world.signIn("ines");
    page = await screen(chrome, world, "ines", language);
    await page.locator(".me").waitFor();
    await button("administration").press("Enter");
    await button("admin-blocks").press("Enter");
    await page.getByText(REASON[language]).waitFor();
    await look(page, "blocks", language);
    await page.getByRole("button", { name: say("unblock-network", { network: "203.0.113.9" }) }).press("Enter");
    await page.getByText(say("blocks-none")).waitFor();
    await page.waitForFunction(() => document.activeElement && document.activeElement !== document.body);
    await hugo.says(text.later);
  });

  it("is no matter of who only answers", async () => {
    await open();
    await page.locator(".me").waitFor();
    assert.equal(await button("administration").count(), 0);
  });
});
