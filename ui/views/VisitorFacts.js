// Where a visitor comes from: what their browser said.

import { html } from "../html.js";
import { locale, now, say, session } from "../state/app.js";
import { openLink } from "../state/device.js";
import { useVisit } from "./useVisit.js";

/** @typedef {import("../types/view.js").VisitFacts} Facts */

/** @param {{ conversation: string }} props */
export function VisitorFacts({ conversation }) {
  const words = say.value;
  const facts = useVisit(conversation)?.facts;
  if (!facts) return null;
  return html`
    <h3>${words("visitor")}</h3>
    <dl class="facts">${rows(facts).map(([id, fact]) => html`<div key=${id}><dt>${words(id)}</dt><dd dir="auto">${fact}</dd></div>`)}</dl>`;
}

/** @param {Facts} facts @returns {[string, any][]} */
function rows({ address, page, referrer, browser, language, time_zone: zone }) {
  /** @type {[string, any][]} */
  const all = [
    ["fact-address", address],
    ["fact-page", page && link(page)],
    ["fact-referrer", referrer && link(referrer)],
    ["fact-browser", browser],
    ["fact-language", language && languageName(language)],
    ["fact-local-time", zone && localTime(zone)],
  ];
  return all.filter(([, fact]) => fact);
}

/** Shown without what every address has; opened outside. @param {string} url */
function link(url) {
  return html`<a href=${url} onClick=${(/** @type {Event} */ event) => { event.preventDefault(); openLink(url); }}>${url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")}</a>`;
}

/** @param {string} tag */
function languageName(tag) {
  try {
    return new Intl.DisplayNames(session.value?.language ?? "fr", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** @param {string} zone */
function localTime(zone) {
  try {
    const hour = new Intl.DateTimeFormat(locale.value, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(now.value);
    return `${hour} (${zone})`;
  } catch {
    return zone;
  }
}
