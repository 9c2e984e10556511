//! What a transaction changed, for the screen and for the desktop.

use std::collections::BTreeSet;

use guichet_domain::{AgentId, Conversation, ConversationId, Kind, Message, Ownership};

/// What a transaction changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Applied {
    /// Rows of the inbox, or their names.
    pub(crate) inbox: bool,
    /// Templates.
    pub(crate) templates: bool,
    /// Conversations of which something changed.
    pub(crate) threads: BTreeSet<ConversationId>,
    /// Conversations that are held no more.
    pub(crate) gone: Vec<Gone>,
    /// Conversations as they were and are.
    pub(crate) moves: Vec<Move>,
}

/// A conversation that is held no more.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) struct Gone {
    pub(crate) conversation: ConversationId,
    pub(crate) was: Glimpse,
    pub(crate) kept_draft: bool,
}

/// A conversation before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    pub(crate) conversation: ConversationId,
    /// `None`: it was not held.
    pub(crate) before: Option<Glimpse>,
    pub(crate) after: Glimpse,
    /// The last text of the customer, or of a colleague among colleagues, of the lines that are new.
    pub(crate) wrote: Option<Message>,
}

/// Where a conversation stands for this agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Glimpse {
    pub(crate) recents: Option<Recents>,
    /// Waits for an owner.
    pub(crate) waits: bool,
    pub(crate) closed: bool,
    /// Among colleagues.
    pub(crate) internal: bool,
    pub(crate) last_seq: u64,
}

/// Place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Recents {
    /// Unowned, and rings this agent.
    Ringing,
    /// This agent's, or among colleagues.
    Mine,
    /// Hidden: in Archived only.
    Archived,
}

impl Glimpse {
    pub(crate) fn of(conversation: &Conversation, me: AgentId) -> Self {
        let recents = match &conversation.kind {
            Kind::Internal { .. } => Some(Recents::Mine),
            Kind::Customer { ownership, .. } => match ownership {
                Ownership::Offered { ringing, .. } => {
                    ringing.contains(&me).then_some(Recents::Ringing)
                }
                _ if conversation.archived => Some(Recents::Archived),
                Ownership::Owned { owner, .. } => (*owner == me).then_some(Recents::Mine),
                // A session that is over stays until the agent has dealt with it.
                Ownership::Closed { .. } => Some(Recents::Mine),
            },
        };
        Self {
            recents,
            waits: matches!(conversation.ownership(), Some(Ownership::Offered { .. })),
            closed: !conversation.is_open(),
            internal: conversation.ownership().is_none(),
            last_seq: conversation.last_seq,
        }
    }
}

impl Recents {
    /// As the column holds it.
    pub(super) fn column(self) -> i64 {
        match self {
            Self::Ringing => 0,
            Self::Mine => 1,
            Self::Archived => 2,
        }
    }
}

impl Applied {
    /// Nothing the screen or the desktop would notice.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
