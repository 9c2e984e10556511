// The dialog over the administration.

import { h } from "preact";
import { subject } from "../../state/administration.js";
import { AccountForm } from "./AccountForm.js";
import { Deactivate, Invitation } from "./AgentDialogs.js";
import { AgentForm } from "./AgentForm.js";
import { DepartmentForm } from "./DepartmentForm.js";
import { QueueForm } from "./QueueForm.js";

export function AdminDialog() {
  const about = subject.value;
  switch (about?.kind) {
    case "agent": return h(AgentForm, { key: about.kind, row: about.row });
    case "invitation": return h(Invitation, { key: about.kind, row: about.row, invited: about.invited });
    case "deactivate": return h(Deactivate, { key: about.kind, row: about.row });
    case "department": return h(DepartmentForm, { row: about.row });
    case "queue": return h(QueueForm, { row: about.row });
    case "account": return h(AccountForm, { row: about.row });
    default: return null;
  }
}
