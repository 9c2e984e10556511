// A link that lets somebody in, and the end of somebody's access.

import { h } from "preact";
import { html } from "../../html.js";
import { closeDialog, locale, say } from "../../state/app.js";
import { copyText, save } from "../../state/administration.js";
import { Dialog } from "../Dialog.js";
import { Icon } from "../icons.js";
import { FormDialog } from "./FormDialog.js";

/** @param {{ row: import("../../types/view.js").ManagedAgent, invited: import("../../types/view.js").Invited }} props */
export function Invitation({ row, invited }) {
  const words = say.value;
  const until = new Date(invited.expires).toLocaleDateString(locale.value, { weekday: "long", day: "numeric", month: "long" });
  return h(Dialog, { title: words("admin-invitation", { name: row.name }), wide: true, children: html`
    <form class="admin-form" onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); closeDialog(); }}>
      <p>${words("admin-invitation-about", { name: row.name, until })}</p>
      <div class="copyable"><input readonly aria-label=${words("admin-invitation-link")} value=${invited.link} onFocus=${(/** @type {any} */ event) => event.currentTarget.select()} />
        <button type="button" class="btn primary" autofocus onClick=${() => copyText(invited.link)}>${h(Icon, { name: "copy" })}${words("copy")}</button></div>
      <footer><button type="submit" class="btn">${words("close")}</button></footer>
    </form>` });
}

/** @param {{ row: import("../../types/view.js").ManagedAgent }} props */
export function Deactivate({ row }) {
  const words = say.value;
  return h(FormDialog, {
    title: words("admin-deactivate-title", { name: row.name }), does: words("admin-deactivate"), danger: true,
    onSave: () => save({ do: "set_active", agent: row.id, active: false }),
    children: html`<p>${words("admin-deactivate-about")}</p>`,
  });
}
