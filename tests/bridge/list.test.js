// A list longer than what is read of it at once.

import assert from "node:assert/strict";
import { it } from "node:test";
import { onStage } from "./stage.js";

/** More than one page. */
const MANY = 70;

onStage("a long list", "fr", (stage) => {
  it("is read where it is looked at, and read again where it changed", async () => {
    const world = await stage.make("2026-11-23 09:41", { agents: ["marie"] });
    const visitors = [];
    for (let n = 0; n < MANY; n += 1) {
      // An address may open so many sessions only.
      const visitor = await world.visitor(`Client ${String(n).padStart(2, "0")}`, undefined, n + 1);
      await visitor.says("Bonjour");
      visitors.push(visitor);
    }
    await world.until("all are there", async () => (await world.call("marie", "list", { view: "recents", offset: 0, limit: 1 })).total === MANY);
    await stage.show("marie");
    const place = (/** @type {number} */ n) => stage.page.locator(`[aria-posinset="${n}"]`);
    const scroll = (/** @type {number} */ top) => stage.page.locator(".list .rows").evaluate((box, to) => { box.scrollTop = to; }, top);
    await place(1).waitFor();
    await scroll(1e6);
    const last = await place(MANY).locator("b").textContent();
    assert.equal(await place(1).count(), 0, "what is not on screen is not in the document");
    await place(MANY - 5).getByText("Bonjour").waitFor();
    await world.at("2026-11-23 09:42");
    const told = visitors[Number(last?.split(" ")[1])];
    await told?.says("Toujours là ?");
    // It moved to the head: another one is the last now.
    await place(MANY).locator("b").filter({ hasNotText: last ?? "" }).waitFor();
    await scroll(0);
    await place(1).getByText("Toujours là ?").waitFor();
  });
});
