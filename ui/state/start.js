// The beginning: who is signed in, the words, and what happens from then on.

import { call, listen } from "../platform/index.js";
import { speaker } from "../lib/words.js";
import { connection, inWords, now, say, session, settings, toast, tried, view } from "./app.js";
import { list, reload } from "./list.js";
import * as thread from "./thread.js";

export async function start() {
  await listen(heard);
  await enter(await call("session"));
  setInterval(tick, 1000);
  window.addEventListener("focus", thread.tellFocus);
  window.addEventListener("blur", thread.tellFocus);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
}

/** @param {import("../types/view.js").Session} who */
async function enter(who) {
  const spoken = await call("words", { language: who.language });
  say.value = speaker(spoken.language, spoken.ftl);
  document.documentElement.lang = who.language;
  session.value = who;
  if (who.signed_in) {
    [connection.value, settings.value] = await Promise.all([call("connection"), call("settings")]);
    await reload();
    // Once the first rows are on screen the shell may say that it is ready.
    requestAnimationFrame(() => requestAnimationFrame(() => void call("painted").catch(() => {})));
  } else {
    thread.close();
    settings.value = null;
  }
  dress();
}

/** @param {string} hub @param {string} email @param {string} password */
export async function signIn(hub, email, password) {
  await enter(await call("sign_in", { hub, email, password }));
}

export async function signOut() {
  const who = await tried(call("sign_out"));
  if (who) await enter(who);
}

/** @param {Partial<import("../types/view.js").Settings>} change */
export async function changeSettings(change) {
  const saved = await tried(call("save_settings", { ...settings.value, ...change }));
  if (!saved) return;
  settings.value = saved;
  if (change.language) await enter(await call("session"));
  dress();
}

/** @param {"recents" | "queues" | "settings" | "drafts"} which */
export async function go(which) {
  view.value = which;
  if (which === "recents" || which === "queues") await reload();
}

/** @param {any} event */
async function heard(event) {
  switch (event.type) {
    case "inbox": return reload();
    case "thread": return event.conversation === thread.open.value ? thread.refresh() : undefined;
    case "gone": thread.gone(event); return reload();
    case "connection": connection.value = event.connection; return undefined;
    case "typing":
      if (event.conversation === thread.open.value) thread.typing.value = event.on;
      return undefined;
    case "session": return enter(await call("session"));
    case "settings": settings.value = await call("settings"); return dress();
    case "open": await go("recents"); return thread.openThread(event.conversation);
    case "failed": toast(inWords(event), true); return undefined;
    default: return undefined;
  }
}

/** The theme that is set, or the system's. */
function dress() {
  const theme = settings.value?.theme ?? session.value?.theme ?? "system";
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

let last = 0;
function tick() {
  const waits = [...list.value.rows.values()].some((row) => row.waiting_since !== null);
  if (waits || Date.now() - last > 60_000) now.value = last = Date.now();
}
