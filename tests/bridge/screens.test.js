// Every screen, in both languages and both themes: as a screen reader hears it, and without a fault.

import { after, afterEach, before, describe, it } from "node:test";
import { browser, NARROW, screen } from "./browser.js";
import { company, said } from "./company.js";
import { look } from "./look.js";
import { words } from "./words.js";
import { World } from "./world.js";

const YESTERDAY = "2026-11-22 17:04";
/** Nobody listens at this one. */
const NOWHERE = "http://127.0.0.1:9";

for (const language of /** @type {const} */ (["fr", "en"])) describe(`in ${language}`, () => {
  const say = words(language);
  const text = said(language);
  /** @type {import("playwright-core").Browser} */
  let chrome;
  /** @type {World} */
  let world;
  /** @type {import("playwright-core").Page} */
  let page;

  before(async () => { chrome = await browser(); });
  after(async () => { await chrome.close(); });

  /** @param {(world: World) => Promise<unknown>} [prepare] */
  async function open(prepare = async () => {}) {
    world = await World.make(language, YESTERDAY);
    await prepare(world);
    page = await screen(chrome, world, "marie", language);
    return page;
  }

  afterEach(async () => {
    await page.context().close();
    await world.end();
  });

  /** @param {string} name of a screen @param {import("playwright-core").Locator} [part] */
  const see = (name, part) => look(page, name, language, part);
  /** @param {string} id */
  const button = (id) => page.getByRole("button", { name: say(id), exact: true });
  /** @param {string} name of a customer */
  const row = (name) => page.getByRole("listitem").filter({ hasText: name }).getByRole("button");
  /** @param {string} id */
  const item = (id) => page.getByRole("menuitem", { name: say(id), exact: true });
  /** @param {string} line */
  const message = (line) => page.locator(".log").getByText(line, { exact: true });

  it("signing in", async () => {
    await open();
    await button("sign-in").waitFor();
    await see("sign-in");
    const { email, password } = world.credentials("marie");
    const fill = async (/** @type {string} */ hub, /** @type {string} */ secret) => {
      await page.getByLabel(say("hub")).fill(hub);
      await page.getByLabel(say("email")).fill(email);
      await page.getByLabel(say("password")).fill(secret);
      await button("sign-in").click();
    };
    await fill(world.hub, "not-hers");
    await page.getByText(say("error-wrong-credentials")).waitFor();
    await page.getByLabel(say("hub")).fill("guichet.example.com");
    await see("sign-in-wrong-password");
    await fill(NOWHERE, "not-hers");
    await page.getByText(say("error-offline")).waitFor();
    await see("sign-in-unreachable");
    await fill(world.hub, password);
    await page.getByText(say("empty-recents")).waitFor();
    await see("inbox-empty");
  });

  it("the inbox", async () => {
    await open((made) => company(made, language));
    await row("Nadia Benali").waitFor();
    await see("inbox");
    await button("unsent-drafts").or(page.locator(".unsent")).first().click();
    await page.getByText(text.lost).waitFor();
    await see("drafts");
    await page.locator(".to-queues").click();
    await page.getByRole("heading", { name: say("queues") }).waitFor();
    await see("queues");
    const waiting = page.getByRole("combobox", { name: say("show-waiting") });
    await waiting.selectOption("5");
    await page.getByRole("listitem").filter({ hasText: say("visitor").split(" ")[0] }).waitFor({ state: "detached" });
    await row("Nadia Benali").waitFor();
    await waiting.selectOption("60");
    await page.getByText(say("empty-waiting")).waitFor();
    await waiting.selectOption("0");
    await row("Nadia Benali").waitFor();
  });

  it("a conversation", async () => {
    let camille = /** @type {Awaited<ReturnType<World["visitor"]>> | undefined} */ (undefined);
    await open(async (made) => { ({ camille } = await company(made, language)); });
    await row("Camille Durand").click();
    await message(text.found).waitFor();
    await page.getByRole("img", { name: say("delivery-delivered") }).waitFor();
    await see("thread");
    await button("menu").click();
    await item("release").waitFor();
    await see("thread-menu", page.locator("#thread-menu"));
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: say("note") }).click();
    await page.getByLabel(say("write-note")).fill(text.note);
    await see("thread-note", page.locator(".composer"));
    await page.getByLabel(say("write-note")).fill("");
    await camille?.types();
    await page.getByText(say("typing", { name: "Camille Durand", count: 1 })).waitFor();
    await row("Hugo Petit").click();
    await message(text.handOver).waitFor();
    await see("thread-transferred");
    await row("Nadia Benali").click();
    await message(text.hello).waitFor();
    await see("thread-offered");
  });

  it("what is dealt with, archived and brought back", async () => {
    await open((made) => company(made, language));
    await row("Camille Durand").click();
    await message(text.found).waitFor();
    await message(text.thanks).hover();
    await page.getByRole("listitem").filter({ hasText: text.thanks }).getByRole("button", { name: say("answer-to") }).click();
    await page.locator(".quoted").waitFor();
    await see("thread-quoting", page.locator(".composer"));
    await page.getByLabel(say("write-reply")).fill(text.sure);
    await page.keyboard.press("Enter");
    await page.locator(".msg blockquote").getByText(text.thanks).waitFor();
    await button("menu").click();
    await item("end-session").click();
    await page.getByRole("dialog").waitFor();
    await see("confirm-end-session", page.getByRole("dialog"));
    await page.getByRole("dialog").getByRole("button", { name: say("cancel") }).click();
    await button("deal-with").click();
    await page.locator(".toast").getByText(say("dealt-with-done")).hover();
    // Who rings comes up next.
    await message(text.hello).or(message(text.guest)).first().waitFor();
    await see("dealt-with");
    await page.getByLabel(say("show-which")).selectOption("archived");
    await row("Camille Durand").click();
    await page.getByText(say("system-dealt-with-by-me")).waitFor();
    await see("archived");
    await button("menu").click();
    await item("delete-conversation").click();
    await see("confirm-delete", page.getByRole("dialog"));
    await page.getByRole("dialog").getByRole("button", { name: say("cancel") }).click();
    await page.locator(".toast").getByRole("button", { name: say("undo") }).click();
    await page.getByText(say("system-reopened-by-me")).waitFor();
    await page.getByRole("heading", { name: say("recents") }).waitFor();
  });

  it("one's own status and queues", async () => {
    await open((made) => company(made, language));
    await page.locator(".me").click();
    await page.getByRole("menuitemradio", { name: say("status-away") }).click();
    await page.getByRole("menuitemradio", { name: say("status-away"), checked: true }).waitFor();
    await see("my-status", page.locator("#me-menu"));
    await page.getByRole("menuitemcheckbox").first().click();
    await page.getByRole("menuitemcheckbox", { checked: false }).waitFor();
    await page.keyboard.press("Escape");
    // Away, nothing rings; what waits is in the queues all the same.
    await row("Nadia Benali").waitFor({ state: "detached" });
    await page.locator(".to-queues").click();
    await row("Nadia Benali").waitFor();
  });

  it("dialogs", async () => {
    await open((made) => company(made, language));
    await row("Nadia Benali").click();
    const dialog = page.getByRole("dialog");
    await button("add-contact").click();
    await see("add-contact", dialog);
    await button("cancel").click();
    await button("transfer").click();
    await dialog.getByText("Paul Girard").waitFor();
    await dialog.getByText("Paul Girard").click();
    await see("transfer", dialog);
    await dialog.getByRole("searchbox").fill("zzz");
    await dialog.getByText(say("transfer-nobody")).waitFor();
    await see("transfer-nobody", dialog);
    await button("cancel").click();
    await page.keyboard.press("Control+/");
    await dialog.getByText(say("shortcut-unread")).waitFor();
    await see("shortcuts", dialog);
  });

  it("settings", async () => {
    await open((made) => made.signIn("marie"));
    await page.locator(".to-settings").click();
    await page.getByRole("heading", { name: say("settings-general") }).waitFor();
    await see("settings", page.locator(".settings"));
  });

  it("the hub is away, and comes back", async () => {
    await open((made) => company(made, language));
    await row("Camille Durand").click();
    await message(text.found).waitFor();
    await world.until("the hub has everything", async () => (await world.call("marie", "connection")).waiting === 0);
    await world.runHub(false);
    await page.getByLabel(say("write-reply")).fill(text.sure);
    await page.keyboard.press("Enter");
    await page.getByRole("img", { name: say("delivery-queued") }).waitFor();
    await world.at("2026-11-23 09:43");
    await page.locator(".connection").getByText(say("connection-waiting", { count: 1 })).waitFor();
    await see("offline");
    await world.runHub(true);
    await page.locator(".toast").getByText(say("back-online")).hover();
    await see("back-online", page.locator(".toasts"));
  });

  it("toasts", async () => {
    await open((made) => company(made, language));
    await row("Nadia Benali").click();
    await page.getByLabel(say("write-reply")).fill(text.sure);
    const theirs = await world.conversation("paul", "Nadia Benali", text.hello);
    await world.does("paul", "take", { conversation: theirs });
    await page.locator(".toast").getByText(say("gone-taken-somebody")).hover();
    await see("toasts", page.locator(".toasts"));
  });

  it("a narrow window", async () => {
    await open((made) => company(made, language));
    await page.setViewportSize(NARROW);
    await row("Nadia Benali").waitFor();
    await see("narrow-inbox");
    await row("Nadia Benali").click();
    await message(text.hello).waitFor();
    await see("narrow-thread");
    await button("transfer").click();
    await page.getByRole("dialog").getByText("Paul Girard").waitFor();
    await see("narrow-transfer", page.getByRole("dialog"));
    await button("cancel").click();
    await page.locator(".back").click();
    await page.locator(".to-settings").click();
    await page.getByRole("heading", { name: say("settings-general") }).waitFor();
    await see("narrow-settings", page.locator(".settings"));
  });

  it("no screen at all", async () => {
    await open();
    await page.route("**/call/session", (route) => route.fulfill({ status: 400, json: { code: "cache-failed", params: {} } }));
    await page.reload();
    await page.getByRole("alert").getByText(say("fatal")).waitFor();
    await see("fatal");
    await page.unroute("**/call/session");
    await button("retry").click();
    await button("sign-in").waitFor();
  });
});
