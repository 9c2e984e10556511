//! Conversations and who is responsible for them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    AccountId, AgentId, Author, Body, Channel, ContactId, ConversationId, Internal, QueueId, Round,
    Timestamp,
};

/// One session: opened by a first message, closed once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Conversation {
    /// Which conversation.
    pub id: ConversationId,
    /// With a customer, or among colleagues.
    pub kind: Kind,
    /// When its first message came.
    pub opened_at: Timestamp,
    /// When its last line was written.
    pub last_at: Timestamp,
    /// Place of its last line.
    pub last_seq: u64,
    /// Its last line that a person wrote, in short.
    pub preview: Option<Preview>,
    /// The oldest customer's message that has no answer yet.
    pub waiting_since: Option<Timestamp>,
    /// The customer's device has every line up to here.
    pub customer_received: u64,
    /// The customer has seen every line up to here.
    pub customer_read: u64,
    /// An agent has seen every line up to here.
    pub agent_read: u64,
    /// Hidden from the main list, for everybody; a new message brings it back. Of internal ones each member keeps
    /// their own.
    #[serde(default)]
    pub archived: bool,
    /// The last transfer, while it may be undone.
    #[serde(default)]
    pub handed: Option<Box<Handed>>,
    /// Who opened it as one who supervises, and the last day, in days since 1970: the thread says so once a day.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub overseen: BTreeMap<AgentId, i32>,
}

/// A transfer that its author may still undo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Handed {
    pub by: AgentId,
    pub at: Timestamp,
    /// Whose it was.
    pub before: Ownership,
}

/// With whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Kind {
    /// A customer on a channel.
    Customer {
        channel: Channel,
        account: AccountId,
        contact: ContactId,
        /// Where they write from, when it was another contact's before both were merged.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        point: Option<ContactId>,
        ownership: Ownership,
    },
    /// Colleagues.
    Internal(Internal),
}

/// Who is responsible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Ownership {
    /// Nobody yet: it waits in a queue, and rings these agents.
    Offered {
        queue: QueueId,
        ringing: BTreeSet<AgentId>,
        #[serde(default)]
        round: Round,
    },
    /// One agent, who alone sees and answers it. `queue` is where it returns to.
    Owned {
        owner: AgentId,
        queue: Option<QueueId>,
    },
    /// Nobody any more.
    Closed {
        last_owner: Option<AgentId>,
        queue: Option<QueueId>,
        at: Timestamp,
        outcome: Outcome,
    },
}

/// How a conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The visitor ended the chat.
    EndedByVisitor,
    /// An agent ended the chat.
    EndedByAgent,
    /// An agent dealt with it.
    DealtWith,
    /// Nothing happened for the company's auto-close days.
    Idle,
}

/// The last thing a person wrote, at most [`Preview::MAX`] characters on one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Preview {
    pub author: Author,
    pub note: bool,
    pub text: String,
}

/// What one agent keeps for themselves of a conversation, the same on each of their devices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Mine {
    /// Whose.
    pub agent: AgentId,
    /// Of which conversation.
    pub conversation: ConversationId,
    /// Has seen every line up to here.
    pub read: u64,
    /// Pressed Ignore on the unknown-sender banner.
    pub banner_dismissed: bool,
    /// Of a chat among colleagues: new messages make no sound and count nowhere.
    #[serde(default, skip_serializing_if = "is_false")]
    pub muted: bool,
    /// Of a chat among colleagues: out of the list until a line after this one comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<u64>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_false(value: &bool) -> bool {
    !*value
}

impl Mine {
    /// What is kept of a conversation before anything is.
    pub fn new(agent: AgentId, conversation: ConversationId) -> Self {
        Self {
            agent,
            conversation,
            read: 0,
            banner_dismissed: false,
            muted: false,
            archived: None,
        }
    }

    /// Is a chat whose last line is at `last_seq` out of the list?
    pub fn hides(&self, last_seq: u64) -> bool {
        self.archived.is_some_and(|up_to| up_to >= last_seq)
    }
}

impl Preview {
    /// Longest preview, in characters.
    pub const MAX: usize = 160;

    /// The preview that a line gives; system lines give none.
    pub fn of(author: Author, body: &Body) -> Option<Self> {
        let (note, text) = match body {
            Body::Text(text) => (false, text),
            Body::Note(text) => (true, text),
            Body::System(_) => return None,
        };
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Self {
            author,
            note,
            text: line.chars().take(Self::MAX).collect(),
        })
    }
}

impl Conversation {
    /// One that begins, without lines yet.
    pub fn new(id: ConversationId, kind: Kind, at: Timestamp) -> Self {
        Self {
            id,
            kind,
            opened_at: at,
            last_at: at,
            last_seq: 0,
            preview: None,
            waiting_since: None,
            customer_received: 0,
            customer_read: 0,
            agent_read: 0,
            archived: false,
            handed: None,
            overseen: BTreeMap::new(),
        }
    }

    /// The customer's side; `None` for colleagues.
    pub fn ownership(&self) -> Option<&Ownership> {
        match &self.kind {
            Kind::Customer { ownership, .. } => Some(ownership),
            Kind::Internal { .. } => None,
        }
    }

    /// The one agent responsible now.
    pub fn owner(&self) -> Option<AgentId> {
        match self.ownership()? {
            Ownership::Owned { owner, .. } => Some(*owner),
            _ => None,
        }
    }

    /// The queue it waits in, came from, or was closed in.
    pub fn queue(&self) -> Option<QueueId> {
        match self.ownership()? {
            Ownership::Offered { queue, .. } => Some(*queue),
            Ownership::Owned { queue, .. } | Ownership::Closed { queue, .. } => *queue,
        }
    }

    /// The customer; `None` among colleagues.
    pub fn contact(&self) -> Option<ContactId> {
        match &self.kind {
            Kind::Customer { contact, .. } => Some(*contact),
            Kind::Internal { .. } => None,
        }
    }

    /// Where the customer writes from. What was said there is shown there, and nowhere else.
    pub fn point(&self) -> Option<ContactId> {
        match &self.kind {
            Kind::Customer { contact, point, .. } => Some(point.unwrap_or(*contact)),
            Kind::Internal { .. } => None,
        }
    }

    /// Not closed.
    pub fn is_open(&self) -> bool {
        !matches!(self.ownership(), Some(Ownership::Closed { .. }))
    }
}
