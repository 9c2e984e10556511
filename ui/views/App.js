// The whole screen: sign-in, or the three panes.

import { h } from "preact";
import { useEffect } from "preact/hooks";
import { html } from "../html.js";
import { connection, dialog, fatal, listed, paged, session, view } from "../state/app.js";
import { informed } from "../state/information.js";
import { list } from "../state/list.js";
import { open } from "../state/thread.js";
import { findLostFocus } from "./focus.js";
import { useShortcuts } from "./shortcuts.js";
import { AddContact } from "./AddContact.js";
import { AdminDialog } from "./admin/AdminDialog.js";
import { Administration } from "./admin/Administration.js";
import { BlockVisitor } from "./BlockVisitor.js";
import { ChatDialogs } from "./ChatDialogs.js";
import { Confirm } from "./Confirm.js";
import { ConnectionBanner } from "./ConnectionBanner.js";
import { ContactDialogs } from "./ContactDialogs.js";
import { Contacts } from "./Contacts.js";
import { Drafts } from "./Drafts.js";
import { Fatal } from "./Fatal.js";
import { Information } from "./Information.js";
import { List } from "./List.js";
import { Rail } from "./Rail.js";
import { Settings } from "./Settings.js";
import { Password } from "./settings/Password.js";
import { ShortcutSheet } from "./ShortcutSheet.js";
import { SignIn } from "./SignIn.js";
import { TemplateDelete } from "./TemplateDelete.js";
import { TemplateForm } from "./TemplateForm.js";
import { TemplateImport } from "./TemplateImport.js";
import { Templates } from "./Templates.js";
import { Thread } from "./Thread.js";
import { Toasts } from "./Toasts.js";
import { Transfer } from "./Transfer.js";

/** @type {Record<string, () => any>} */
const PAGES = { settings: Settings, templates: Templates, administration: Administration, contacts: Contacts };

export function App() {
  useShortcuts();
  useEffect(findLostFocus, [open.value, view.value, list.value, dialog.value, session.value?.signed_in, connection.value?.state]);
  if (fatal.value) return h(Fatal, {});
  if (!session.value?.signed_in) return html`${h(SignIn, {})}${h(Toasts, {})}`;
  const which = view.value;
  return html`
    <div class="app" data-open=${paged.value || (open.value && which !== "drafts") ? "page" : "list"}>
      ${h(Rail, {})}
      ${which === "drafts" ? h(Drafts, {}) : h(List, { key: listed.value })}
      <main class="page">${h(ConnectionBanner, {})}${paged.value ? h(PAGES[which] ?? Settings, {}) : h(Thread, { key: open.value })}</main>
      ${informed.value && !paged.value && open.value && h(Information, {})}
      ${h(Toasts, {})}
      ${dialog.value === "transfer" && h(Transfer, {})}
      ${dialog.value === "block" && h(BlockVisitor, {})}
      ${dialog.value === "contact" && h(AddContact, {})}
      ${h(ChatDialogs, {})}
      ${h(ContactDialogs, {})}
      ${dialog.value === "administer" && h(AdminDialog, {})}
      ${dialog.value === "template" && h(TemplateForm, {})}
      ${dialog.value === "template-delete" && h(TemplateDelete, {})}
      ${dialog.value === "template-import" && h(TemplateImport, {})}
      ${dialog.value === "password" && h(Password, {})}
      ${dialog.value === "shortcuts" && h(ShortcutSheet, {})}
      ${(dialog.value === "end-session" || dialog.value === "delete") && h(Confirm, { what: dialog.value })}
    </div>`;
}
