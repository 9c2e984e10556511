// The dialogs of the address book.

import { h } from "preact";
import { dialog } from "../state/app.js";
import { ContactErase } from "./ContactErase.js";
import { ContactForm } from "./ContactForm.js";
import { ContactImport } from "./ContactImport.js";
import { ContactMerge } from "./ContactMerge.js";

export function ContactDialogs() {
  switch (dialog.value) {
    case "contact-form": return h(ContactForm, {});
    case "contact-merge": return h(ContactMerge, {});
    case "contact-erase": return h(ContactErase, {});
    case "contact-import": return h(ContactImport, {});
    default: return null;
  }
}
