//! What the audit trail keeps: who did something that others must be able to ask about later.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    AccountId, Actor, AgentId, BlockId, ContactId, ConversationId, DepartmentId, Grant, QueueId,
    Timestamp,
};

/// One row of the audit trail. Never with a customer's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Audit {
    pub at: Timestamp,
    pub by: Actor,
    /// Whose owner may read it, beside those of the whole company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_department: Option<DepartmentId>,
    #[serde(flatten)]
    pub what: Audited,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Audited {
    /// One who supervises opened a conversation that is not theirs.
    Overseen {
        conversation: ConversationId,
    },
    TakenOver {
        conversation: ConversationId,
        from: AgentId,
    },
    Reassigned {
        conversation: ConversationId,
        from: AgentId,
    },
    Deleted {
        conversation: ConversationId,
    },
    GrantsSet {
        agent: AgentId,
        grants: Vec<Grant>,
    },
    Activated {
        agent: AgentId,
        active: bool,
    },
    /// Created, or name, e-mail address or extension changed.
    AgentPut {
        agent: AgentId,
    },
    /// A link was made by which they choose a password.
    Invited {
        agent: AgentId,
    },
    DepartmentPut {
        department: DepartmentId,
    },
    QueuePut {
        queue: QueueId,
    },
    AccountPut {
        account: AccountId,
    },
    SettingsPut,
    /// A visitor or an address is kept out. Which address is not kept for longer than the block.
    Blocked {
        block: BlockId,
        conversation: Option<ConversationId>,
        until: Option<Timestamp>,
    },
    Unblocked {
        block: BlockId,
    },
    ContactsMerged {
        winner: ContactId,
        loser: ContactId,
    },
    ContactsImported {
        count: usize,
    },
    /// Everything that is kept of one was taken out in a file.
    ContactExported {
        contact: ContactId,
    },
    /// The address book was.
    ContactsExported,
    /// Everything that was kept of one is gone.
    ContactErased {
        contact: ContactId,
    },
}

impl Audited {
    /// As it is called on the wire.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Overseen { .. } => "overseen",
            Self::TakenOver { .. } => "taken_over",
            Self::Reassigned { .. } => "reassigned",
            Self::Deleted { .. } => "deleted",
            Self::GrantsSet { .. } => "grants_set",
            Self::Activated { .. } => "activated",
            Self::AgentPut { .. } => "agent_put",
            Self::Invited { .. } => "invited",
            Self::DepartmentPut { .. } => "department_put",
            Self::QueuePut { .. } => "queue_put",
            Self::AccountPut { .. } => "account_put",
            Self::SettingsPut => "settings_put",
            Self::Blocked { .. } => "blocked",
            Self::Unblocked { .. } => "unblocked",
            Self::ContactsMerged { .. } => "contacts_merged",
            Self::ContactsImported { .. } => "contacts_imported",
            Self::ContactExported { .. } => "contact_exported",
            Self::ContactsExported => "contacts_exported",
            Self::ContactErased { .. } => "contact_erased",
        }
    }
}
