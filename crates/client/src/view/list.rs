//! The inbox.

use guichet_domain::{Channel, ConversationId};
use serde::{Deserialize, Serialize};

/// A view of the inbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum ListView {
    /// Ringing for me, then mine and internal; newest activity first.
    Recents,
    /// Everything unowned in my queues; oldest wait first.
    Queues,
    /// What was dealt with or hidden; newest activity first.
    Archived,
    /// Open conversations of others, of one who supervises; longest wait first. Of the hub, not of the cache.
    Supervised,
}

/// A group of rows within a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Group {
    Ringing,
    Mine,
    Waiting,
    Archived,
    Supervised,
}

/// Some rows of a view, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ListWindow {
    /// Of which view.
    pub view: ListView,
    /// Place of the first row.
    pub offset: u32,
    /// Rows there are.
    pub total: u32,
    /// Its groups, in the order of the rows.
    pub groups: Vec<GroupTotal>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// How many rows a group has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct GroupTotal {
    pub id: Group,
    pub total: u32,
}

/// One conversation in the inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Row {
    /// Which conversation.
    pub id: ConversationId,
    /// Of the view.
    pub group: Group,
    /// `None` among colleagues.
    pub channel: Option<Channel>,
    /// The customer, or the colleagues.
    pub name: String,
    /// The last line, in short.
    pub preview: Preview,
    /// Last activity.
    pub at: i64,
    /// Messages of the other side that the agent has not seen.
    pub unread: u32,
    /// They make no sound, and count in no sum.
    pub muted: bool,
    /// Among colleagues: of two, or of a group.
    pub chat: Option<ChatKind>,
    /// Name of its queue.
    pub queue: Option<String>,
    /// Who is responsible, where it is somebody else.
    pub owner: Option<String>,
    /// The oldest unanswered message.
    pub waiting_since: Option<i64>,
    /// The colleague is there; of a visitor the hub does not tell yet.
    pub online: bool,
}

/// What kind of chat among colleagues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum ChatKind {
    Direct,
    Group,
}

/// The last line of a conversation, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Preview {
    pub kind: PreviewKind,
    /// The agent who wrote it.
    pub author: Option<String>,
    /// This agent wrote it.
    pub mine: bool,
    pub text: String,
}

/// What kind of line a preview is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum PreviewKind {
    In,
    Out,
    Note,
    System,
    Draft,
}

/// The numbers on the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Counts {
    /// Conversations of Recents with something unseen.
    pub recents_unread: u32,
    /// Conversations that wait in my queues.
    pub queues_waiting: u32,
}
