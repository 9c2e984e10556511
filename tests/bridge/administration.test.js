// The company set up on the screen: agents invited, a queue, an account with its snippet, departments, hours, the trail.

import assert from "node:assert/strict";
import { it } from "node:test";
import { NARROW } from "./browser.js";
import { look } from "./look.js";
import { inEachLanguage } from "./stage.js";

const PASSWORD = "orage-lampe-42-velo";

inEachLanguage("administration", (stage) => {
  const { button, dialog, field, language, say, see } = stage;

  /** @param {string} agent @param {(world: import("./world.js").World) => Promise<unknown>} [prepare] */
  async function open(agent, prepare) {
    await stage.make("2026-11-23 09:41", { owner: true, agents: [agent] });
    await prepare?.(stage.world);
    await stage.show(agent);
    await button("administration").click();
    await stage.page.locator(".admin-nav").waitFor();
  }

  /** @param {string} id @param {Record<string, any>} [values] */
  const select = (id, values) => stage.page.getByRole("combobox", { name: say(id, values), exact: true });
  /** @param {string} id */
  const tab = (id) => stage.page.locator(".admin-nav").getByRole("button", { name: say(id), exact: true });
  /** @param {string} name */
  const entry = (name) => stage.page.locator(".entries li").filter({ hasText: name });
  const closed = () => dialog().waitFor({ state: "detached" });

  it("an agent is created, invited, and comes in by the link", async () => {
    await open("olga");
    await entry("Marie").waitFor();
    await see("admin-agents");
    await button("admin-agent-new").click();
    await field("contact-name").fill("Nina Roy");
    await field("email").fill("marie@demo.guichet.test");
    await field("extension").fill("104");
    await stage.page.getByRole("combobox", { name: "Boutique en ligne", exact: true }).selectOption("manager");
    await button("admin-agent-create").click();
    await stage.page.getByText(say("error-already-in-use")).waitFor();
    await see("admin-agent-refused", dialog());
    await field("email").fill("nina@demo.guichet.test");
    await button("admin-agent-create").click();
    const link = await field("admin-invitation-link").inputValue();
    assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/join#[\w-]+$/);
    await stage.page.evaluate(() => { /** @type {any} */ (document.querySelector(".copyable input")).value = "https://hub.example/join#…"; });
    await see("admin-invitation", dialog());
    await button("close").last().click();
    await entry("Nina Roy").getByText(say("role-manager")).waitFor();
    // On the computer of who is invited.
    const other = await stage.screen("paul");
    await other.getByRole("button", { name: say("have-invitation") }).click();
    await look(other, "sign-in-invitation", language, other.locator("main"));
    await other.getByLabel(say("invitation")).fill(link);
    await other.getByLabel(say("new-password")).fill(PASSWORD);
    await other.getByRole("button", { name: say("join") }).click();
    await other.getByText(say("empty-recents")).waitFor();
    await other.getByRole("button", { name: say("administration"), exact: true }).waitFor();
    await other.context().close();
  });

  it("an agent is deactivated and comes back", async () => {
    await open("olga", (made) => made.signIn("paul"));
    await button("admin-edit", { name: "Paul Girard" }).click();
    await button("admin-deactivate").click();
    await see("admin-deactivate", dialog());
    await button("admin-deactivate").click();
    await entry("Paul Girard").getByText(say("admin-agent-off")).waitFor();
    await stage.world.until("Paul is signed out", async () => !(await stage.world.call("paul", "session")).signed_in);
    await button("admin-activate-of", { name: "Paul Girard" }).click();
    await button("admin-invite-of", { name: "Paul Girard" }).waitFor();
  });

  it("a queue is made, and changed", async () => {
    await open("olga");
    await tab("admin-queues").click();
    await entry("Service après-vente").waitFor();
    await see("admin-queues");
    await button("admin-queue-new").click();
    await field("contact-name").fill("Accueil");
    await field("extension").fill("101");
    for (const label of ["Paul Girard", "Marie Lefèvre"]) {
      await select("admin-member-add").selectOption({ label });
      await button("admin-member-add").click();
    }
    await button("admin-member-up", { name: "Marie Lefèvre" }).click();
    await select("admin-queue-strategy").selectOption("skill_round_robin");
    await select("admin-skill-of", { name: "Paul Girard" }).selectOption("3");
    await field("admin-queue-capacity").fill("4");
    await button("save").click();
    await stage.page.getByText(say("error-already-in-use")).waitFor();
    await see("admin-queue-form", dialog());
    await field("extension").fill("601");
    await button("save").click();
    await closed();
    await entry("Accueil").getByText(say("strategy-skill_round_robin")).waitFor();
    const { queues } = await stage.world.call("olga", "administration");
    const made = queues.find((/** @type {any} */ queue) => queue.name === "Accueil");
    assert.deepEqual([made.capacity, made.members.length, Object.values(made.skills)], [4, 2, [3]]);
  });

  it("an account says whether its site shows it", async () => {
    await open("olga");
    await tab("admin-accounts").click();
    await button("admin-account-new").click();
    await field("contact-name").fill("Vélos");
    await stage.page.locator("textarea[name=sites]").fill("velos.example");
    await button("save").click();
    await stage.page.getByText(say("error-invalid", { field: "site" })).waitFor();
    await stage.page.locator("textarea[name=sites]").fill("https://velos.example\nhttps://www.velos.example");
    await stage.page.locator("select[name=corner]").selectOption("left");
    await button("save").click();
    await closed();
    await entry("Vélos").waitFor();
    await see("admin-accounts");
    await button("admin-edit", { name: "Vélos" }).click();
    await stage.page.getByText(say("admin-not-installed")).waitFor();
    const snippet = await stage.page.locator(".copyable textarea").inputValue();
    const loader = /src="([^"]+)"/.exec(snippet)?.[1] ?? "";
    assert.match(snippet, /data-corner="left"/);
    assert.equal((await fetch(loader, { headers: { referer: "https://www.velos.example/page" } })).status, 200);
    await stage.page.clock.runFor(5000);
    await stage.page.locator(".installed").getByText("https://www.velos.example").waitFor();
    await stage.page.evaluate(() => { const box = /** @type {any} */ (document.querySelector(".copyable textarea")); box.value = box.value.replace(/127[^?]*\?account=\w+|pub_\w+/g, "…"); });
    await see("admin-account-form", dialog());
  });

  it("departments, office hours and the company", async () => {
    await open("olga");
    await tab("admin-departments").click();
    await see("admin-departments");
    await button("admin-department-new").click();
    await field("contact-name").fill("Atelier");
    await dialog().getByText(say("admin-hours-own")).click();
    await dialog().getByText(say("admin-hours-always")).click();
    await field("admin-to").nth(4).fill("02:00");
    await button("admin-holiday-add").click();
    await field("admin-date").fill("2026-12-25");
    await field("admin-holiday-name").fill("Noël");
    await see("admin-department-form", dialog());
    await button("save").click();
    await closed();
    await entry("Atelier").waitFor();
    await tab("admin-company").click();
    await field("admin-company-name").fill("Vélos & Cie");
    await select("admin-country").selectOption("BE");
    await stage.page.getByLabel(say("admin-auto_close_days")).fill("30");
    await see("admin-company");
    await button("save").click();
    await stage.page.getByText(say("admin-saved")).waitFor();
    const { settings, departments } = await stage.world.call("olga", "administration");
    assert.deepEqual([settings.name, settings.country, settings.auto_close_days], ["Vélos & Cie", "BE", 30]);
    const made = departments.find((/** @type {any} */ department) => department.name === "Atelier");
    assert.deepEqual(made.hours.week[4], { day: 5, from: 540, to: 120 });
    assert.deepEqual(made.hours.holidays, [{ date: "2026-12-25", name: "Noël" }]);
    await tab("admin-audit").click();
    await stage.page.locator(".audit").getByText(say("audit-settings-put")).waitFor();
    await see("admin-audit");
  });

  it("a manager changes the queues of the department, and no more", async () => {
    await open("ines");
    await entry("Service après-vente").waitFor();
    await see("admin-manager");
    // The queues, and who is kept out.
    assert.equal(await stage.page.locator(".admin-nav button").count(), 2);
    await stage.page.setViewportSize(NARROW);
    await button("admin-edit", { name: "Service après-vente" }).click();
    await see("narrow-admin-queue", dialog());
  });
});
