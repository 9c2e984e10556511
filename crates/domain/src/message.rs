//! The lines of a conversation's thread.

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

/// What happened to a conversation. Customers see of these only that somebody joined and that it is over.
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
