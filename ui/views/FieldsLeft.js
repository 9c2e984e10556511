// Says which fields of a template are still to be filled, and leads there.

import { h } from "preact";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { Icon } from "./icons.js";

/** @param {{ fields: import("../lib/fields.js").Field[], select: (field: import("../lib/fields.js").Field) => void }} props */
export function FieldsLeft({ fields, select }) {
  const words = say.value;
  return html`
    <div class="fields-left" role="group" aria-label=${words("fields-left", { count: fields.length })}>
      ${h(Icon, { name: "alert" })}<span id="fields-left">${words("fields-left", { count: fields.length })}</span>
      ${fields.map((field) => html`<button type="button" class="field" onClick=${() => select(field)}>${words(`variable-${field.name.replace(".", "-")}`)}</button>`)}
    </div>`;
}
