// Emoji in what is written: found, chosen without a mouse, remembered.

import assert from "node:assert/strict";
import { it } from "node:test";
import { NARROW } from "./browser.js";
import { company, said } from "./company.js";
import { inEachLanguage } from "./stage.js";

const SEARCH = { fr: { text: "coeur ble", label: "cœur bleu", wave: "signe de la main", smile: "visage rieur" }, en: { text: "blue hea", label: "blue heart", wave: "waving hand", smile: "grinning face" } };

inEachLanguage("emoji", (stage) => {
  const { button, field, language, press, row, say, see } = stage;
  const text = said(language);
  const wanted = SEARCH[language];
  const box = () => stage.page.locator(".composer textarea");
  const panel = () => stage.page.locator(".emoji-panel");
  /** @param {string} name */
  const option = (name) => panel().getByRole("option", { name, exact: true });
  /** @param {string} id */
  const group = (id) => panel().getByRole("tab", { name: say(id), exact: true });
  const focused = () => stage.page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

  async function open() {
    await stage.make("2026-11-22 17:04");
    await company(stage.world, language);
    await stage.show("marie");
    await row("Camille Durand").click();
    await stage.page.locator(".log").getByText(text.found).waitFor();
  }

  it("by keyboard alone, at the caret", async () => {
    await open();
    await box().fill("ab");
    await press("ArrowLeft", "Control+.");
    await option(wanted.smile).waitFor();
    await stage.page.waitForFunction((label) => document.activeElement?.getAttribute("aria-label") === label, say("emoji-search"));
    // As many as the font has: far more than those of one group.
    assert.ok(await panel().getByRole("option").count() > 100);
    await stage.page.keyboard.type(wanted.text);
    await option(wanted.label).waitFor();
    await see("emoji-found", panel());
    await press("Enter");
    await panel().waitFor({ state: "hidden" });
    assert.equal(await box().inputValue(), "a💙b");
    assert.equal(await focused(), say("write-reply"));
    await press("Control+z");
    assert.equal(await box().inputValue(), "ab", "it can be undone");
    // It is remembered; arrows go from one to the next.
    await press("Control+.");
    await option(wanted.label).waitFor();
    await press("ArrowDown");
    assert.equal(await focused(), wanted.label);
    await press("ArrowUp");
    assert.equal(await focused(), say("emoji-search"));
    await press("Tab", "ArrowRight", "Tab");
    await press("ArrowRight", "ArrowDown", "ArrowLeft");
    const eighth = await panel().getByRole("option").nth(8).getAttribute("aria-label");
    assert.equal(await focused(), eighth);
    await press("Escape");
    await panel().waitFor({ state: "hidden" });
    assert.equal(await focused(), say("write-reply"));
    assert.equal(await box().inputValue(), "ab");
  });

  it("in the tone that was chosen, from now on", async () => {
    await open();
    await button("emoji").click();
    await group("emoji-people").click();
    await option(wanted.wave).waitFor();
    await field("emoji-tone").selectOption("3");
    await panel().getByRole("option", { name: new RegExp(`^${wanted.wave}.*: `) }).first().click();
    await panel().waitFor({ state: "hidden" });
    assert.equal(await box().inputValue(), "👋🏽");
    await stage.page.reload();
    await row("Camille Durand").click();
    await button("emoji").click();
    await group("emoji-recent").waitFor();
    await see("emoji-recent", panel());
    assert.equal(await panel().getByRole("option").first().textContent(), "👋🏽");
    assert.equal(await field("emoji-tone").inputValue(), "3");
    await group("emoji-faces").click();
    await panel().getByRole("option").nth(20).waitFor();
    await field("emoji-search").fill("xyzzy");
    await panel().getByText(say("emoji-none")).waitFor();
    await see("emoji-none-found", panel());
  });

  it("in a narrow window", async () => {
    await open();
    await stage.page.setViewportSize(NARROW);
    await button("emoji").click();
    await option(wanted.smile).waitFor();
    await field("emoji-search").fill(wanted.text);
    await option(wanted.label).waitFor();
    await see("narrow-emoji", panel());
  });
});
