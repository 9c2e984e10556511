// The visitor's Live Chat on a company's website: without a fault, by keyboard alone, and clear when it cannot be.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { parse, speaker } from "../../widget/frame/words.js";
import { described, faultless, picture } from "./look.js";
import { shop } from "./shop.js";
import { inEachLanguage } from "./stage.js";

const NOW = "2026-11-23 09:41";
const QUESTION = "La lampe existe-t-elle en vert ? https://boutique.example.com/lampes";
const ANSWER = "Oui, à partir de lundi.";
const STRICT = { form: { name: "required", email: "required" }, privacy: { url: "https://boutique.example.com/p", consent: "required" } };

inEachLanguage("the visitor's chat", (stage) => {
  const { language } = stage;
  const say = speaker(parse(readFileSync(new URL(`../../locales/${language}/widget.ftl`, import.meta.url), "utf8")));
  /** @type {import("./shop.js").Shop} */
  let visit;

  /** @param {Omit<NonNullable<Parameters<typeof shop>[2]>, "language">} [wish] */
  async function come(wish = {}) {
    const world = await stage.make(NOW, { agents: ["marie"] });
    visit = await shop(stage.chrome, world, { language, ...wish });
  }

  const box = () => visit.chat.locator("#text");
  const log = () => visit.chat.locator(".log");
  /** @param {string} id */
  const button = (id) => visit.chat.getByRole("button", { name: say(id), exact: true });

  /** @param {string} name */
  async function see(name) {
    await described(visit.chat.locator("body"), `widget-${name}.${language}`);
    const frame = visit.page.frames().find((other) => other.url().includes("/widget/v1/frame"));
    assert.ok(frame);
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      await visit.page.emulateMedia({ colorScheme: theme });
      await picture(visit.page, `${language}-${theme}`, `widget-${name}`);
      await faultless(frame, `${name} ${language} ${theme}`);
    }
  }

  /** Zoé asks, Marie answers. */
  async function talk() {
    await visit.bubble.click();
    await visit.chat.locator("#name").fill("Zoé");
    await box().fill(QUESTION);
    await box().press("Enter");
    const conversation = await stage.world.conversation("marie", "Zoé", QUESTION);
    await stage.world.does("marie", "take", { conversation });
    await log().getByText(say("joined", { agent: "Marie Lefèvre" })).waitFor();
    await stage.world.does("marie", "send", { conversation, text: ANSWER });
    await log().getByText(ANSWER).waitFor();
    return conversation;
  }

  it("asks what the company asks for, and says what is wrong", async () => {
    await come({ config: { color: "#ffd23f", ...STRICT } });
    await visit.bubble.click();
    await visit.chat.locator("#email").fill("zoe@");
    await box().fill(QUESTION);
    await box().press("Enter");
    await visit.chat.getByText(say("email-wrong")).waitFor();
    assert.ok(await visit.chat.locator("#name").evaluate((input) => input === document.activeElement), "at the first fault");
    await see("form");
    await visit.chat.locator("#name").fill("Zoé");
    await visit.chat.locator("#email").fill("zoe@example.com");
    await visit.chat.locator("#consent").check();
    await button("send").click();
    await stage.world.conversation("marie", "Zoé", QUESTION);
  });

  it("asks for no consent where the company does not", async () => {
    await come();
    await visit.bubble.click();
    await box().waitFor();
    assert.equal(await visit.chat.locator("#consent").isVisible(), false);
  });

  it("shows who speaks, and reads each answer out once", async () => {
    // The hardest to write on.
    await come({ config: { color: "#777777" } });
    await visit.bubble.click();
    const spoken = visit.chat.getByRole("log");
    await spoken.evaluate((element) => {
      const heard = /** @type {any} */ (globalThis).heard = /** @type {(string | null)[]} */ ([]);
      new MutationObserver((changes) => heard.push(...changes.flatMap((change) => [...change.addedNodes].map((node) => node.textContent))))
        .observe(element, { childList: true, subtree: true, characterData: true });
    });
    await visit.bubble.click();
    await talk();
    await visit.chat.getByText(say("state-sent")).first().waitFor();
    const heard = await spoken.evaluate(() => /** @type {any} */ (globalThis).heard);
    assert.equal(heard.filter((/** @type {string} */ text) => text.includes(ANSWER)).length, 1, heard.join("\n"));
    const link = log().getByRole("link");
    assert.equal(await link.getAttribute("rel"), "noopener noreferrer nofollow");
    await see("thread");
  });

  it("is used by keyboard alone", async () => {
    await come();
    const { keyboard } = visit.page;
    await visit.bubble.focus();
    await keyboard.press("Enter");
    await visit.chat.locator("#text:focus").waitFor();
    await keyboard.type(QUESTION);
    await keyboard.press("Enter");
    await visit.chat.getByText(say("state-sent")).waitFor();
    await button("options").focus();
    await keyboard.press("Enter");
    await visit.chat.locator(".choices button:focus").waitFor();
    await keyboard.press("Escape");
    await button("options").and(visit.chat.locator(":focus")).waitFor();
    await keyboard.press("Enter");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await visit.chat.getByRole("dialog").waitFor();
    await keyboard.press("Tab");
    await keyboard.press("Enter");
    await button("new-conversation").and(visit.chat.locator(":focus")).waitFor();
    await see("over");
    await keyboard.press("Escape");
    await visit.page.locator("body > button:focus").waitFor();
    assert.equal(await visit.page.locator("iframe").isVisible(), false);
  });

  it("says on the bubble that somebody answered", async () => {
    await come();
    const conversation = await talk();
    await visit.bubble.click();
    await stage.world.does("marie", "send", { conversation, text: "Autre chose ?" });
    await visit.page.getByRole("status").getByText(/^1 /).waitFor();
    assert.match(await visit.bubble.getAttribute("aria-label") ?? "", /\(1 /);
    await visit.bubble.click();
    await visit.page.locator('body > button:not([aria-label*="("])').waitFor();
  });

  it("tells an automatic message from an agent's", async () => {
    await come();
    await visit.page.context().route("**/widget/v1/conversation", async (route) => {
      const response = await route.fetch();
      const json = await response.json();
      json.conversation?.messages.push({ id: "00000000-0000-8000-8000-000000000000", seq: 99, at: stage.world.now, from: "agent", agent: null, text: "Nous revenons lundi.", system: null });
      await route.fulfill({ response, json });
    });
    await visit.bubble.click();
    await box().fill(QUESTION);
    await box().press("Enter");
    await log().getByText("Nous revenons lundi.").waitFor();
    await log().getByText(say("automatic", { company: "Boutique en ligne" })).waitFor();
  });

  it("says so when the visitor may write no more", async () => {
    await come();
    await talk();
    for (const part of ["messages", "conversation"]) {
      await visit.page.context().route(`**/widget/v1/${part}`, (route) => route.fulfill({ status: 403, json: { code: "blocked", detail: "" } }));
    }
    await box().fill("Encore");
    await box().press("Enter");
    await visit.chat.getByRole("status").getByText(say("refused-blocked")).waitFor();
    assert.equal(await box().isVisible(), false);
    await see("blocked");
  });

  it("says so on a site that is not one of the account's", async () => {
    // The hub itself refuses the page in the frame.
    await come({ unlisted: true });
    await visit.bubble.click();
    await visit.page.getByRole("alert").waitFor();
    assert.equal(await visit.page.locator("iframe").count(), 0);
  });
});
