// A visitor is kept out, by the keyboard alone, and let in again by who may.

import assert from "node:assert/strict";
import { it } from "node:test";
import { said } from "./company.js";
import { inEachLanguage } from "./stage.js";

const REASON = { fr: "Insultes répétées", en: "Repeated insults" };

inEachLanguage("blocking", (stage) => {
  const { button, dialog, item, language, message, press, row, say, see } = stage;
  const text = said(language);

  const menu = async () => {
    await button("menu").press("Enter");
    const entry = item("block-visitor");
    await entry.press("Enter");
    await dialog().waitFor();
  };

  /** Hugo writes, Marie takes it; a neighbour of his wrote, too. */
  async function open(last = 9) {
    const world = await stage.make("2026-11-23 09:38", { agents: ["marie"] });
    const neighbour = await world.visitor("Nadia Benali", undefined, last);
    await neighbour.says(text.size);
    await world.conversation("marie", "Nadia Benali", text.size);
    const hugo = await world.visitor("Hugo Petit", undefined, last);
    await hugo.says(text.hello);
    const chat = await world.conversation("marie", "Hugo Petit", text.hello);
    await world.does("marie", "take", { conversation: chat });
    await stage.show("marie");
    await row("Hugo Petit").click();
    await message(text.hello).waitFor();
    return hugo;
  }

  it("asks first, ends the session, and is undone in the list of those who manage it", async () => {
    const hugo = await open();
    await menu();
    await dialog().getByText("203.0.113.9").waitFor();
    assert.equal(await stage.page.evaluate(() => document.activeElement?.textContent), say("cancel"));
    await see("block-visitor", dialog());
    await dialog().getByLabel(say("block-period")).selectOption("24");
    await dialog().getByLabel(say("block-reason")).fill(REASON[language]);
    await button("block-do").press("Enter");
    await stage.page.locator(".log").getByText(say("system-visitor-blocked-by-me")).waitFor();
    await stage.page.getByText(say("block-done")).waitFor();
    await assert.rejects(hugo.says(text.sure), /403 .*"blocked"/);
    // It is still in the menu of what is over, and says so.
    await menu();
    await dialog().getByText(/203\.0\.113\.9/).waitFor();
    await see("block-visitor-again", dialog());
    await press("Escape");

    await stage.world.at("2026-11-23 09:41");
    await stage.page.context().close();
    await stage.world.signIn("ines");
    await stage.show("ines");
    await stage.page.locator(".me").waitFor();
    await button("administration").press("Enter");
    await button("admin-blocks").press("Enter");
    await stage.page.getByText(REASON[language]).waitFor();
    await see("blocks");
    await stage.page.getByRole("button", { name: say("unblock-network", { network: "203.0.113.9" }) }).press("Enter");
    await stage.page.getByText(say("blocks-none")).waitFor();
    await stage.page.waitForFunction(() => document.activeElement && document.activeElement !== document.body);
    await hugo.says(text.later);
  });

  it("is no matter of who only answers", async () => {
    await open();
    await stage.page.locator(".me").waitFor();
    assert.equal(await button("administration").count(), 0);
  });
});
