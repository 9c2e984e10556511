//! What the screen is told without asking.

use guichet_domain::ConversationId;
use serde::Serialize;
use serde_json::{Map, Value};

use super::Connection;

/// Something changed. The screen asks again for what it shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum UiEvent {
    /// Rows, their order or their numbers.
    Inbox,
    /// Templates, or where the agent may write them.
    Templates,
    /// Something of a conversation.
    Thread {
        /// Which.
        conversation: ConversationId,
    },
    /// The agent sees a conversation no more. May come twice, the second time with `by`.
    Gone {
        /// Which.
        conversation: ConversationId,
        /// Why.
        reason: GoneReason,
        /// Who has it now, by name, where the hub told.
        by: Option<String>,
        /// The agent's own text is among the unsent drafts.
        kept_draft: bool,
    },
    /// The connection.
    Connection {
        /// As it is now.
        connection: Connection,
    },
    /// The customer began or ceased to type.
    Typing {
        /// Where.
        conversation: ConversationId,
        /// Began.
        on: bool,
    },
    /// Somebody signed in or out.
    Session,
    /// The settings.
    Settings,
    /// A notification was clicked.
    Open {
        /// Of which conversation.
        conversation: ConversationId,
    },
    /// Something the agent did was refused, or something failed.
    Failed {
        /// Where; `None`: the app itself.
        conversation: Option<ConversationId>,
        /// As in [`crate::CallError`].
        code: String,
        /// For the words.
        #[cfg_attr(test, ts(type = "Record<string, string>"))]
        params: Map<String, Value>,
    },
}

/// Why a conversation is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum GoneReason {
    /// Somebody else became owner.
    Taken,
    /// It was transferred, by this agent or another.
    Transferred,
    /// It was deleted.
    Deleted,
    /// This agent's rights changed.
    Rights,
    /// This agent gave it back to its queue.
    Released,
    /// This agent left the group.
    Left,
    /// A colleague took this agent out of the group, or the chat could not begin.
    Removed,
}
