// The whole screen: sign-in, or the three panes.

import { h } from "preact";
import { html } from "../html.js";
import { dialog, session, view } from "../state/app.js";
import { open } from "../state/thread.js";
import { useShortcuts } from "./shortcuts.js";
import { AddContact } from "./AddContact.js";
import { ConnectionBanner } from "./ConnectionBanner.js";
import { Drafts } from "./Drafts.js";
import { List } from "./List.js";
import { Rail } from "./Rail.js";
import { Settings } from "./Settings.js";
import { ShortcutSheet } from "./ShortcutSheet.js";
import { SignIn } from "./SignIn.js";
import { Thread } from "./Thread.js";
import { Toasts } from "./Toasts.js";
import { Transfer } from "./Transfer.js";

export function App() {
  useShortcuts();
  if (!session.value?.signed_in) return html`${h(SignIn, {})}${h(Toasts, {})}`;
  const which = view.value;
  const page = which === "settings" ? h(Settings, {}) : h(Thread, { key: open.value });
  return html`
    <div class="app" data-open=${open.value || which === "settings" ? "thread" : "list"}>
      ${h(Rail, {})}
      ${which === "drafts" ? h(Drafts, {}) : h(List, {})}
      <main class="page">${h(ConnectionBanner, {})}${page}</main>
      ${h(Toasts, {})}
      ${dialog.value === "transfer" && h(Transfer, {})}
      ${dialog.value === "contact" && h(AddContact, {})}
      ${dialog.value === "shortcuts" && h(ShortcutSheet, {})}
    </div>`;
}
