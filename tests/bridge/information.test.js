// The drawer beside a conversation: who the customer is, and what else was said with them.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { browser, NARROW, screen } from "./browser.js";
import { look } from "./look.js";
import { words } from "./words.js";
import { World } from "./world.js";

const SAID = {
  fr: { late: "Bonjour, mon colis est en retard.", sorry: "Il arrive demain, avec nos excuses.", again: "Bonjour, toujours rien aujourd’hui.", note: "Geste commercial déjà promis." },
  en: { late: "Hello, my parcel is late.", sorry: "It arrives tomorrow, with our apologies.", again: "Hello, still nothing today.", note: "A gesture was already promised." },
};

for (const language of /** @type {const} */ (["fr", "en"])) describe(`information in ${language}`, () => {
  const say = words(language);
  const text = SAID[language];
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

  /** Ana wrote to Paul yesterday, and to Marie today. @param {boolean} twice */
  async function open(twice) {
    world = await World.make(language, "2026-11-22 10:12");
    for (const agent of ["marie", "paul"]) await world.signIn(agent);
    const ana = await world.visitor("Ana Martins", "ana@example.com");
    if (twice) {
      await ana.says(text.late);
      const first = await world.conversation("paul", "Ana Martins", text.late);
      await world.does("paul", "take", { conversation: first });
      await world.at("2026-11-22 10:15");
      await world.does("paul", "send", { conversation: first, text: text.sorry });
      await world.does("paul", "note", { conversation: first, text: text.note });
      await world.does("paul", "deal_with", { conversation: first });
    }
    await world.at("2026-11-23 09:41");
    await ana.says(text.again);
    const second = await world.conversation("marie", "Ana Martins", text.again);
    await world.does("marie", "take", { conversation: second });
    const hugo = await world.visitor("Hugo Petit", "hugo@example.com");
    await hugo.says(text.late);
    await world.conversation("marie", "Hugo Petit", text.late);
    page = await screen(chrome, world, "marie", language);
    await page.getByRole("listitem").filter({ hasText: "Ana Martins" }).getByRole("button").click();
    await page.locator(".log").getByText(text.again, { exact: true }).waitFor();
    return second;
  }

  const drawer = () => page.getByRole("complementary", { name: say("information") });
  /** @param {string} id */
  const button = (id) => drawer().getByRole("button", { name: say(id), exact: true });
  /** The keyboard comes there. @param {string} part */
  const focusIn = (part) => page.waitForFunction((wanted) => document.activeElement?.closest(wanted), part);

  it("the customer, the facts, and an earlier conversation", async () => {
    const second = await open(true);
    await page.keyboard.press("Control+i");
    await drawer().getByRole("button", { name: /Paul Girard/ }).waitFor();
    await focusIn("#drawer-title");
    await look(page, "information", language, drawer());
    await button("reach-email").click();
    await drawer().getByRole("button", { name: /Paul Girard/ }).click();
    await drawer().getByText(text.sorry).waitFor();
    await look(page, "information-past", language, drawer());
    // What was read of it is not on this computer, and what is said here is where it was.
    const list = await world.call("marie", "list", { view: "recents", offset: 0, limit: 50 });
    assert.deepEqual(list.rows.filter((/** @type {any} */ row) => row.name === "Ana Martins").map((/** @type {any} */ row) => row.id), [second]);
    await button("history-back").press("Enter");
    await focusIn("#drawer-title");
    await button("close").click();
    await focusIn("[popovertarget='thread-menu']");
    assert.equal(await drawer().count(), 0);
  });

  it("from the menu, by keyboard, and back", async () => {
    await open(false);
    await page.getByRole("button", { name: say("menu"), exact: true }).press("Enter");
    await page.getByRole("menuitem", { name: say("information"), exact: true }).press("Enter");
    await drawer().getByText(say("history-none")).waitFor();
    await focusIn("#drawer-title");
    await look(page, "information-first", language, drawer());
    // Another conversation, the drawer still open: the keyboard goes where it goes without it.
    const row = page.getByRole("listitem").filter({ hasText: "Hugo Petit" }).getByRole("button");
    await row.press("Enter");
    await drawer().getByText("hugo@example.com").waitFor();
    await drawer().getByText(say("history-none")).waitFor();
    await focusIn(".composer");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await focusIn(".composer");
    await drawer().getByRole("heading", { name: say("information") }).focus();
    await page.keyboard.press("Escape");
    await drawer().waitFor({ state: "detached" });
    await focusIn("[popovertarget='thread-menu']");
  });

  it("in a narrow window", async () => {
    await open(true);
    for (const size of [{ width: 900, height: 700 }, NARROW]) {
      await page.setViewportSize(size);
      await page.keyboard.press("Control+i");
      await drawer().getByRole("button", { name: /Paul Girard/ }).waitFor();
      const clipped = await drawer().evaluate((part) => part.scrollWidth > part.clientWidth);
      assert.equal(clipped, false, `${size.width}`);
      await look(page, `narrow-information-${size.width}`, language, drawer());
      await page.keyboard.press("Control+i");
    }
  });

  it("without the hub", async () => {
    await open(true);
    await world.runHub(false);
    await page.keyboard.press("Control+i");
    await drawer().getByText(say("error-offline")).waitFor();
    await look(page, "information-offline", language, drawer());
  });
});
