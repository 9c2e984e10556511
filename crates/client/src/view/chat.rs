//! Chats among colleagues on screen.

use guichet_domain::{AgentId, ConversationId, Status};
use serde::Serialize;

use super::Named;

/// What a thread among colleagues has above its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Chat {
    /// Of two; otherwise a group.
    pub direct: bool,
    /// What the group was named, if it was.
    pub name: Option<String>,
    /// This agent first, then by name.
    pub members: Vec<Member>,
    /// Its news make no sound.
    pub muted: bool,
    /// Who is writing, by name.
    pub typing: Vec<String>,
}

/// One who is in a chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Member {
    /// Who.
    pub id: AgentId,
    /// By name.
    pub name: String,
    /// To be found by.
    pub extension: Option<String>,
    /// This agent.
    pub me: bool,
    /// False once deactivated.
    pub active: bool,
    /// As the others see it: offline also who is not in touch with the hub.
    pub status: Status,
    /// Has seen every line up to here; `None`: nothing, or too many members to tell.
    pub read_up_to: Option<u64>,
}

/// Whom one can write to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Colleagues {
    pub agents: Vec<Colleague>,
    /// This agent's groups.
    pub groups: Vec<Named<ConversationId>>,
}

/// A colleague to write to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Colleague {
    pub id: AgentId,
    pub name: String,
    pub extension: Option<String>,
    /// As the others see it: offline also who is not in touch with the hub.
    pub status: Status,
}
