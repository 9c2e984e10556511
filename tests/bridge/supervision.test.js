// One who supervises: sees what colleagues own, reads under the thread's eyes, whispers and takes over.

import assert from "node:assert/strict";
import { it } from "node:test";
import { company, said } from "./company.js";
import { inEachLanguage } from "./stage.js";

inEachLanguage("supervision", (stage) => {
  const { button, language, press, row, say, see } = stage;
  const text = said(language);

  it("reads, whispers and takes over", async () => {
    await stage.make("2026-11-22 17:04");
    await company(stage.world, language);
    await stage.world.signIn("ines");
    await stage.show("ines");
    await button("supervised").click();
    await row("Camille Durand").waitFor();
    await row("Hugo Petit").waitFor();
    await see("supervision");
    await row("Camille Durand").click();
    await stage.page.locator(".log").getByText(text.found).waitFor();
    await stage.page.locator(".log").getByText(say("system-overseen-by-me")).waitFor();
    await stage.page.getByText(say("overseen", { name: "Marie Lefèvre" })).waitFor();
    await see("overseen");
    const note = stage.page.getByLabel(say("write-note"));
    await note.fill(`${text.note} @mar`);
    await stage.page.getByRole("option", { name: "Marie Lefèvre" }).waitFor();
    await see("mention", stage.page.locator(".mention-list"));
    await note.focus();
    await press("Enter");
    await stage.page.waitForFunction(() => document.querySelector("textarea")?.value.endsWith("@Marie Lefèvre "));
    await button("add-note").click();
    const whispered = `${text.note} @Marie Lefèvre`;
    const id = await stage.world.conversation("marie", "Camille Durand", whispered);
    const { lines } = await stage.world.call("marie", "messages", { conversation: id, limit: 5 });
    assert.ok(lines.find((/** @type {any} */ line) => line.text === whispered).mentions_me);
    await button("take-over").click();
    await stage.page.locator(".who").getByText(say("state-mine")).waitFor();
    await stage.page.getByLabel(say("write-reply")).waitFor();
    await stage.world.until("it left the desk of its owner", async () => {
      const { rows } = await stage.world.call("marie", "list", { view: "recents", offset: 0, limit: 50 });
      return rows.every((/** @type {{ name: string }} */ other) => other.name !== "Camille Durand");
    });
  });

  it("is not offered to who supervises nothing", async () => {
    await stage.make("2026-11-22 17:04", { agents: ["marie"] });
    await stage.show("marie");
    await stage.page.getByText(say("empty-recents")).waitFor();
    await stage.page.locator(".me").waitFor();
    await button("supervised").waitFor({ state: "detached" });
  });
});
