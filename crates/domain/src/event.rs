//! What a decision changes.

use crate::{
    Account, Agent, AgentId, Contact, Conversation, ConversationId, Department, Message, Mine,
    Ownership, Queue, Template, TemplateId,
};

/// One change. Events that carry a whole thing replace it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Event {
    /// A conversation began; without lines yet.
    Opened(Conversation),
    /// A line was added; moves `last_seq`, `last_at`, preview and `waiting_since`.
    Wrote(Message),
    /// Somebody else, or nobody, is responsible now.
    OwnershipChanged {
        conversation: ConversationId,
        ownership: Ownership,
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
    MinePut(Mine),
    AgentPut(Agent),
    DepartmentPut(Department),
    QueuePut(Queue),
    AccountPut(Account),
    TemplatePut(Template),
    TemplateDeleted(TemplateId),
    /// Counts; the row stays as it is, so that no app hears of it.
    TemplateUsed(TemplateId),
    /// What the agent holds may have changed in ways that no row tells; their apps compare everything.
    RightsChanged(AgentId),
}
