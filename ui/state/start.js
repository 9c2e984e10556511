// The beginning, and what happens from then on.

import { listen } from "../platform/index.js";
import { reloadCompany } from "./administration.js";
import { steps } from "./apply.js";
import { connection, now, say, session } from "./app.js";
import { undoTransfer } from "./closing.js";
import { go, list, reload } from "./list.js";
import { lookForNews } from "./news.js";
import { inWords, notices, notify } from "./notices.js";
import { lookAtPresence } from "./presence.js";
import { dress, greet, readSettings } from "./session.js";
import { templatesChanged } from "./templates.js";
import { watchOthers } from "./supervising.js";
import * as thread from "./thread.js";
import { keep, rescue } from "./writing.js";

export async function start() {
  dress();
  await listen((event) => {
    const seen = {
      open: thread.open.value, connection: connection.value, now: Date.now(),
      said: (/** @type {string} */ key) => notices.value.find((notice) => notice.key === key)?.about,
    };
    let rescued = false;
    for (const step of steps(event, seen)) {
      if (step.to === "leave") rescued = rescue(step.conversation);
      if (step.to === "say") tell({ ...step.saying, kept: step.saying.kept || rescued });
      else void take(step);
    }
  });
  await greet();
  setInterval(tick, 1000);
  watchOthers();
  window.addEventListener("focus", thread.tellFocus);
  window.addEventListener("blur", thread.tellFocus);
  window.addEventListener("blur", keep);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
}

/** @param {Exclude<import("./apply.js").Step, { to: "say" }>} step */
async function take(step) {
  switch (step.to) {
    case "list": if (session.value?.signed_in) await Promise.all([reload(), lookForNews(), lookAtPresence(), reloadCompany()]); break;
    case "thread": await thread.refresh(); break;
    case "leave":
      if (thread.open.value === step.conversation) thread.close();
      break;
    case "typing": thread.typing.value = step.on; break;
    case "connection": connection.value = step.connection; break;
    case "session": await greet(); break;
    case "templates": templatesChanged(); break;
    case "settings": await readSettings(); break;
    case "open":
      await go("recents");
      await thread.openThread(step.conversation);
      break;
    default:
  }
}

/** @param {import("./apply.js").Saying} saying */
function tell({ key, id, values, kept, by, alert }) {
  const words = id.startsWith("error-") ? inWords({ code: id.slice(6), params: values }) : say.value(id, values);
  const text = kept && !alert ? `${words} ${say.value("draft-kept")}` : words;
  const undo = id === "gone-transferred" ? { label: say.value("undo"), run: () => undoTransfer(key.slice("gone-".length)) } : undefined;
  const see = kept ? { label: say.value("see-drafts"), run: () => go("drafts") } : undefined;
  notify({ key, text, alert, act: undo ?? see, about: { by, kept } });
}

let last = 0;
function tick() {
  const waits = [...list.value.rows.values()].some((row) => row.waiting_since !== null);
  const away = connection.value && connection.value.state !== "online";
  if (waits || away || Date.now() - last > 60_000) now.value = last = Date.now();
}
