// What agents change about themselves: name, photo, password, devices.

import { it } from "node:test";
import { inEachLanguage } from "./stage.js";

const NEW = "tambour-neige-17-quai";

inEachLanguage("one's own settings", (stage) => {
  const { button, dialog, press, say, see } = stage;

  const devices = () => stage.page.getByRole("list", { name: say("devices") }).getByRole("listitem");

  /** Marie is signed in here, and since yesterday on a laptop. */
  async function open() {
    const world = await stage.make("2026-11-22 18:30");
    const { hub, ...credentials } = world.credentials("marie");
    const answer = await fetch(`${hub}/v1/sessions`, {
      method: "POST", headers: { "Content-Type": "application/json", "User-Agent": "Guichet/1.0 (Windows)" }, body: JSON.stringify({ by: "password", ...credentials }),
    });
    const { token } = await answer.json();
    await world.at("2026-11-23 09:41");
    await world.signIn("marie");
    await stage.show("marie");
    await stage.page.locator(".me").waitFor();
    await press("Control+3");
    await devices().nth(1).waitFor();
    return async () => (await fetch(`${hub}/v1/me`, { headers: { Authorization: `Bearer ${token}` } })).status;
  }

  it("a name and a photo, for everybody to see", async () => {
    await open();
    await stage.page.locator("#own-name").fill("Marie L.");
    await button("save").press("Enter");
    await stage.page.getByRole("button", { name: /Marie L\./ }).waitFor();
    await stage.page.locator("input[type=file]").setInputFiles({ name: "moi.png", mimeType: "image/png", buffer: await portrait() });
    await stage.page.locator(".me img").waitFor();
    await button("photo-remove").scrollIntoViewIfNeeded();
    await stage.page.locator(".toast button").last().press("Enter");
    await see("own-settings", stage.page.locator(".settings"));
    await stage.page.locator("input[type=file]").setInputFiles({ name: "moi.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
    await stage.page.getByRole("alert").getByText(say("error-not-a-photo")).waitFor();
    await button("photo-remove").press("Enter");
    await stage.page.locator(".me img").waitFor({ state: "detached" });
  });

  it("a password, and the sign-out on another device", async () => {
    const there = await open();
    const { password } = stage.world.credentials("marie");
    await button("password-change").press("Enter");
    await dialog().getByLabel(say("password-old"), { exact: true }).fill("wrong");
    await dialog().getByLabel(say("password-new"), { exact: true }).fill(NEW);
    await dialog().getByLabel(say("password-again"), { exact: true }).fill(`${NEW}!`);
    await press("Enter");
    await dialog().getByText(say("password-differs")).waitFor();
    await dialog().getByLabel(say("password-again"), { exact: true }).fill(NEW);
    await press("Enter");
    await dialog().getByText(say("error-wrong-password")).waitFor();
    await see("own-password", dialog());
    await dialog().getByLabel(say("password-old"), { exact: true }).fill(password);
    await dialog().getByLabel(say("password-end-others")).uncheck();
    await press("Enter");
    await dialog().waitFor({ state: "detached" });
    await stage.page.getByText(say("password-done")).waitFor();
    if ((await there()) !== 200) throw new Error("it was not asked to end");
    await devices().nth(1).getByRole("button").press("Enter");
    await devices().nth(1).waitFor({ state: "detached" });
    await stage.page.waitForFunction(() => document.activeElement && document.activeElement !== document.body);
    if ((await there()) !== 401) throw new Error("it is still signed in");
  });

  /** A picture as a browser paints it. */
  async function portrait() {
    const url = await stage.page.evaluate(() => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 400, height: 600 });
      const paint = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      paint.fillStyle = "#2f6f5e";
      paint.fillRect(0, 0, 400, 600);
      paint.fillStyle = "#f2d3b3";
      paint.arc(200, 280, 90, 0, 7);
      paint.fill();
      return canvas.toDataURL("image/png");
    });
    return Buffer.from(url.replace(/^[^,]*,/, ""), "base64");
  }
});
