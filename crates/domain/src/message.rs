//! The lines of a conversation's thread.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AgentId, ConversationId, MessageId, QueueId, Timestamp};

/// One line of a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Message {
    /// Whose thread.
    pub conversation: ConversationId,
    /// Place in it: 1, 2, 3 … without a gap.
    pub seq: u64,
    /// The command that wrote it; system lines have none.
    pub id: Option<MessageId>,
    /// When the hub accepted it.
    pub at: Timestamp,
    /// Who wrote it.
    pub author: Author,
    /// What it says.
    pub body: Body,
    /// The line it answers to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<u64>,
    /// The colleagues it names.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub mentions: BTreeSet<AgentId>,
}

/// Who wrote a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// The customer of the conversation.
    Customer,
    /// An agent.
    Agent(AgentId),
    /// The hub: system lines.
    Hub,
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// A message between the customer and an agent, or between colleagues.
    Text(String),
    /// For colleagues only; no channel ever carries it.
    Note(String),
    /// What happened.
    System(SystemLine),
}

/// What happened to a conversation. Customers see of these only that somebody joined, the away text, and that it is
/// over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum SystemLine {
    /// An agent became owner, by Take or by the first answer.
    Taken {
        agent: AgentId,
    },
    /// The owner gave it back to the queue.
    Released {
        agent: AgentId,
    },
    TransferredToAgent {
        from: AgentId,
        to: AgentId,
    },
    TransferredToQueue {
        from: AgentId,
        queue: QueueId,
    },
    /// The owner was deactivated; it went back to the queue.
    OwnerDeactivated {
        agent: AgentId,
    },
    /// An agent put the customer into the address book.
    ContactAdded {
        agent: AgentId,
    },
    /// The visitor ended the session.
    EndedByVisitor,
    /// An agent ended the session.
    EndedByAgent {
        agent: AgentId,
    },
    /// An agent keeps the visitor out; `until` is none until somebody revokes it.
    VisitorBlocked {
        agent: AgentId,
        until: Option<Timestamp>,
    },
    /// An agent dealt with it.
    DealtWith {
        agent: AgentId,
    },
    /// It was idle for too long.
    ClosedIdle,
    Archived {
        agent: AgentId,
    },
    Unarchived {
        agent: AgentId,
    },
    /// What was closed is open again, with who brought it back.
    Reopened {
        agent: AgentId,
    },
    /// The hub named the owner, by the queue's strategy.
    Assigned {
        agent: AgentId,
    },
    /// Nobody answered in the queue it came from.
    MovedOn {
        queue: QueueId,
    },
    /// Nobody answered; the customer got the away text.
    AwayTextSent,
    /// The owner was away for too long; it went back to the queue.
    LeaseEnded {
        agent: AgentId,
    },
    TransferUndone {
        agent: AgentId,
    },
    /// One who supervises read it.
    Overseen {
        agent: AgentId,
    },
    /// One who supervises became owner.
    TakenOver {
        agent: AgentId,
        from: AgentId,
    },
    ReassignedToAgent {
        by: AgentId,
        from: AgentId,
        to: AgentId,
    },
    ReassignedToQueue {
        by: AgentId,
        from: AgentId,
        queue: QueueId,
    },
    /// A group of colleagues began.
    GroupCreated {
        agent: AgentId,
    },
    GroupRenamed {
        agent: AgentId,
    },
    MemberAdded {
        by: AgentId,
        agent: AgentId,
    },
    MemberRemoved {
        by: AgentId,
        agent: AgentId,
    },
    MemberLeft {
        agent: AgentId,
    },
}
