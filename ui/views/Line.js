// One line of a thread: a message, a note, or what happened.

import { h } from "preact";
import { html } from "../html.js";
import { pieces } from "../lib/linkify.js";
import { hour } from "../lib/time.js";
import { locale, say } from "../state/app.js";
import { openLink } from "../state/device.js";
import { inWords } from "../state/notices.js";
import { Icon } from "./icons.js";
import { LineActions, lineKeys } from "./LineActions.js";

const MARKS = /** @type {const} */ ({ queued: "clock", sent: "check", delivered: "checks", read: "checks", failed: "alert" });

/** `named`: with its author above it; `read`: only to be read.
 * @param {{ line: import("../types/view.js").Line, named?: boolean, read?: boolean }} props */
export function Line({ line, named = false, read = false }) {
  const words = say.value;
  const time = html`<time>${hour(line.at, locale.value)}</time>`;
  if (line.kind === "system") return html`<li class="sys" data-line=${line.id}>${happened(line)} · ${time}</li>`;
  return html`
    <li class="msg ${line.kind} ${line.mentions_me ? "mentions" : ""}" data-line=${line.id} tabindex="-1" onKeyDown=${(/** @type {KeyboardEvent} */ event) => read || lineKeys(event, line)}>
      ${!read && h(LineActions, { line })}
      ${line.quote && html`<blockquote dir="auto">${line.quote.author && html`<b>${line.quote.author}</b>`}<span>${line.quote.text ?? words("quote-unknown")}</span></blockquote>`}
      ${line.kind === "note" && html`<small>${words("note-label")}</small>`}
      ${line.kind === "in" && line.author && (named ? html`<small>${line.author}</small>` : html`<span class="spoken">${line.author}: </span>`)}
      <p dir="auto">${pieces(line.text ?? "").map(node)}</p>
      ${line.failure && html`<p class="failure">${inWords({ code: line.failure, params: {} })}</p>`}
      <footer>
        ${!line.mine && line.kind !== "in" && line.author && html`<span>${line.author} ·</span>`}
        ${time}
        ${line.state && h(Icon, { name: MARKS[line.state], class: line.state, label: words(`delivery-${line.state}`) })}
      </footer>
    </li>`;
}

/** @param {import("../types/view.js").Line} line */
function happened({ system }) {
  const words = system ? say.value(`system-${system.code}`, system.params) : "";
  return words && words !== `system-${system?.code}` ? words : say.value("system-unknown");
}

/** A link is opened by the system, never in this window, whichever button clicks it.
 * @param {import("../lib/linkify.js").Piece} piece */
function node({ text, url }) {
  if (!url) return text;
  const follow = (/** @type {MouseEvent} */ event) => {
    event.preventDefault();
    if (event.button < 2) openLink(url);
  };
  return html`<a href=${url} title=${url} draggable=${false} onClick=${follow} onAuxClick=${follow}>${text}</a>`;
}
