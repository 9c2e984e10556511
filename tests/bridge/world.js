// A company for one test: its hub, its agents' computers, its customers, and its time.

import { randomUUID } from "node:crypto";

const control = process.env.GUICHET_BRIDGE;

/** @param {string} url @param {object} body @param {Record<string, string>} [headers] */
async function post(url, body, headers = {}) {
  const response = await fetch(url, {
    method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : null;
}

/** In the company's time zone. @param {string} text such as `2026-11-23 09:41` */
const instant = (text) => Date.parse(`${text.replace(" ", "T")}:00+01:00`);

/** What a visitor's browser says of itself. */
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0";
const ABOUT = { page: "https://boutique.example/lampes/aurore", referrer: "https://recherche.example/", language: "fr-BE", time_zone: "Europe/Brussels" };

export class World {
  #made;
  #visitors = 0;
  #over = new AbortController();
  /** Screens whose clocks go with the company's. @type {Set<import("playwright-core").Page>} */
  screens = new Set();

  /** @param {any} made @param {string} now */
  constructor(made, now) {
    this.#made = made;
    this.now = instant(now);
  }

  /** @param {"fr" | "en"} language of its computers @param {string} now @param {{ owner?: boolean }} [with_] Olga, who owns the system */
  static async make(language, now, with_ = {}) {
    return new World(await post(`${control}/worlds`, { language, now: instant(now), ...with_ }), now);
  }

  get hub() { return this.#made.hub; }

  /** The key of its Live Chat. @returns {string} */
  get account() { return this.#made.account; }

  /** @param {string} agent such as `marie` */
  desk(agent) { return this.#made.desks[agent]; }

  /** @param {string} agent */
  credentials(agent) {
    const { email, password } = this.#made.agents.find((/** @type {any} */ other) => other.email.startsWith(agent));
    return { hub: this.hub, email, password };
  }

  /** The time from now on. @param {string} text */
  async at(text) {
    this.now = instant(text);
    await post(`${control}/worlds/${this.#made.number}/time`, { now: this.now });
    for (const screen of this.screens) await screen.clock.setFixedTime(this.now);
  }

  /** @param {boolean} running */
  runHub(running) { return post(`${control}/worlds/${this.#made.number}/hub`, { running }); }

  async end() {
    this.#over.abort();
    await post(`${control}/worlds/${this.#made.number}/end`, {});
  }

  /** A command of an agent's screen. @param {string} agent @param {string} name @param {object} [args] */
  call(agent, name, args = {}) { return post(`${this.desk(agent)}/call/${name}`, args); }

  /** The same for what the hub must have heard of before the time goes on. @param {string} agent @param {string} name
   * @param {object} args */
  async does(agent, name, args) {
    await this.call(agent, name, args);
    await this.until(`the hub knows that ${agent} did ${name}`, async () => (await this.call(agent, "connection")).waiting === 0);
  }

  /** @param {string} agent */
  signIn(agent) { return this.call(agent, "sign_in", this.credentials(agent)); }

  /** The conversation with this customer, once the agent's computer has it with this as its last line.
   * @param {string} agent @param {string} name @param {string} last @returns {Promise<string>} */
  conversation(agent, name, last) {
    return this.until(`${agent} sees ${name}`, async () => {
      const list = await this.call(agent, "list", { view: "recents", offset: 0, limit: 50 });
      const id = list.rows.find((/** @type {any} */ row) => row.name === name)?.id;
      if (!id) return null;
      // It may go at any moment.
      const { lines } = await this.call(agent, "messages", { conversation: id, limit: 5 }).catch(() => ({ lines: [] }));
      const line = lines.findLast((/** @type {any} */ other) => other.text !== null);
      // What the hub has not got yet has no place.
      return line?.text === last && line.seq !== null ? id : null;
    });
  }

  /** @template T @param {string} what @param {() => Promise<T>} check */
  async until(what, check) {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const found = await check();
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`in vain: ${what}`);
      await new Promise(setImmediate);
    }
  }

  /** A customer on the company's website. @param {string} [name] @param {string} [email]
   * @param {number} [last] of the numbers of their address */
  async visitor(name, email, last = this.#visitors += 1) {
    const route = (/** @type {string} */ path) => `${this.hub}/widget/v1/${path}`;
    const account = { "X-Guichet-Account": this.#made.account, "X-Forwarded-For": `203.0.113.${last}`, "User-Agent": BROWSER };
    const { token } = await post(route("sessions"), { about: ABOUT }, account);
    const headers = { ...account, Authorization: `Bearer ${token}` };
    const { signal } = this.#over;
    return {
      /** The page is open: what comes is delivered. */
      async listens() {
        const stream = await fetch(route("feed"), { headers, signal });
        void stream.body?.pipeTo(new WritableStream()).catch(() => {});
      },
      /** @param {string} text */
      says: (text) => post(route("messages"), { id: randomUUID(), text, name, email }, headers),
      types: () => post(route("typing"), {}, headers),
      ends: () => post(route("end"), {}, headers),
      /** The page has this text on screen; `seen`: and is looked at. @param {string} text @param {boolean} seen */
      gets: (text, seen) => this.until(`the visitor gets ${text}`, async () => {
        const { conversation } = await (await fetch(route("conversation"), { headers })).json();
        const line = conversation?.messages.find((/** @type {any} */ message) => message.text === text);
        if (line && seen) await post(route("read"), { up_to: line.seq }, headers);
        return line;
      }),
    };
  }
}
