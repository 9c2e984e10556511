// A customer's browser on the company's website, with the widget of this checkout on the page.

import { readFileSync } from "node:fs";

const SITE = "http://127.0.0.1:9/";
const widget = new URL("../../widget/", import.meta.url);
const locales = new URL("../../locales/", import.meta.url);
const TYPES = { js: "text/javascript", css: "text/css", html: "text/html", ftl: "text/plain" };

/** @typedef {{ page: import("playwright-core").Page, chat: import("playwright-core").FrameLocator,
 *   bubble: import("playwright-core").Locator, close: () => Promise<void> }} Shop */

/**
 * @param {import("playwright-core").Browser} chrome @param {import("./world.js").World} world
 * @param {{ language?: "fr" | "en", viewport?: { width: number, height: number }, config?: object,
 *   unlisted?: boolean, browser?: import("playwright-core").BrowserContextOptions }} [wish] `config`: how the company wants it,
 * beyond the demo's; `unlisted`: the hub decides about the site, which it does not know
 * @returns {Promise<Shop>}
 */
export async function shop(chrome, world, wish = {}) {
  const { language = "fr", viewport = { width: 1100, height: 800 }, config = {} } = wish;
  const context = await chrome.newContext({
    viewport, locale: language === "fr" ? "fr-FR" : "en-GB", timezoneId: "Europe/Paris", colorScheme: "light", reducedMotion: "reduce", ...wish.browser,
  });
  context.setDefaultTimeout(10_000);
  const hub = `${world.hub}/widget/v1`;
  const demo = readFileSync(new URL("demo/index.html", widget), "utf8")
    .replace("{{LOADER}}", `${hub}/loader.js`).replace("{{ACCOUNT}}", world.account);
  await context.route(SITE, (route) => route.fulfill({ contentType: "text/html", body: demo }));
  await context.route(`${hub}/config`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), ...config } });
  });
  for (const part of ["loader.js", "assets/*", ...(wish.unlisted ? [] : ["frame?*"])]) {
    await context.route(`${hub}/${part}`, (route) => route.fulfill(file(new URL(route.request().url()).pathname)));
  }
  const page = await context.newPage();
  page.on("pageerror", (error) => { throw error; });
  await page.clock.setFixedTime(world.now);
  world.screens.add(page);
  await page.goto(SITE);
  return {
    page, chat: page.frameLocator("iframe"), bubble: page.locator("body > button"),
    async close() {
      world.screens.delete(page);
      await context.close();
    },
  };
}

/** From the checkout: a hub carries the widget of its build. @param {string} path */
function file(path) {
  const name = path.split("/").at(-1) ?? "";
  const kind = /** @type {keyof typeof TYPES} */ (name.split(".")[1] ?? "html");
  const from = kind === "ftl" ? new URL(`${name.slice(0, 2)}/widget.ftl`, locales)
    : name === "frame" ? new URL("frame.html", widget)
      : new URL(name === "loader.js" ? name : `frame/${name}`, widget);
  return { contentType: `${TYPES[kind]}; charset=utf-8`, body: readFileSync(from, "utf8") };
}
