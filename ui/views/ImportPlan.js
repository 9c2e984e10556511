// What an import would change, and the lines that keep it from being done.

import { html } from "../html.js";
import { say } from "../state/app.js";
import { inWords } from "../state/notices.js";

/** @typedef {import("../types/view.js").PlannedTemplate} PlannedTemplate */

/** @param {{ plan: import("../types/view.js").ImportPlan }} props */
export function ImportPlan({ plan }) {
  const words = say.value;
  const { fresh, changed, unchanged, bad } = plan;
  /** @param {string} id @param {PlannedTemplate[]} templates */
  const list = (id, templates) => templates.length > 0 && html`
    <details><summary>${words(id, { count: templates.length })}</summary>
      <ul tabindex="0" aria-label=${words(id, { count: templates.length })}>${templates.map((template) => html`
        <li><b dir="auto">${template.title}</b> <small>${[template.department ?? words("whole-company"), template.category, template.languages.join(", ")].join(" · ")}</small></li>`)}</ul></details>`;
  return html`
    <div class="import-plan">
      <p role="status">${words("import-summary", { fresh: fresh.length, changed: changed.length, unchanged, bad: bad.length })}</p>
      ${bad.length > 0 && html`
        <p class="error">${words("import-bad", { count: bad.length })}</p>
        <ul class="bad" tabindex="0" aria-label=${words("import-bad", { count: bad.length })}>${bad.map((line) => html`<li><b class="num">${words("import-line", { line: line.line })}</b> ${inWords(line)}</li>`)}</ul>`}
      ${list("import-fresh", fresh)}${list("import-changed", changed)}
    </div>`;
}
