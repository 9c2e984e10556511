//! What a decision changes.

use crate::{
    Account, Agent, AgentId, Audit, Block, Contact, ContactId, Conversation, ConversationId,
    Department, Handed, Internal, Message, Mine, Network, Ownership, Queue, QueueId, Settings,
    Template, TemplateId,
};

/// One change. Events that carry a whole thing replace it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Event {
    /// A conversation began; without lines yet.
    Opened(Conversation),
    /// A line was added; moves `last_seq`, `last_at`, preview and `waiting_since`.
    Wrote(Message),
    /// Somebody else, or nobody, is responsible now, or it rings others. No transfer can be undone any more.
    OwnershipChanged {
        conversation: ConversationId,
        ownership: Ownership,
    },
    Archived {
        conversation: ConversationId,
        archived: bool,
    },
    /// Whether its transfer may be undone.
    HandedOn {
        conversation: ConversationId,
        handed: Option<Box<Handed>>,
    },
    /// Of a chat among colleagues: its name, its members, or how far they have read.
    InternalPut {
        conversation: ConversationId,
        chat: Internal,
    },
    CustomerReceived {
        conversation: ConversationId,
        up_to: u64,
    },
    CustomerRead {
        conversation: ConversationId,
        up_to: u64,
    },
    AgentRead {
        conversation: ConversationId,
        up_to: u64,
    },
    Deleted(ConversationId),
    ContactPut(Contact),
    /// Conversations and points of `loser` are `winner`'s; `loser` is no more.
    ContactMerged {
        winner: ContactId,
        loser: ContactId,
    },
    /// The contact is gone. Its conversations went before it.
    ContactErased(ContactId),
    MinePut(Mine),
    AgentPut(Agent),
    DepartmentPut(Department),
    QueuePut(Queue),
    AccountPut(Account),
    SettingsPut(Settings),
    /// In place of the block that its network had.
    Blocked(Block),
    Unblocked(Network),
    /// It is the agent's turn in the queue.
    Rung {
        queue: QueueId,
        agent: AgentId,
    },
    /// The agent became owner of what waited in the queue, on that day.
    Served {
        queue: QueueId,
        agent: AgentId,
        day: i32,
    },
    /// Kept in the audit trail.
    Audited(Audit),
    /// An agent opened it as one who supervises, on that day.
    Overseen {
        conversation: ConversationId,
        agent: AgentId,
        day: i32,
    },
    TemplatePut(Template),
    TemplateDeleted(TemplateId),
    /// Counts; the row stays as it is, so that no app hears of it.
    TemplateUsed(TemplateId),
    /// What the agent holds may have changed in ways that no row tells; their apps compare everything.
    RightsChanged(AgentId),
}
