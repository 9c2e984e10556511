// The address book on the screen: found, written, merged, imported, erased.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { browser, NARROW, screen } from "./browser.js";
import { look } from "./look.js";
import { words } from "./words.js";
import { World } from "./world.js";

const LATE = { fr: "Bonjour, mon colis est en retard.", en: "Hello, my parcel is late." };
const FILE = "name,email,phone\nÉlodie Œuvrard,elodie@example.org,0612345678\nHugo Petit,hugo@example.org,\nSociété Exemplaire du Très Long Nom de Saint-Germain-en-Laye,contact@example.org,+33123456789\n";
const BAD_FILE = "name,email,phone\nÉlodie Œuvrard,elodie@example.org,0612345679\nPaul,pas une adresse,\n,x@example.org,\nZoé,,12\nHugo,hugo@example.org\n";

for (const language of /** @type {const} */ (["fr", "en"])) describe(`contacts in ${language}`, () => {
  const say = words(language);
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

  /** Olga owns the system; Ana wrote twice, from two computers. @param {string} agent @param {boolean} [filled] */
  async function open(agent, filled = true) {
    world = await World.make(language, "2026-11-23 09:41", { owner: true });
    await world.signIn("olga");
    await world.until("Olga knows what she may", async () => (await world.call("olga", "presence")).supervises);
    if (filled) {
      await world.call("olga", "import_contacts", { text: FILE, dry_run: false });
      await world.signIn("marie");
      for (const name of ["Ana Martins", "A. Martins"]) {
        const ana = await world.visitor(name, `${name[1] === "." ? "am" : "ana"}@example.com`);
        await ana.says(LATE[language]);
        const conversation = await world.until(`Marie sees ${name}`, async () => {
          const list = await world.call("marie", "list", { view: "queues", offset: 0, limit: 50 });
          return list.rows.find((/** @type {any} */ row) => row.name === name)?.id;
        });
        await world.does("marie", "take", { conversation });
        await world.does("marie", "add_contact", { conversation, name });
      }
    } else if (agent !== "olga") await world.signIn(agent);
    page = await screen(chrome, world, agent, language);
    await button("contacts").waitFor();
    await page.keyboard.press("Control+6");
    await page.getByRole("heading", { name: say("contacts") }).waitFor();
  }

  /** @param {string} name @param {import("playwright-core").Locator} [part] */
  const see = (name, part) => look(page, name, language, part);
  /** @param {string} id @param {Record<string, any>} [values] */
  const button = (id, values) => page.getByRole("button", { name: say(id, values), exact: true });
  /** @param {string} name */
  const entry = (name) => page.locator(".book").getByRole("listitem").filter({ hasText: name }).getByRole("button");
  const dialog = () => page.getByRole("dialog");

  it("the book is found by any part and any writing, and a contact is edited without a mouse", async () => {
    await open("marie");
    await entry("Élodie").waitFor();
    await see("contacts");
    await page.getByRole("searchbox").fill("OEUV 336");
    await entry("Hugo").waitFor({ state: "detached" });
    await entry("Élodie").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Élodie Œuvrard" }).waitFor();
    await page.getByText(say("contact-no-talks")).waitFor();
    assert.equal(await button("contact-erase").count(), 0, "she may not");
    await button("contact-edit").focus();
    await page.keyboard.press("Enter");
    await dialog().getByLabel(say("phone")).fill("12");
    await page.keyboard.press("Enter");
    await dialog().getByRole("alert").waitFor();
    await see("contact-refused", dialog());
    assert.equal(await dialog().getByLabel(say("phone")).inputValue(), "12", "what was written stays");
    await dialog().getByLabel(say("phone")).fill("06 12 34 56 79");
    await page.keyboard.press("Enter");
    await page.getByText("+33612345679").waitFor();
  });

  it("nobody is in an empty book; a first one is written, and a narrow window shows all of it", async () => {
    await open("marie", false);
    await page.getByText(say("contact-none")).waitFor();
    await button("contact-new").click();
    await dialog().getByLabel(say("contact-name")).fill("Zoé");
    await dialog().getByRole("button", { name: say("save") }).click();
    await entry("Zoé").waitFor();
    await page.setViewportSize(NARROW);
    await see("narrow-contacts");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), NARROW.width);
  });

  it("two who are one are merged once both were looked at; all of it is erased", async () => {
    await open("olga");
    await entry("Ana Martins").click();
    await page.locator(".past").getByRole("listitem").waitFor();
    await see("contact");
    await button("contact-merge").click();
    await dialog().getByRole("searchbox").fill("martins");
    await dialog().getByRole("radio", { name: "A. Martins" }).check();
    await see("contact-merge", dialog());
    await dialog().getByRole("button", { name: say("contact-merge-do") }).click();
    await page.locator(".card").getByText("am@example.com").waitFor();
    await page.locator(".past").getByRole("listitem").nth(1).waitFor();
    await button("contact-erase").click();
    await see("contact-erase", dialog());
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), say("cancel"), "begins at Cancel");
    await dialog().getByRole("button", { name: say("contact-erase-do") }).click();
    await entry("Hugo").waitFor();
    assert.equal(await entry("Martins").count(), 0);
    await world.until("Marie lost both", async () => (await world.call("marie", "list", { view: "recents", offset: 0, limit: 9 })).total === 0);
  });

  it("a file is looked at before it is imported", async () => {
    await open("olga");
    await entry("Hugo").waitFor();
    await see("contacts-owner");
    await button("contact-import").click();
    await dialog().locator("input[type=file]").setInputFiles({ name: "contacts.csv", mimeType: "text/csv", buffer: Buffer.from(BAD_FILE) });
    await dialog().locator(".bad").waitFor();
    await see("contact-import", dialog());
    assert.ok(await dialog().locator("button[type=submit]").isDisabled());
    await dialog().locator("input[type=file]").setInputFiles({ name: "zoe.vcf", mimeType: "text/vcard", buffer: Buffer.from("BEGIN:VCARD\nVERSION:4.0\nFN:Zoé\nEND:VCARD\n") });
    await dialog().getByRole("button", { name: say("contact-import-now", { count: 1 }) }).click();
    await entry("Zoé").waitFor();
  });
});
