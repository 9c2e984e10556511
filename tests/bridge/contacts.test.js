// The address book on the screen: found, written, merged, imported, erased.

import assert from "node:assert/strict";
import { it } from "node:test";
import { NARROW } from "./browser.js";
import { inEachLanguage } from "./stage.js";

const LATE = { fr: "Bonjour, mon colis est en retard.", en: "Hello, my parcel is late." };
const FILE = "name,email,phone\nÉlodie Œuvrard,elodie@example.org,0612345678\nHugo Petit,hugo@example.org,\nSociété Exemplaire du Très Long Nom de Saint-Germain-en-Laye,contact@example.org,+33123456789\n";
const BAD_FILE = "name,email,phone\nÉlodie Œuvrard,elodie@example.org,0612345679\nPaul,pas une adresse,\n,x@example.org,\nZoé,,12\nHugo,hugo@example.org\n";

inEachLanguage("contacts", (stage) => {
  const { button, dialog, language, press, say, see } = stage;

  /** Olga owns the system; Ana wrote twice, from two computers. @param {string} agent @param {boolean} [filled] */
  async function open(agent, filled = true) {
    const world = await stage.make("2026-11-23 09:41", { owner: true, agents: ["olga"] });
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
    await stage.show(agent);
    await button("contacts").waitFor();
    await press("Control+6");
    await stage.page.getByRole("heading", { name: say("contacts") }).waitFor();
  }

  /** @param {string} name */
  const entry = (name) => stage.page.locator(".book").getByRole("listitem").filter({ hasText: name }).getByRole("button");

  it("the book is found by any part and any writing, and a contact is edited without a mouse", async () => {
    await open("marie");
    await entry("Élodie").waitFor();
    await see("contacts");
    await stage.page.getByRole("searchbox").fill("OEUV 336");
    await entry("Hugo").waitFor({ state: "detached" });
    await entry("Élodie").focus();
    await press("Enter");
    await stage.page.getByRole("heading", { name: "Élodie Œuvrard" }).waitFor();
    await stage.page.getByText(say("contact-no-talks")).waitFor();
    assert.equal(await button("contact-erase").count(), 0, "she may not");
    await button("contact-edit").focus();
    await press("Enter");
    await dialog().getByLabel(say("phone")).fill("12");
    await press("Enter");
    await dialog().getByRole("alert").waitFor();
    await see("contact-refused", dialog());
    assert.equal(await dialog().getByLabel(say("phone")).inputValue(), "12", "what was written stays");
    await dialog().getByLabel(say("phone")).fill("06 12 34 56 79");
    await press("Enter");
    await stage.page.getByText("+33612345679").waitFor();
  });

  it("nobody is in an empty book; a first one is written, and a narrow window shows all of it", async () => {
    await open("marie", false);
    await stage.page.getByText(say("contact-none")).waitFor();
    await button("contact-new").click();
    await dialog().getByLabel(say("contact-name")).fill("Zoé");
    await dialog().getByRole("button", { name: say("save") }).click();
    await entry("Zoé").waitFor();
    await stage.page.setViewportSize(NARROW);
    await see("narrow-contacts");
    assert.equal(await stage.page.evaluate(() => document.documentElement.scrollWidth), NARROW.width);
  });

  it("two who are one are merged once both were looked at; all of it is erased", async () => {
    await open("olga");
    await entry("Ana Martins").click();
    await stage.page.locator(".past").getByRole("listitem").waitFor();
    await see("contact");
    await button("contact-merge").click();
    await dialog().getByRole("searchbox").fill("martins");
    await dialog().getByRole("radio", { name: "A. Martins" }).check();
    await see("contact-merge", dialog());
    await dialog().getByRole("button", { name: say("contact-merge-do") }).click();
    await stage.page.locator(".card").getByText("am@example.com").waitFor();
    await stage.page.locator(".past").getByRole("listitem").nth(1).waitFor();
    await button("contact-erase").click();
    await see("contact-erase", dialog());
    assert.equal(await stage.page.evaluate(() => document.activeElement?.textContent), say("cancel"), "begins at Cancel");
    await dialog().getByRole("button", { name: say("contact-erase-do") }).click();
    await entry("Hugo").waitFor();
    assert.equal(await entry("Martins").count(), 0);
    await stage.world.until("Marie lost both", async () => (await stage.world.call("marie", "list", { view: "recents", offset: 0, limit: 9 })).total === 0);
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
