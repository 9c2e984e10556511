//! Chats among colleagues: direct ones and groups.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{AgentId, ConversationId};

/// Most members of a group.
pub const MOST_MEMBERS: usize = 100;
/// In a chat of more, nobody is told how far the others have read: each of them would be told of each reader.
pub const MOST_READERS: usize = 20;

/// Under it the ids of direct chats are made; chosen once by chance.
const DIRECT_CHATS: Uuid = Uuid::from_u128(0x7d3c_5a0e_91f4_4b6b_8e27_c4a1_0f5d_6293);

/// Who writes to each other, and how far they have read. Never supervised: nobody but its members sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Internal {
    /// Of a group, if it has one.
    #[serde(default)]
    pub name: Option<String>,
    /// Between two, for good: nobody joins or leaves. Otherwise a group.
    #[serde(default)]
    pub direct: bool,
    /// Those who see it. A deactivated one stays a member, and sees nothing.
    pub members: BTreeSet<AgentId>,
    /// How far each has read; kept among at most [`MOST_READERS`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reads: BTreeMap<AgentId, u64>,
}

/// What an agent asks of a chat among colleagues, other than writing there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs)]
pub enum InternalAsk {
    /// The chat of two, at most one for each pair: its id is [`direct_id`] of them.
    OpenDirect {
        with: AgentId,
    },
    /// A group of its author and these, with an id that the app made.
    OpenGroup {
        #[serde(default)]
        name: Option<String>,
        members: BTreeSet<AgentId>,
    },
    /// `None` takes its name away.
    Rename {
        #[serde(default)]
        name: Option<String>,
    },
    /// They see everything that was said before: it is one thread.
    AddMembers {
        members: BTreeSet<AgentId>,
    },
    RemoveMember {
        agent: AgentId,
    },
    /// The last who leaves deletes it: nobody could read it any more.
    Leave,
    /// New messages make no sound and count nowhere, for who asks.
    Mute,
    Unmute,
}

/// The id of the chat between two agents, the same for both, so that whoever opens it first opens it for both.
pub fn direct_id(one: AgentId, other: AgentId) -> ConversationId {
    let (first, second) = (one.min(other), one.max(other));
    let pair = [first.0.into_bytes(), second.0.into_bytes()].concat();
    ConversationId(Uuid::new_v5(&DIRECT_CHATS, &pair))
}

/// Is this how the ids of direct chats look? No group has such an id, or it could stand where a direct chat will be.
pub fn looks_direct(id: ConversationId) -> bool {
    id.0.get_version() == Some(uuid::Version::Sha1)
}

impl Internal {
    /// The chat of two.
    pub fn direct(one: AgentId, other: AgentId) -> Self {
        Self {
            direct: true,
            members: BTreeSet::from([one, other]),
            ..Self::default()
        }
    }

    /// Are its members told how far the others have read?
    pub fn tells_reads(&self) -> bool {
        self.members.len() <= MOST_READERS
    }

    /// The same with these members. What is not told any more, or is of somebody who left, is forgotten.
    #[must_use]
    pub fn with_members(&self, members: BTreeSet<AgentId>) -> Self {
        let mut changed = Self {
            members,
            ..self.clone()
        };
        let tells = changed.tells_reads();
        let members = &changed.members;
        changed
            .reads
            .retain(|agent, _| tells && members.contains(agent));
        changed
    }
}
