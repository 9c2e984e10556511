// One line of a thread: a message, a note, or what happened.

import { h } from "preact";
import { html } from "../html.js";
import { pieces } from "../lib/linkify.js";
import { hour } from "../lib/time.js";
import { call } from "../platform/index.js";
import { language, say, tried } from "../state/app.js";
import { Icon } from "./icons.js";

const MARKS = /** @type {const} */ ({ queued: "clock", sent: "check", delivered: "checks", read: "checks", failed: "alert" });

/** @param {{ line: import("../types/view.js").Line }} props */
export function Line({ line }) {
  const words = say.value;
  const at = hour(line.at, language.value);
  if (line.kind === "system") {
    const { code, params } = line.system ?? { code: "unknown", params: {} };
    return html`<li class="sys">${words(`system-${code}`, params)} · <time>${at}</time></li>`;
  }
  return html`
    <li class="msg ${line.kind}">
      ${line.kind === "note" && html`<small>${words("note-label")}</small>`}
      <p dir="auto">${pieces(line.text ?? "").map((piece) => (piece.url
        ? html`<a href=${piece.url} onClick=${(/** @type {Event} */ event) => openLink(event, piece.url ?? "")}>${piece.text}</a>`
        : piece.text))}</p>
      <footer>
        ${!line.mine && line.kind !== "in" && line.author && html`<span>${line.author} ·</span>`}
        <time>${at}</time>
        ${line.state && h(Icon, { name: MARKS[line.state], class: line.state, label: words(`delivery-${line.state}`) })}
        ${line.failure && html`<span class="failure">${words(`error-${line.failure}`)}</span>`}
      </footer>
    </li>`;
}

/** By the system's browser, never in this window. @param {Event} event @param {string} url */
function openLink(event, url) {
  event.preventDefault();
  void tried(call("open_link", { url }));
}
