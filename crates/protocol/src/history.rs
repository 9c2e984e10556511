//! A customer's history with all agents and departments: facts, and never a word of what was said.

use guichet_domain::{AgentId, Channel, ConversationId, Outcome, QueueId, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The other conversations with the customer of one, newest first (`GET /v1/conversations/{id}/history`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct History {
    /// The company shows it; where it does not, nothing is listed.
    pub on: bool,
    /// How many there are.
    pub total: u32,
    /// Those asked for.
    pub conversations: Vec<Past>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Past {
    pub id: ConversationId,
    pub channel: Channel,
    pub queue: Option<QueueId>,
    /// Who answered, noted or was responsible, in that order.
    pub agents: Vec<AgentId>,
    pub opened_at: Timestamp,
    pub state: PastState,
    /// Its lines may be asked for.
    pub readable: bool,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PastState {
    /// Waits for an owner.
    Waiting,
    /// Somebody is at it.
    Owned {
        owner: AgentId,
    },
    Closed {
        at: Timestamp,
        outcome: Outcome,
    },
}
