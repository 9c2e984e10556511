//! Queues, who shares them, and departments.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AgentId, DepartmentId, QueueId, Strategy};

/// Agents who share new conversations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Queue {
    /// Which queue.
    pub id: QueueId,
    /// As agents read it.
    pub name: String,
    /// Internal number, to transfer to.
    pub extension: Option<String>,
    /// `None`: the whole company's.
    pub department: Option<DepartmentId>,
    /// In order of priority, each at most once.
    pub members: Vec<AgentId>,
    /// Whom a new conversation rings.
    pub strategy: Strategy,
    /// Only the agents it rings see an unowned conversation; all members when it rings nobody.
    pub offered_only: bool,
    /// How a conversation gets its owner.
    pub ownership: OwnershipMode,
}

/// How a conversation of a queue gets its owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OwnershipMode {
    /// The first answer takes it.
    #[default]
    FirstAnswer,
    /// Answering needs Take first.
    TakeByHand,
}

/// A group of agents; queues and channel accounts belong to one, or to the whole company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Department {
    /// Which department.
    pub id: DepartmentId,
    /// As agents read it.
    pub name: String,
}
