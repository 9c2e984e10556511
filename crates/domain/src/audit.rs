//! What the audit trail keeps: who did something that others must be able to ask about later.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Actor, AgentId, ConversationId, Grant, Timestamp};

/// One row of the audit trail. Never with a customer's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Audit {
    pub at: Timestamp,
    pub by: Actor,
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
}
