// What is being written, replies and notes apart: a note must never become a reply. Replies are kept by the app as they
// are typed; a note in progress lives as long as the window.

import { signal } from "@preact/signals";
import { mentioned } from "../lib/mention.js";
import { call } from "../platform/index.js";
import { callError, complain } from "./notices.js";

/** @typedef {"reply" | "note"} Kind */

export const kind = signal(/** @type {Kind} */ ("reply"));
/** The line that the next reply answers to.
 * @type {import("@preact/signals").Signal<{ conversation: string, line: import("../types/view.js").Line } | null>} */
export const quoted = signal(null);
/** Counts the wishes to have the caret in the composer. */
export const caret = signal(0);

const KEEP_AFTER = 500;
const TYPING_EVERY = 3000;

/** By kind and conversation. @type {Map<string, string>} */
const texts = new Map();
/** The reply that the app does not have yet. @type {{ conversation: string, timer: ReturnType<typeof setTimeout> } | null} */
let unkept = null;
/** Conversations whose text is on its way to the app, or came there when they had gone; with the newest such text.
 * @type {Map<string, { text: string }>} */
const late = new Map();
let toldTyping = 0;

/** @param {Kind} which @param {string} conversation */
const key = (which, conversation) => `${which} ${conversation}`;

/** @param {import("../types/view.js").Thread} head @param {Kind} which */
export const textOf = (head, which) => texts.get(key(which, head.id)) ?? (which === "reply" ? head.draft : "");

/** The composer is wanted. @param {Kind} which */
export function startWriting(which) {
  kind.value = which;
  caret.value += 1;
}

/** The next reply answers to this line. @param {string} conversation @param {import("../types/view.js").Line} line */
export function answerTo(conversation, line) {
  quoted.value = { conversation, line };
  startWriting("reply");
}

export function forgetQuote() {
  quoted.value = null;
}

/** Colleagues who were chosen after an `@`, by conversation: ids by name. @type {Map<string, Map<string, string>>} */
const mentions = new Map();

/** A note names them, as long as their name stays in it. @param {string} conversation @param {{ id: string, name: string }} who */
export function mention(conversation, who) {
  mentions.set(conversation, new Map([...mentions.get(conversation) ?? [], [who.name, who.id]]));
}

/** Something was typed. @param {string} conversation @param {Kind} which @param {string} text */
export function write(conversation, which, text) {
  texts.set(key(which, conversation), text);
  if (which === "note") return;
  if (unkept?.conversation !== conversation) keep();
  else clearTimeout(unkept.timer);
  unkept = { conversation, timer: setTimeout(keep, KEEP_AFTER) };
  if (text && Date.now() - toldTyping > TYPING_EVERY) {
    toldTyping = Date.now();
    void call("typing", { conversation }).catch(() => {});
  }
}

/** Gives the app the reply as it stands. */
export function keep() {
  if (!unkept) return;
  clearTimeout(unkept.timer);
  const { conversation } = unkept;
  unkept = null;
  void store(conversation, texts.get(key("reply", conversation)) ?? "");
}

/** What cannot be kept with its conversation any more, the app keeps among the unsent drafts.
 * @param {string} conversation @param {string} text */
async function store(conversation, text) {
  const own = { text };
  if (text.trim()) late.set(conversation, own);
  const code = await call("draft", { conversation, text }).then(() => "kept", (error) => callError(error).code);
  if (code !== "gone" && late.get(conversation) === own) late.delete(conversation);
}

/** @param {string} conversation @param {Kind} which @returns {Promise<string>} what is to be written on: nothing, or
 * the text again when it was refused */
export async function submit(conversation, which) {
  const mine = key(which, conversation);
  const text = texts.get(mine)?.trim() ?? "";
  if (which === "reply" && unkept?.conversation === conversation) {
    clearTimeout(unkept.timer);
    unkept = null;
  }
  texts.set(mine, "");
  const answered = which === "reply" && quoted.value?.conversation === conversation ? quoted.value : null;
  if (answered) forgetQuote();
  try {
    if (which === "note") {
      await call("note", { conversation, text, mentions: mentioned(text, mentions.get(conversation) ?? new Map()) });
      mentions.delete(conversation);
    }
    else await call("send", { conversation, text, ...(answered ? { quote: answered.line.seq } : {}) });
  } catch (error) {
    if (answered) quoted.value = answered;
    complain(error);
    // A text whose conversation went is among the unsent drafts already.
    if (callError(error).code !== "gone") {
      write(conversation, which, [text, texts.get(mine)].filter(Boolean).join("\n"));
    }
  }
  return texts.get(mine) ?? "";
}

/** The conversation was left. @param {string} conversation */
export function leave(conversation) {
  if (unkept?.conversation === conversation) keep();
}

/** The conversation went: what was just written there, and a note in progress, stay with their author.
 * @param {string} conversation @returns {boolean} was there something? */
export function rescue(conversation) {
  const reply = unkept?.conversation === conversation && texts.get(key("reply", conversation))?.trim();
  const note = texts.get(key("note", conversation))?.trim();
  const onItsWay = late.has(conversation);
  leave(conversation);
  if (note) void store(conversation, note);
  texts.delete(key("note", conversation));
  texts.delete(key("reply", conversation));
  late.delete(conversation);
  return Boolean(reply || note || onItsWay);
}

export function forgetTexts() {
  keep();
  texts.clear();
  late.clear();
  mentions.clear();
}
