// Every screen, in both languages and both themes: as a screen reader hears it, and without a fault.

import { it } from "node:test";
import { NARROW } from "./browser.js";
import { company, said } from "./company.js";
import { inEachLanguage } from "./stage.js";

const YESTERDAY = "2026-11-22 17:04";
/** Nobody listens at this one. */
const NOWHERE = "http://127.0.0.1:9";

inEachLanguage("the screens", (stage) => {
  const { button, item, language, message, press, row, say, see } = stage;
  const text = said(language);

  /** @param {(world: import("./world.js").World) => Promise<unknown>} [prepare] */
  async function open(prepare = async () => {}) {
    await stage.make(YESTERDAY);
    await prepare(stage.world);
    await stage.show("marie");
  }

  it("signing in", async () => {
    await open();
    await button("sign-in").waitFor();
    await see("sign-in");
    const { email, password } = stage.world.credentials("marie");
    const fill = async (/** @type {string} */ hub, /** @type {string} */ secret) => {
      await stage.page.getByLabel(say("hub")).fill(hub);
      await stage.page.getByLabel(say("email")).fill(email);
      await stage.page.getByLabel(say("password")).fill(secret);
      await button("sign-in").click();
    };
    await fill(stage.world.hub, "not-hers");
    await stage.page.getByText(say("error-wrong-credentials")).waitFor();
    await stage.page.getByLabel(say("hub")).fill("guichet.example.com");
    await see("sign-in-wrong-password");
    await fill(NOWHERE, "not-hers");
    await stage.page.getByText(say("error-offline")).waitFor();
    await see("sign-in-unreachable");
    await fill(stage.world.hub, password);
    await stage.page.getByText(say("empty-recents")).waitFor();
    await see("inbox-empty");
  });

  it("the inbox", async () => {
    await open((made) => company(made, language));
    await row("Nadia Benali").waitFor();
    await see("inbox");
    await button("unsent-drafts").or(stage.page.locator(".unsent")).first().click();
    await stage.page.getByText(text.lost).waitFor();
    await see("drafts");
    await stage.page.locator(".to-queues").click();
    await stage.page.getByRole("heading", { name: say("queues") }).waitFor();
    await see("queues");
    const waiting = stage.page.getByRole("combobox", { name: say("show-waiting") });
    await waiting.selectOption("5");
    await stage.page.getByRole("listitem").filter({ hasText: say("visitor").split(" ")[0] }).waitFor({ state: "detached" });
    await row("Nadia Benali").waitFor();
    await waiting.selectOption("60");
    await stage.page.getByText(say("empty-waiting")).waitFor();
    await waiting.selectOption("0");
    await row("Nadia Benali").waitFor();
  });

  it("a conversation", async () => {
    let camille = /** @type {Awaited<ReturnType<World["visitor"]>> | undefined} */ (undefined);
    await open(async (made) => { ({ camille } = await company(made, language)); });
    await row("Camille Durand").click();
    await message(text.found).waitFor();
    await stage.page.getByRole("img", { name: say("delivery-delivered") }).waitFor();
    await see("thread");
    await button("menu").click();
    await item("release").waitFor();
    await see("thread-menu", stage.page.locator("#thread-menu"));
    await press("Escape");
    await stage.page.getByRole("tab", { name: say("note") }).click();
    await stage.page.getByLabel(say("write-note")).fill(text.note);
    await see("thread-note", stage.page.locator(".composer"));
    await stage.page.getByLabel(say("write-note")).fill("");
    await camille?.types();
    await stage.page.getByText(say("typing", { name: "Camille Durand", count: 1 })).waitFor();
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
    await stage.page.getByRole("listitem").filter({ hasText: text.thanks }).getByRole("button", { name: say("answer-to") }).click();
    await stage.page.locator(".quoted").waitFor();
    await see("thread-quoting", stage.page.locator(".composer"));
    await stage.page.getByLabel(say("write-reply")).fill(text.sure);
    await press("Enter");
    await stage.page.locator(".msg blockquote").getByText(text.thanks).waitFor();
    await button("menu").click();
    await item("end-session").click();
    await stage.page.getByRole("dialog").waitFor();
    await see("confirm-end-session", stage.page.getByRole("dialog"));
    await stage.page.getByRole("dialog").getByRole("button", { name: say("cancel") }).click();
    await button("deal-with").click();
    await stage.page.locator(".toast").getByText(say("dealt-with-done")).hover();
    // Who rings comes up next.
    await message(text.hello).or(message(text.guest)).first().waitFor();
    await see("dealt-with");
    await stage.page.getByLabel(say("show-which")).selectOption("archived");
    await row("Camille Durand").click();
    await stage.page.getByText(say("system-dealt-with-by-me")).waitFor();
    await see("archived");
    await button("menu").click();
    await item("delete-conversation").click();
    await see("confirm-delete", stage.page.getByRole("dialog"));
    await stage.page.getByRole("dialog").getByRole("button", { name: say("cancel") }).click();
    await stage.page.locator(".toast").getByRole("button", { name: say("undo") }).click();
    await stage.page.getByText(say("system-reopened-by-me")).waitFor();
    await stage.page.getByRole("heading", { name: say("recents") }).waitFor();
  });

  it("one's own status and queues", async () => {
    await open((made) => company(made, language));
    await stage.page.locator(".me").click();
    await stage.page.getByRole("menuitemradio", { name: say("status-away") }).click();
    await stage.page.getByRole("menuitemradio", { name: say("status-away"), checked: true }).waitFor();
    await see("my-status", stage.page.locator("#me-menu"));
    await stage.page.getByRole("menuitemcheckbox").first().click();
    await stage.page.getByRole("menuitemcheckbox", { checked: false }).waitFor();
    await press("Escape");
    // Away, nothing rings; what waits is in the queues all the same.
    await row("Nadia Benali").waitFor({ state: "detached" });
    await stage.page.locator(".to-queues").click();
    await row("Nadia Benali").waitFor();
  });

  it("dialogs", async () => {
    await open((made) => company(made, language));
    await row("Nadia Benali").click();
    const dialog = stage.page.getByRole("dialog");
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
    await press("Control+/");
    await dialog.getByText(say("shortcut-unread")).waitFor();
    await see("shortcuts", dialog);
  });

  it("settings", async () => {
    await open((made) => made.signIn("marie"));
    await stage.page.locator(".to-settings").click();
    await stage.page.getByRole("heading", { name: say("settings-general") }).waitFor();
    await see("settings", stage.page.locator(".settings"));
  });

  it("the hub is away, and comes back", async () => {
    await open((made) => company(made, language));
    await row("Camille Durand").click();
    await message(text.found).waitFor();
    await stage.world.until("the hub has everything", async () => (await stage.world.call("marie", "connection")).waiting === 0);
    await stage.world.runHub(false);
    await stage.page.getByLabel(say("write-reply")).fill(text.sure);
    await press("Enter");
    await stage.page.getByRole("img", { name: say("delivery-queued") }).waitFor();
    await stage.world.at("2026-11-23 09:43");
    await stage.page.locator(".connection").getByText(say("connection-waiting", { count: 1 })).waitFor();
    await see("offline");
    await stage.world.runHub(true);
    await stage.page.locator(".toast").getByText(say("back-online")).hover();
    await see("back-online", stage.page.locator(".toasts"));
  });

  it("toasts", async () => {
    await open((made) => company(made, language));
    await row("Nadia Benali").click();
    await stage.page.getByLabel(say("write-reply")).fill(text.sure);
    const theirs = await stage.world.conversation("paul", "Nadia Benali", text.hello);
    await stage.world.does("paul", "take", { conversation: theirs });
    await stage.page.locator(".toast").getByText(say("gone-taken-somebody")).hover();
    await see("toasts", stage.page.locator(".toasts"));
  });

  it("a narrow window", async () => {
    await open((made) => company(made, language));
    await stage.page.setViewportSize(NARROW);
    await row("Nadia Benali").waitFor();
    await see("narrow-inbox");
    await row("Nadia Benali").click();
    await message(text.hello).waitFor();
    await see("narrow-thread");
    await button("transfer").click();
    await stage.page.getByRole("dialog").getByText("Paul Girard").waitFor();
    await see("narrow-transfer", stage.page.getByRole("dialog"));
    await button("cancel").click();
    await stage.page.locator(".back").click();
    await stage.page.locator(".to-settings").click();
    await stage.page.getByRole("heading", { name: say("settings-general") }).waitFor();
    await see("narrow-settings", stage.page.locator(".settings"));
  });

  it("no screen at all", async () => {
    await open();
    await stage.page.route("**/call/session", (route) => route.fulfill({ status: 400, json: { code: "cache-failed", params: {} } }));
    await stage.page.reload();
    await stage.page.getByRole("alert").getByText(say("fatal")).waitFor();
    await see("fatal");
    await stage.page.unroute("**/call/session");
    await button("retry").click();
    await button("sign-in").waitFor();
  });
});
