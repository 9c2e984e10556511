// Templates on the screen: inserted, filled, written, imported.

import assert from "node:assert/strict";
import { it } from "node:test";
import { NARROW } from "./browser.js";
import { company, said } from "./company.js";
import { inEachLanguage } from "./stage.js";
import { BAD_FILE, offered, templates } from "./templates.js";

inEachLanguage("templates", (stage) => {
  const { button, language, press, row, say, see } = stage;
  const text = said(language);

  /** @param {string} agent @param {(world: import("./world.js").World) => Promise<unknown>} prepare */
  async function open(agent, prepare) {
    await stage.make("2026-11-22 17:04");
    await prepare(stage.world);
    await stage.show(agent);
  }

  const box = () => stage.page.locator(".composer textarea");
  const written = () => box().inputValue();

  it("a template is found and inserted, never sent", async () => {
    await open("marie", async (made) => { await company(made, language); await offered(made); });
    await row("Nadia Benali").click();
    await box().fill("Ah. ");
    await button("templates").click();
    const panel = stage.page.locator(".template-panel");
    await panel.getByRole("option", { name: "Bonjour" }).waitFor();
    await see("templates-panel", panel);
    await panel.getByRole("combobox").first().fill("delai");
    await panel.getByRole("option", { name: "Bonjour" }).waitFor({ state: "detached" });
    await panel.getByRole("option", { name: "Délai" }).click();
    const today = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date("2026-11-23"));
    await stage.page.waitForFunction((date) => document.querySelector("textarea")?.value.includes(date), today);
    assert.ok((await written()).startsWith("Ah. "), await written());
    assert.equal(await stage.page.locator(".msg.out").count(), 0, "nothing was sent");
    await press("Control+z");
    assert.equal(await written(), "Ah. ", "it can be undone");
    await button("templates").click();
    await panel.getByRole("tab", { name: "Retours" }).click();
    await panel.getByRole("option", { name: "Étiquette" }).waitFor();
    await panel.getByRole("combobox").first().fill("zzz");
    await panel.getByText(say("template-none-found")).waitFor();
    await see("templates-none-found", panel);
  });

  it("a field that cannot be filled keeps the message back", async () => {
    await open("marie", async (made) => { await company(made, language); await offered(made); });
    await row(language === "fr" ? "Visiteur" : "Visitor").click();
    await stage.page.locator(".log").getByText(text.guest).waitFor();
    await box().fill("/bon");
    await stage.page.locator(".slash-menu").getByRole("option", { name: "Bonjour" }).waitFor();
    await see("templates-slash", stage.page.locator(".slash-menu"));
    await stage.page.locator(".slash-menu").getByRole("option", { name: "Bonjour" }).click();
    await stage.page.locator(".fields-left").waitFor();
    await see("templates-field", stage.page.locator(".composer"));
    await button("send").click();
    await stage.page.locator(".toast").getByText(say("error-field-left", { name: say("variable-contact-first_name") })).hover();
    assert.equal(await stage.page.locator(".msg.out").count(), 0, "nothing was sent");
    const selected = await box().evaluate((/** @type {any} */ own) => own.value.slice(own.selectionStart, own.selectionEnd));
    assert.equal(selected, "{{contact.first_name}}");
  });

  it("a manager writes, orders and deletes", async () => {
    await open("ines", templates);
    await stage.page.locator(".to-settings").click();
    await button("template-manage").click();
    await stage.page.getByText("Étiquette de retour").waitFor();
    await stage.page.getByText(say("template-moved-before", { title: "x", other: "y" })).waitFor({ state: "detached" });
    await see("templates-desk", stage.page.locator(".settings"));
    await button("template-down", { title: "Bonjour" }).click();
    await stage.page.getByRole("status").getByText(say("template-moved-behind", { title: "Bonjour", other: "Un instant" })).waitFor();
    await button("template-down", { title: "Bonjour" }).and(stage.page.locator(":disabled")).waitFor();
    // Its button cannot be pressed any more: the keyboard is on the other one.
    await stage.page.waitForFunction(() => document.activeElement?.closest("[data-id]")?.textContent?.includes("Bonjour"));
    await button("template-new").click();
    const dialog = stage.page.getByRole("dialog");
    await see("templates-new", dialog);
    await dialog.getByLabel(say("template-title"), { exact: true }).fill("Merci");
    await dialog.getByLabel(say("template-category"), { exact: true }).fill("Accueil");
    await dialog.getByLabel(say("template-in", { language: "fr" })).and(stage.page.locator("textarea")).fill("Merci {{nom}}");
    await button("save").click();
    await dialog.getByText(say("error-unknown-variable", { name: "nom" })).waitFor();
    await see("templates-refused", dialog);
    await dialog.getByLabel(say("template-in", { language: "fr" })).and(stage.page.locator("textarea")).fill("Merci");
    await button("save").click();
    await dialog.waitFor({ state: "detached" });
    await button("template-delete", { title: "Merci" }).click();
    await see("templates-delete", dialog);
    await button("delete").click();
    await button("template-delete", { title: "Merci" }).waitFor({ state: "detached" });
    await stage.page.waitForFunction(() => document.activeElement?.closest(".templates"));
  });

  it("a file is looked at before it is imported", async () => {
    await open("ines", templates);
    await stage.page.locator(".to-settings").click();
    await button("template-manage").click();
    await button("template-import").click();
    const dialog = stage.page.getByRole("dialog");
    const file = (/** @type {string} */ content) => dialog.locator("input[type=file]").setInputFiles({ name: "t.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
    await file(BAD_FILE);
    await dialog.getByText(say("import-bad", { count: 3 })).waitFor();
    await see("templates-import-bad", dialog);
    await file(BAD_FILE.split("\n").slice(0, 3).join("\n"));
    await dialog.getByText(say("import-summary", { fresh: 1, changed: 1, unchanged: 0, bad: 0 })).waitFor();
    await see("templates-import", dialog);
    await button("template-import-now", { count: 2 }).click();
    await stage.page.locator(".toast").getByText(say("template-imported", { count: 2 })).waitFor();
    await stage.page.getByText("Merci", { exact: true }).waitFor();
    await button("template-export-csv").click();
    await stage.page.locator(".toast").getByText(`${say("template-file")}.csv`).waitFor();
  });

  it("by keyboard alone", async () => {
    await open("marie", async (made) => { await company(made, language); await offered(made); });
    const inTheBox = () => stage.page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    const selected = () => box().evaluate((/** @type {any} */ own) => own.value.slice(own.selectionStart, own.selectionEnd));
    await row(language === "fr" ? "Visiteur" : "Visitor").focus();
    await press("Enter");
    await inTheBox();
    await press("Control+j");
    await stage.page.waitForFunction(() => document.activeElement?.closest(".template-panel"));
    await press("Escape");
    await inTheBox();
    await press("Control+j");
    await stage.page.locator(".template-panel").getByRole("option", { name: "Bonjour", selected: true }).waitFor();
    await stage.page.keyboard.type("instant");
    await stage.page.locator(".template-panel").getByRole("option", { name: "Bonjour" }).waitFor({ state: "detached" });
    await press("Enter");
    await inTheBox();
    await stage.page.waitForFunction(() => document.querySelector("textarea")?.value.endsWith("."));
    // A `/` within a word means nothing; Escape leaves one as it is; Tab inserts.
    await stage.page.keyboard.type(" et/ou /");
    const menu = stage.page.locator(".slash-menu");
    await menu.getByRole("option", { name: "Bonjour" }).waitFor();
    await press("Escape");
    await menu.waitFor({ state: "detached" });
    await inTheBox();
    assert.ok((await written()).endsWith(" et/ou /"), await written());
    await stage.page.keyboard.type("b");
    assert.equal(await menu.count(), 0, "what was left stays left");
    await press("Shift+Enter");
    await stage.page.keyboard.type("/");
    await menu.getByRole("option", { name: "Un instant" }).waitFor();
    await press("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp");
    await menu.getByRole("option", { name: "Bonjour", selected: true }).waitFor();
    await press("Tab");
    await stage.page.locator(".fields-left").waitFor();
    assert.equal(await selected(), "{{contact.first_name}}");
    // Tab walks the fields, and then leaves.
    await stage.page.keyboard.type("Anne");
    await stage.page.locator(".fields-left").waitFor({ state: "detached" });
    await stage.page.keyboard.type(" {{date}} {{queue.name}}");
    await press("Control+Home", "Tab");
    assert.equal(await selected(), "{{date}}");
    await press("Tab");
    assert.equal(await selected(), "{{queue.name}}");
    await press("Shift+Tab");
    assert.equal(await selected(), "{{date}}");
    await press("Control+Enter");
    await stage.page.locator(".toast").first().waitFor();
    assert.equal(await stage.page.locator(".msg.out").count(), 0, "nothing was sent");
    assert.equal(await selected(), "{{date}}");
    await stage.page.keyboard.type("x");
    await press("Tab");
    await stage.page.keyboard.type("y");
    await press("Tab");
    await stage.page.waitForFunction(() => document.activeElement?.getAttribute("popovertarget") === "templates");
    await press("Shift+Tab", "Enter");
    await stage.page.locator(".msg.out").getByText("Anne").waitFor();
  });

  it("templates in a narrow window", async () => {
    await open("ines", templates);
    await stage.page.setViewportSize(NARROW);
    await stage.page.locator(".to-settings").click();
    await button("template-manage").click();
    await stage.page.getByText("Étiquette de retour").waitFor();
    await see("narrow-templates-desk", stage.page.locator(".settings"));
    await button("template-edit", { title: "Bonjour" }).click();
    await see("narrow-templates-form", stage.page.getByRole("dialog"));
  });
});
