// The stage of a browser test: a company, an agent's screen in it, and what is found there by the words of its language.

import { after, afterEach, before, describe } from "node:test";
import { browser, screen } from "./browser.js";
import { look } from "./look.js";
import { words } from "./words.js";
import { World } from "./world.js";

/** @typedef {import("playwright-core").Locator} Locator */
/** @typedef {import("playwright-core").Page} Page */
/** @typedef {Record<string, any>} Values */

/** The same tests in each language. @param {string} title @param {(stage: Stage) => void} tell */
export function inEachLanguage(title, tell) {
  for (const language of /** @type {const} */ (["fr", "en"])) onStage(`${title} in ${language}`, language, tell);
}

/** @param {string} title @param {"fr" | "en"} language @param {(stage: Stage) => void} tell */
export function onStage(title, language, tell) {
  describe(title, () => {
    const stage = new Stage(language);
    before(async () => { stage.chrome = await browser(); });
    after(() => stage.chrome.close());
    afterEach(() => stage.strike());
    tell(stage);
  });
}

export class Stage {
  /** @type {import("playwright-core").Browser} */ chrome;
  /** @type {World} */ world;
  /** The screen that the test is about. @type {Page} */ page;

  /** @param {"fr" | "en"} language */
  constructor(language) {
    this.language = language;
    this.say = words(language);
  }

  /** The company, at this time. @param {string} now such as `2026-11-23 09:41` @param {{ owner?: boolean, agents?: string[] }} [with_]
   * Olga, who owns the system; and who is signed in */
  async make(now, { owner = false, agents = [] } = {}) {
    this.world = await World.make(this.language, now, { owner });
    for (const agent of agents) await this.world.signIn(agent);
    return this.world;
  }

  /** The test is about this agent's screen. @param {string} agent */
  async show(agent) { this.page = await this.screen(agent); }

  /** One more screen. @param {string} agent */
  screen(agent) { return screen(this.chrome, this.world, agent, this.language); }

  async strike() {
    for (const context of this.chrome.contexts()) await context.close();
    await this.world.end();
  }

  /** @param {string} name of a screen @param {Locator} [part] */
  see = (name, part) => look(this.page, name, this.language, part);

  /** @param {string} id @param {Values} [values] */
  button = (id, values) => this.page.getByRole("button", { name: this.say(id, values), exact: true });

  /** @param {string} id of an entry of a menu @param {Values} [values] */
  item = (id, values) => this.page.getByRole("menuitem", { name: this.say(id, values), exact: true });

  /** @param {string} id @param {Values} [values] */
  field = (id, values) => this.page.getByLabel(this.say(id, values), { exact: true });

  dialog = () => this.page.getByRole("dialog");

  /** @param {string} name of a customer, a colleague, a group */
  row = (name) => this.page.getByRole("listitem").filter({ hasText: name }).getByRole("button");

  /** @param {string} line of the conversation */
  message = (line) => this.page.locator(".log").getByText(line, { exact: true });

  /** @param {string[]} keys */
  press = async (...keys) => { for (const key of keys) await this.page.keyboard.press(key); };
}
