// Chats among colleagues: every screen of them, and all of it by keyboard.

import assert from "node:assert/strict";
import { it } from "node:test";
import { NARROW } from "./browser.js";
import { inEachLanguage } from "./stage.js";

const SAID = {
  fr: { hi: "Tu as une minute ?", yes: "Oui, dis-moi.", plan: "Réunion à 14 h avec le transporteur.", ok: "J’y serai.", group: "Projet Lyon", also: "Moi aussi." },
  en: { hi: "Do you have a minute?", yes: "Yes, tell me.", plan: "Meeting at 2 pm with the carrier.", ok: "I will be there.", group: "Project Lyon", also: "Me too." },
};

inEachLanguage("chats", (stage) => {
  const { button, dialog, item, language, message, press, row, say, see } = stage;
  const text = SAID[language];

  /** Marie, Paul and Inès are signed in. */
  async function open() {
    const world = await stage.make("2026-11-23 09:41", { agents: ["marie", "paul", "ines"] });
    await world.until("all are there", async () => (await world.call("marie", "colleagues", { search: "" })).agents.filter((/** @type {any} */ other) => other.status === "available").length === 2);
    await stage.show("marie");
    await stage.page.getByText(say("empty-recents")).waitFor();
  }

  /** @param {string} text */
  async function write(text) {
    await stage.page.locator(".composer textarea:focus").waitFor();
    await stage.page.keyboard.type(text);
    await press("Enter");
    await message(text).waitFor();
  }

  /** A colleague has this chat with this line, and reads it; or answers. @param {string} agent @param {string} chat
   * @param {string} last @param {string} [answer] */
  async function hears(agent, chat, last, answer) {
    const conversation = await stage.world.conversation(agent, chat, last);
    const { lines } = await stage.world.call(agent, "messages", { conversation, limit: 1 });
    await stage.world.does(agent, "read", { conversation, up_to: lines[0].seq });
    if (answer) await stage.world.does(agent, "send", { conversation, text: answer });
    return conversation;
  }

  it("a direct one", async () => {
    await open();
    await press("Control+n");
    await dialog().getByText("Paul Girard").waitFor();
    await see("new-chat", dialog());
    await stage.page.keyboard.type("zzz");
    await dialog().getByText(say("transfer-nobody")).waitFor();
    await press("Control+a");
    await stage.page.keyboard.type("pau");
    await dialog().getByText("Paul Girard").waitFor();
    await dialog().getByRole("button", { name: say("write-to"), disabled: false }).waitFor();
    await press("Enter");
    await write(text.hi);
    await hears("paul", "Marie Lefèvre", text.hi);
    await stage.page.getByRole("img", { name: say("delivery-read") }).waitFor();
    await stage.world.at("2026-11-23 09:42");
    const theirs = await hears("paul", "Marie Lefèvre", text.hi, text.yes);
    await message(text.yes).waitFor();
    await see("chat-direct");
    await stage.world.call("paul", "typing", { conversation: theirs });
    await stage.page.locator(".typing").getByText(say("typing", { name: "Paul Girard", count: 1 })).waitFor();
    await button("menu").focus();
    await press("Enter");
    await stage.page.locator("#thread-menu :focus").waitFor();
    await see("chat-menu", stage.page.locator("#thread-menu"));
    await item("mute").focus();
    await press("Enter");
    await stage.page.locator(".who small").getByText(say("is-muted")).waitFor();
    await button("menu").focus();
    await press("Enter");
    await stage.page.locator("#thread-menu :focus").waitFor();
    await item("archive").focus();
    await press("Enter");
    await stage.page.locator(".toast").getByText(say("archive-done")).hover();
    await row("Paul Girard").waitFor({ state: "detached" });
    assert.notEqual(await stage.page.evaluate(() => document.activeElement?.tagName), "BODY", "the keyboard is lost");
    await stage.page.locator(".toast").getByText(say("undo")).click();
    await row("Paul Girard").waitFor();
  });

  it("a group", async () => {
    await open();
    await button("new-chat").click();
    await dialog().getByText("Paul Girard").click();
    await dialog().getByText("Inès", { exact: false }).click();
    await dialog().getByLabel(say("group-name")).fill(text.group);
    await see("new-group", dialog());
    await button("create-group").click();
    await write(text.plan);
    await hears("paul", text.group, text.plan, text.ok);
    await message(text.ok).waitFor();
    await stage.world.at("2026-11-23 09:42");
    await hears("ines", text.group, text.ok, text.also);
    await message(text.also).waitFor();
    await stage.page.locator(".seen").getByText(say("seen-by-all")).waitFor();
    await see("chat-group");
    await button("menu").click();
    await item("members-menu").click();
    await dialog().getByText(say("you", { name: "Marie Lefèvre" })).waitFor();
    await see("members", dialog());
    await dialog().getByRole("button", { name: /Paul Girard/ }).focus();
    await press("Enter");
    await dialog().locator(".option").getByText("Paul Girard").waitFor();
    await dialog().locator("input[type=search]:focus").waitFor();
    await press("Escape");
    await stage.page.locator(".log .sys").getByText(say("system-member-removed-by-me", { agent: "Paul Girard" })).waitFor();
    await button("menu").click();
    await item("rename").click();
    await see("rename-group", dialog());
    await dialog().getByLabel(say("group-name")).fill(`${text.group} 2`);
    await press("Enter");
    await stage.page.getByRole("heading", { name: `${text.group} 2` }).waitFor();
    await button("menu").click();
    await item("mute").click();
    await stage.page.locator(".who small").getByText(say("is-muted")).waitFor();
    const theirs = await hears("ines", `${text.group} 2`, text.also);
    await stage.page.locator(".to-settings").click();
    await stage.world.does("ines", "send", { conversation: theirs, text: text.ok });
    await stage.page.locator(".row .unread.quiet").waitFor();
    assert.equal(await stage.page.locator(".rail .count").count(), 0, "a muted chat counts in no sum");
    await see("chats-list", stage.page.locator(".list"));
    await row(text.group).click();
    await message(text.ok).nth(1).waitFor();
    await stage.page.setViewportSize(NARROW);
    await see("narrow-chat");
    await button("menu").click();
    await item("leave").click();
    await see("leave-group", dialog());
    await dialog().getByRole("button", { name: say("leave") }).click();
    await stage.page.locator(".toast").getByText(say("gone-left")).waitFor();
  });

  it("begun while the hub is away", async () => {
    await open();
    await stage.world.runHub(false);
    await stage.world.until("it is away", async () => (await stage.world.call("marie", "connection")).state !== "online");
    await press("Control+n");
    await stage.page.keyboard.type("pau");
    await dialog().getByRole("button", { name: say("write-to"), disabled: false }).waitFor();
    await press("Enter");
    await write(text.hi);
    await write(text.plan);
    await stage.page.getByRole("img", { name: say("delivery-queued") }).nth(1).waitFor();
    await stage.world.runHub(true);
    const theirs = await stage.world.conversation("paul", "Marie Lefèvre", text.plan);
    const { lines } = await stage.world.call("paul", "messages", { conversation: theirs, limit: 50 });
    assert.deepEqual(lines.map((/** @type {any} */ line) => line.text), [text.hi, text.plan]);
  });
});
