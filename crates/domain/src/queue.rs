//! Queues: who shares them, how they distribute, and what happens when nobody answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AgentId, DepartmentId, QueueId, Strategy};

/// Agents who share new conversations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Queue {
    /// Which queue.
    pub id: QueueId,
    /// As agents read it.
    pub name: String,
    /// Internal number, to transfer to.
    pub extension: Option<String>,
    /// `None`: the whole company's.
    pub department: Option<DepartmentId>,
    /// In order of priority, each at most once.
    pub members: Vec<AgentId>,
    /// How well a member knows the matter, 1 to 9; who is not named has 1.
    #[serde(default)]
    pub skills: BTreeMap<AgentId, u8>,
    /// Whom a new conversation rings.
    pub strategy: Strategy,
    /// Only the agents it rings see an unowned conversation; all members when it rings nobody.
    pub offered_only: bool,
    /// How a conversation gets its owner.
    pub ownership: OwnershipMode,
    /// Who owns so many open conversations is not rung; `None`: no limit. Never limits Take or Transfer.
    #[serde(default)]
    pub capacity: Option<u32>,
    /// How many seconds somebody is rung before the next, 5 to 3,600.
    #[serde(default = "ring_secs")]
    pub ring_secs: u32,
    /// Skill-based strategies: after so many seconds the next lower level is rung too; `None`: the ring time.
    #[serde(default)]
    pub widen_secs: Option<u32>,
    /// Nobody answered after so many seconds, although somebody may not have been rung yet; `None`: no such limit.
    #[serde(default)]
    pub longest_wait_secs: Option<u32>,
    /// What then happens.
    #[serde(default)]
    pub unanswered: Unanswered,
    /// A customer's message unanswered for so many seconds while the owner is not available brings the conversation
    /// back; `None`: it stays with its owner.
    #[serde(default)]
    pub lease_secs: Option<u32>,
}

/// The product's ring time.
pub const RING_SECS: u32 = 60;

const fn ring_secs() -> u32 {
    RING_SECS
}

/// How a conversation of a queue gets its owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OwnershipMode {
    /// The first answer takes it.
    #[default]
    FirstAnswer,
    /// Answering needs Take first.
    TakeByHand,
    /// The hub names the owner by the strategy, as soon as somebody is available.
    Assign,
}

/// What happens when everybody was rung once, or the longest wait passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Unanswered {
    /// It rings every available member until somebody answers.
    #[default]
    KeepRinging,
    /// It goes to another queue; where it has been already, it keeps ringing.
    NextQueue(QueueId),
    /// The customer gets the channel's away text, once, and it keeps ringing.
    AwayText,
}

impl Queue {
    /// A queue of the whole company without members that rings all; the first answer takes.
    pub fn new(id: QueueId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            extension: None,
            department: None,
            members: Vec::new(),
            skills: BTreeMap::new(),
            strategy: Strategy::RingAll,
            offered_only: false,
            ownership: OwnershipMode::FirstAnswer,
            capacity: None,
            ring_secs: RING_SECS,
            widen_secs: None,
            longest_wait_secs: None,
            unanswered: Unanswered::KeepRinging,
            lease_secs: None,
        }
    }

    /// How well a member knows the matter.
    pub fn skill(&self, member: AgentId) -> u8 {
        self.skills.get(&member).copied().unwrap_or(1)
    }
}
