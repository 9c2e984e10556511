// Debian's own Chromium, and an agent's screen in it.

import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 380, height: 720 };
const PATIENCE = 10_000;

/** Headless, with an empty profile. */
export const browser = () => chromium.launch({ executablePath: process.env.GUICHET_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

/** An agent's screen. It has the focus, and its clock is the company's.
 * @param {import("playwright-core").Browser} chrome @param {import("./world.js").World} world @param {string} agent
 * @param {"fr" | "en"} language */
export async function screen(chrome, world, agent, language) {
  const context = await chrome.newContext({
    viewport: WIDE, locale: language === "fr" ? "fr-FR" : "en-GB", timezoneId: "Europe/Paris", colorScheme: "light", reducedMotion: "reduce",
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.clock.setFixedTime(world.now);
  world.screens.add(page);
  page.on("pageerror", (error) => { throw error; });
  await page.goto(world.desk(agent));
  return page;
}
