// The drawer beside a conversation: who the customer is, and what else was said with them.

import assert from "node:assert/strict";
import { it } from "node:test";
import { NARROW } from "./browser.js";
import { look } from "./look.js";
import { inEachLanguage } from "./stage.js";

const SAID = {
  fr: { late: "Bonjour, mon colis est en retard.", sorry: "Il arrive demain, avec nos excuses.", again: "Bonjour, toujours rien aujourd’hui.", note: "Geste commercial déjà promis." },
  en: { late: "Hello, my parcel is late.", sorry: "It arrives tomorrow, with our apologies.", again: "Hello, still nothing today.", note: "A gesture was already promised." },
};

inEachLanguage("information", (stage) => {
  const { item, language, message, press, row, say, see } = stage;
  const text = SAID[language];

  /** Ana wrote to Paul yesterday, and to Marie today. @param {boolean} twice */
  async function open(twice) {
    const world = await stage.make("2026-11-22 10:12", { agents: ["marie", "paul"] });
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
    await stage.show("marie");
    await row("Ana Martins").click();
    await message(text.again).waitFor();
    return second;
  }

  const drawer = () => stage.page.getByRole("complementary", { name: say("information") });
  /** @param {string} id */
  const button = (id) => drawer().getByRole("button", { name: say(id), exact: true });
  /** The keyboard comes there. @param {string} part */
  const focusIn = (part) => stage.page.waitForFunction((wanted) => document.activeElement?.closest(wanted), part);

  it("the customer, the facts, and an earlier conversation", async () => {
    const second = await open(true);
    await press("Control+i");
    await drawer().getByRole("button", { name: /Paul Girard/ }).waitFor();
    await focusIn("#drawer-title");
    await see("information", drawer());
    await button("reach-email").click();
    await drawer().getByRole("button", { name: /Paul Girard/ }).click();
    await drawer().getByText(text.sorry).waitFor();
    await see("information-past", drawer());
    // What was read of it is not on this computer, and what is said here is where it was.
    const list = await stage.world.call("marie", "list", { view: "recents", offset: 0, limit: 50 });
    assert.deepEqual(list.rows.filter((/** @type {any} */ row) => row.name === "Ana Martins").map((/** @type {any} */ row) => row.id), [second]);
    await button("history-back").press("Enter");
    await focusIn("#drawer-title");
    await button("close").click();
    await focusIn("[popovertarget='thread-menu']");
    assert.equal(await drawer().count(), 0);
  });

  it("from the menu, by keyboard, and back", async () => {
    await open(false);
    await stage.button("menu").press("Enter");
    await item("information").press("Enter");
    await drawer().getByText(say("history-none")).waitFor();
    await focusIn("#drawer-title");
    await see("information-first", drawer());
    // Another conversation, the drawer still open: the keyboard goes where it goes without it.
    const other = row("Hugo Petit");
    await other.press("Enter");
    await drawer().getByText("hugo@example.com").waitFor();
    await drawer().getByText(say("history-none")).waitFor();
    await focusIn(".composer");
    await stage.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await focusIn(".composer");
    await drawer().getByRole("heading", { name: say("information") }).focus();
    await press("Escape");
    await drawer().waitFor({ state: "detached" });
    await focusIn("[popovertarget='thread-menu']");
  });

  it("in a narrow window", async () => {
    await open(true);
    for (const size of [{ width: 900, height: 700 }, NARROW]) {
      await stage.page.setViewportSize(size);
      await press("Control+i");
      await drawer().getByRole("button", { name: /Paul Girard/ }).waitFor();
      const clipped = await drawer().evaluate((part) => part.scrollWidth > part.clientWidth);
      assert.equal(clipped, false, `${size.width}`);
      await look(stage.page, `narrow-information-${size.width}`, language, drawer());
      await press("Control+i");
    }
  });

  it("without the hub", async () => {
    await open(true);
    await stage.world.runHub(false);
    await press("Control+i");
    await drawer().getByText(say("error-offline")).waitFor();
    await see("information-offline", drawer());
  });
});
