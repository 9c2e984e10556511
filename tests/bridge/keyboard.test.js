// Everything without a mouse, and the keyboard is never lost.

import assert from "node:assert/strict";
import { it } from "node:test";
import { company, said } from "./company.js";
import { onStage } from "./stage.js";
import { words } from "./words.js";

const text = said("fr");

onStage("by keyboard alone", "fr", (stage) => {
  const { press, say } = stage;

  /** @param {(world: import("./world.js").World) => Promise<unknown>} prepare */
  async function open(prepare) {
    await stage.make("2026-11-22 17:04");
    await prepare(stage.world);
    await stage.show("marie");
  }

  /** The keyboard is here. @param {string} selector @param {string} [holding] words that it holds */
  async function focusIsIn(selector, holding = "") {
    const there = stage.page.waitForFunction(([inside, words]) => {
      const here = document.activeElement;
      return here !== document.body && here?.closest(inside) && (here.textContent ?? "").includes(words);
    }, [selector, holding]);
    await there.catch(async () => {
      const here = await stage.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300));
      assert.fail(`the keyboard is not in ${selector} ${holding}, but in ${here}`);
    });
  }

  /** Presses a key until the keyboard is on the button of this name. @param {string} key @param {string} id */
  async function until(key, id) {
    const name = say(id);
    for (let presses = 0; presses < 15; presses += 1) {
      await press(key);
      const here = await stage.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent);
      if (here?.trim() === name) return;
    }
    assert.fail(`${key} does not lead to ${name}`);
  }

  it("one signs in and is in the list", async () => {
    await open(async (made) => {
      await made.signIn("marie");
      await (await made.visitor("Nadia Benali")).says(text.hello);
      await made.conversation("marie", "Nadia Benali", text.hello);
      await made.call("marie", "sign_out");
    });
    const { email, password } = stage.world.credentials("marie");
    // The address of the last session is there already.
    await focusIsIn("input[name=email]");
    await stage.page.keyboard.type(email);
    await press("Tab");
    await stage.page.keyboard.type(password);
    await press("Enter");
    await focusIsIn(".row", "Nadia Benali");
  });

  it("one answers, takes, transfers and releases", async () => {
    await open((made) => company(made, "fr"));
    await focusIsIn(".row", "Visiteur");
    await press("ArrowDown");
    await focusIsIn(".row", "Nadia Benali");
    await press("Enter");
    await focusIsIn("textarea");
    await stage.page.keyboard.type(text.sure);
    await press("Enter");
    await stage.page.locator(".msg.out").getByText(text.sure).waitFor();
    await stage.page.locator(".who").getByText(say("state-mine")).waitFor();
    await focusIsIn("textarea");

    await press("Escape");
    await focusIsIn(".row", "Nadia Benali");
    await press("Home");
    await focusIsIn(".row", "Visiteur");
    await press("Enter");
    await stage.page.locator(".log").getByText(text.guest).waitFor();
    await press("Control+Shift+A");
    await stage.page.locator(".who").getByText(say("state-mine")).waitFor();
    await focusIsIn("textarea");

    await press("Control+Shift+T");
    await focusIsIn("input[type=search]");
    await press("Escape");
    await stage.page.getByRole("dialog").waitFor({ state: "detached" });
    await focusIsIn("textarea");
    await press("Control+Shift+T");
    // The only one who is found is chosen.
    await stage.page.keyboard.type("paul");
    await stage.page.getByRole("radio", { checked: true }).waitFor();
    await press("Enter");
    await stage.page.getByRole("dialog").waitFor({ state: "detached" });
    await stage.page.locator(".row").getByText("Visiteur").waitFor({ state: "detached" });
    await focusIsIn(".row");

    await press("Home", "Enter");
    await stage.page.locator(".who").getByText(say("state-mine")).waitFor();
    await focusIsIn("textarea");
    await press("Shift+F6");
    await focusIsIn(".log");
    await until("Shift+Tab", "menu");
    await press("Enter");
    await stage.page.locator("#thread-menu").waitFor();
    await press("Escape");
    await stage.page.locator("#thread-menu").waitFor({ state: "hidden" });
    await focusIsIn("[popovertarget]");
    await press("Enter");
    await until("Tab", "release");
    await press("Enter");
    await stage.page.locator(".who").getByText(say("state-unowned")).waitFor();
  });

  it("one reads the drafts and the settings, and comes back", async () => {
    await open((made) => company(made, "fr"));
    await focusIsIn(".row");
    await press("F6", "Shift+F6", "Tab");
    await focusIsIn(".unsent");
    await press("Enter");
    await focusIsIn(".drafts");
    await press("Escape");
    await focusIsIn(".row");
    await press("Control+Digit3");
    await focusIsIn(".settings");
    await press("Escape");
    await focusIsIn(".row");
    await press("Control+/");
    await focusIsIn("dialog");
    await press("Escape");
    await stage.page.getByRole("dialog").waitFor({ state: "detached" });
    await focusIsIn(".row");
    await press("Enter");
    await focusIsIn("textarea");
    for (const part of [".rail", ".list", ".log", ".composer"]) {
      await press("F6");
      await focusIsIn(part);
    }
  });

  it("one changes language and theme", async () => {
    await open((made) => made.signIn("marie"));
    await stage.page.getByText(say("empty-recents")).waitFor();
    await press("Control+,");
    await focusIsIn(".settings");
    await press("Tab", "End");
    const english = words("en");
    await stage.page.getByRole("heading", { name: english("settings"), exact: true }).waitFor();
    await stage.page.locator("html[lang=en]").waitFor();
    await stage.page.getByText(english("empty-recents")).waitFor();
    await focusIsIn(".settings select");
    await press("Tab", "End");
    await stage.page.locator("html[data-theme=dark]").waitFor();
    await stage.page.reload();
    await stage.page.locator("html[lang=en][data-theme=dark]").waitFor();
    await stage.page.getByText(english("empty-recents")).waitFor();
  });
});
