//! What the hub pushes. A push is a hint: losing every one costs latency only.

use guichet_domain::{AgentId, ConversationId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Cursor, Key, Put};

/// The states of what changed between two cursors, for one reader. Applied in one transaction with the new cursor, and
/// only if `from` is the reader's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Delta {
    /// The cursor it continues.
    pub from: Cursor,
    /// The reader's cursor after it.
    pub to: Cursor,
    /// Held now.
    pub puts: Vec<Put>,
    /// Not held any more.
    pub dels: Vec<Key>,
    /// There is more after `to`: ask again.
    #[serde(default)]
    pub more: bool,
}

/// One server-sent event of `/v1/feed`; its name is the tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "event", content = "data", rename_all = "snake_case")]
pub enum Frame {
    /// What changed.
    Delta(Delta),
    /// Ask `/v1/sync`: the reader was too slow, or its rights changed.
    Pull,
    /// The customer of a conversation is typing, or a colleague in a chat among colleagues.
    Typing {
        /// Where.
        conversation: ConversationId,
        /// The colleague; none: the customer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agent: Option<AgentId>,
    },
    /// Nothing happened for 15 s. The reader gives up after 40 s without a frame.
    Beat,
}
