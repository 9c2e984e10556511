//! One conversation on screen.

use guichet_domain::{AgentId, Channel, ContactId, ConversationId, QueueId};
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{Chat, Colleague};

/// What stands above and below the lines of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Thread {
    /// Which conversation.
    pub id: ConversationId,
    /// `None` among colleagues.
    pub channel: Option<Channel>,
    /// The customer, or the colleagues.
    pub name: String,
    /// Is in the address book.
    pub known: bool,
    /// Show Add contact, Reply, Ignore.
    pub banner: bool,
    /// Its queue.
    pub queue: Option<Named<QueueId>>,
    /// Who is responsible.
    pub owner: Option<Owner>,
    /// Unowned, owned, closed.
    pub state: ThreadState,
    /// Somebody else's, looked at by one who supervises.
    pub overseen: bool,
    /// In Archived only.
    pub archived: bool,
    /// What this agent may do now.
    pub can: Abilities,
    /// The text not sent yet.
    pub draft: String,
    /// The customer is typing, or a colleague among colleagues.
    pub typing: bool,
    /// The colleague is there; of a visitor the hub does not tell yet.
    pub online: bool,
    /// The agent has seen every line up to here.
    pub read_up_to: u64,
    /// Messages of the other side after that.
    pub unread: u32,
    /// When its first message came.
    pub opened_at: i64,
    /// The oldest unanswered message.
    pub waiting_since: Option<i64>,
    /// The customer.
    pub contact: Option<ContactCard>,
    /// Colleagues among themselves.
    pub chat: Option<Chat>,
}

/// A thing and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Named<Id> {
    pub id: Id,
    pub name: String,
}

/// Who is responsible for a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Owner {
    pub id: AgentId,
    pub name: String,
    pub me: bool,
}

/// State of a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum ThreadState {
    Unowned,
    Owned,
    Closed,
}

/// What the agent may do with a conversation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Abilities {
    pub reply: bool,
    pub take: bool,
    pub release: bool,
    pub transfer: bool,
    pub note: bool,
    pub deal_with: bool,
    pub archive: bool,
    pub unarchive: bool,
    pub end_session: bool,
    pub block: bool,
    pub delete: bool,
    pub take_over: bool,
    pub reassign: bool,
}

/// What is known of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct ContactCard {
    pub id: ContactId,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
}

/// Lines of a conversation, ascending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Messages {
    pub lines: Vec<Line>,
    pub has_before: bool,
    pub has_after: bool,
}

/// One line of a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Line {
    /// A message keeps it from the outbox to the thread.
    pub id: String,
    /// Its place; `None` while in the outbox.
    pub seq: Option<u64>,
    /// When it was written.
    pub at: i64,
    /// In, out, note, system.
    pub kind: LineKind,
    /// The agent or the customer, by name.
    pub author: Option<String>,
    /// This agent wrote it.
    pub mine: bool,
    /// What it says; system lines have none.
    pub text: Option<String>,
    /// How far it came; of the agents' lines to the customer, and of this agent's to colleagues.
    pub state: Option<Delivery>,
    /// Why it failed.
    pub failure: Option<String>,
    /// What happened.
    pub system: Option<SystemText>,
    /// The line it answers to.
    pub quote: Option<Quote>,
    /// Names this agent.
    pub mentions_me: bool,
}

/// A line that another answers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Quote {
    /// Its place.
    pub seq: u64,
    /// Who wrote it; `None` while it is not on this computer.
    pub author: Option<String>,
    /// The beginning of what it says.
    pub text: Option<String>,
}

/// Kind of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum LineKind {
    In,
    Out,
    Note,
    System,
}

/// How far a message came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Delivery {
    /// In the outbox of this computer.
    Queued,
    /// The hub has it.
    Sent,
    /// The customer's device has it.
    Delivered,
    /// The customer has seen it.
    Read,
    /// It will not be sent.
    Failed,
}

/// What happened, for the words `system-<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct SystemText {
    pub code: String,
    #[cfg_attr(test, ts(type = "Record<string, string>"))]
    pub params: Map<String, Value>,
}

/// A text of the agent that lost its conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct UnsentDraft {
    pub id: Uuid,
    pub text: String,
    pub channel: Option<Channel>,
    pub at: i64,
}

/// To whom a conversation may be transferred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TransferTargets {
    pub agents: Vec<Colleague>,
    pub queues: Vec<TransferToQueue>,
}

/// How busy a colleague is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Load {
    pub id: AgentId,
    /// Conversations they own.
    pub open: u64,
}

/// A queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TransferToQueue {
    pub id: QueueId,
    pub name: String,
    pub extension: Option<String>,
}
