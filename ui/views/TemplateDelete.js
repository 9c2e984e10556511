// Asks before a template is deleted, for everybody.

import { h } from "preact";
import { html } from "../html.js";
import { closeDialog, say } from "../state/app.js";
import { chosen, deleteTemplate } from "../state/template-desk.js";
import { Dialog } from "./Dialog.js";

export function TemplateDelete() {
  const words = say.value;
  const template = chosen.value;
  if (!template) return null;
  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    if (template) void deleteTemplate(template);
  }
  return h(Dialog, { title: words("template-delete-title"), children: html`
    <form onSubmit=${submit}>
      <p>${words("template-delete-about", { title: template.title })}</p>
      <footer><button type="button" class="btn" autofocus onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn danger">${words("delete")}</button></footer>
    </form>` });
}
