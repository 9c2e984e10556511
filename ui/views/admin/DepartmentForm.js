// A department: its name, and its hours where they are not the company's.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../../html.js";
import { say } from "../../state/app.js";
import { company, idOf, save } from "../../state/administration.js";
import { FormDialog } from "./FormDialog.js";
import { Hours } from "./Hours.js";

/** @param {{ row: import("../../types/view.js").Department | null }} props */
export function DepartmentForm({ row }) {
  const words = say.value;
  const [hours, setHours] = useState(row?.hours ?? null);
  const companys = company.value?.settings.hours;
  if (!companys) return null;
  return h(FormDialog, {
    title: words(row ? "admin-department-change" : "admin-department-new"),
    onSave: async (field) => save({ do: "put_department", department: { id: await idOf(row), name: field("name"), hours } }),
    children: html`
      <label>${words("contact-name")}<input name="name" dir="auto" required maxlength="120" autofocus defaultValue=${row?.name ?? ""} /></label>
      <label class="option"><input type="checkbox" checked=${hours !== null}
        onChange=${(/** @type {any} */ event) => setHours(event.currentTarget.checked ? structuredClone(companys) : null)} /><span>${words("admin-hours-own")}</span></label>
      ${hours && h(Hours, { hours, change: setHours })}` });
}
