// Who is signed in, the words they read, and how the screen is dressed.

import { speaker } from "../lib/words.js";
import { call } from "../platform/index.js";
import { closeDialog, connection, counts, drafts, fatal, listed, say, session, settings, view } from "./app.js";
import { clear, reload } from "./list.js";
import { forgetNews, lookForNews } from "./news.js";
import { callError, forget, tried } from "./notices.js";
import { forgetOwn, learnPhoto } from "./own.js";
import { lookAtPresence, presence } from "./presence.js";
import { close } from "./thread.js";
import { forgetTexts } from "./writing.js";

const prefersDark = () => matchMedia("(prefers-color-scheme: dark)").matches;

/** @param {import("../types/view.js").Session} who */
async function enter(who) {
  await speak(who.language);
  const was = session.value?.agent;
  if (was && who.agent && was.id !== who.agent.id) forgetTexts();
  if (!who.signed_in || who.agent?.id !== was?.id) leave();
  if (who.signed_in) {
    const told = connection.value;
    const [now, choices] = await Promise.all([call("connection"), call("settings")]);
    // An event that came meanwhile is newer than the answer.
    if (connection.value === told) connection.value = now;
    settings.value = choices;
    session.value = who;
    await reload();
    void lookForNews();
    void learnPhoto();
    void lookAtPresence();
    // Once the first rows are on screen the shell may say that it is ready.
    requestAnimationFrame(() => requestAnimationFrame(() => void call("painted").catch(() => {})));
  } else {
    session.value = who;
  }
  dress();
}

/** Nothing of one agent is left on the screen for the next; what they were writing waits when their session expired. */
function leave() {
  close();
  closeDialog();
  clear();
  forget();
  forgetNews();
  forgetOwn();
  view.value = listed.value = "recents";
  counts.value = { recents_unread: 0, queues_waiting: 0 };
  drafts.value = [];
  settings.value = connection.value = presence.value = null;
}

/** @param {string} language */
async function speak(language) {
  const spoken = await call("words", { language });
  say.value = speaker(spoken.language, spoken.ftl);
  document.documentElement.lang = spoken.language;
}

/** Asks who is there. When not even that is answered, the screen says so. */
export async function greet() {
  try {
    await enter(await call("session"));
    fatal.value = null;
  } catch (error) {
    await speak(navigator.language).catch(() => {});
    fatal.value = callError(error);
  }
}

/** @param {string} link @param {string} password */
export async function join(link, password) {
  await enter(await call("join", { link, password }));
}

/** @param {string} hub @param {string} email @param {string} password */
export async function signIn(hub, email, password) {
  await enter(await call("sign_in", { hub, email, password }));
}

export async function signOut() {
  forgetTexts();
  const who = await tried(call("sign_out"));
  if (who) await enter(who);
}

/** @param {Partial<import("../types/view.js").Settings>} change */
export async function changeSettings(change) {
  const saved = await tried(call("save_settings", { ...settings.value, ...change }));
  if (!saved) return;
  settings.value = saved;
  if (change.language) await greet();
  dress();
}

export async function readSettings() {
  const read = await tried(call("settings"));
  if (read) settings.value = read;
  dress();
}

/** The theme that is set, or the system's. */
export function dress() {
  const theme = settings.value?.theme ?? session.value?.theme ?? "system";
  const dark = theme === "dark" || (theme === "system" && prefersDark());
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}
