// What this computer does for the screen: links, the clipboard, the sound.

import { call } from "../platform/index.js";
import { say } from "./app.js";
import { notify, tried } from "./notices.js";

/** By the system's browser or mail program. @param {string} url */
export function openLink(url) {
  void tried(call("open_link", { url }));
}

/** @param {string} text */
export async function copyText(text) {
  if (await tried(call("copy", { text }))) notify({ key: "copied", text: say.value("copied") });
}

export const testRingtone = () => tried(call("test_ringtone"));
