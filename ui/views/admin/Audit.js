// Who did what.

import { useEffect } from "preact/hooks";
import { html } from "../../html.js";
import { locale, say } from "../../state/app.js";
import { readTrail, trail } from "../../state/administration.js";

export function Audit() {
  const words = say.value;
  useEffect(() => void readTrail(), []);
  const page = trail.value;
  const when = (/** @type {number} */ at) => new Date(at).toLocaleString(locale.value, { dateStyle: "short", timeStyle: "short" });
  return html`
    <p class="about">${words("admin-audit-about")}</p>
    <ol class="entries audit">
      ${page?.rows.map((row) => html`
        <li key=${row.number}><time class="num" datetime=${new Date(row.at).toISOString()}>${when(row.at)}</time>
          <span class="what"><b dir="auto">${row.by ?? words("admin-audit-hub")}</b><span>${words(`audit-${row.what}`, { about: row.about ?? "?" })}</span></span></li>`)}
    </ol>
    ${page?.rows.length === 0 && html`<p class="empty" role="status">${words("admin-audit-none")}</p>`}
    ${page?.more && html`<button type="button" class="btn" onClick=${() => readTrail(true)}>${words("admin-audit-more")}</button>`}`;
}
