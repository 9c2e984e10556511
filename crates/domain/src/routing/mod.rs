//! Distribution: whom a waiting conversation rings, when it goes on to the next, and who becomes its owner where the
//! hub names one. Pure functions of the board, the floor and the time.

mod due;
mod order;
mod ring;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use due::due;
pub use ring::{Next, Round, next};

use crate::{AgentId, Board, Floor, Queue, QueueId};

/// Whom a waiting conversation rings. Names follow the field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// Every available member.
    #[default]
    RingAll,
    /// The first available in order; after the ring time, the next.
    Hunt,
    /// The same from a random start.
    HuntRandomStart,
    /// The one after the last whose turn it was.
    RoundRobin,
    /// The one who became owner longest ago.
    LongestWaiting,
    /// The one with the fewest open conversations.
    LeastBusy,
    /// The one who became owner least often today.
    FewestAnswered,
    /// Three at a time, in order.
    HuntByThrees,
    /// The top three available, together.
    FirstThreeAvailable,
    /// The highest skill level, together; the next level after a time.
    SkillRingAll,
    /// One of the highest skill level at random; the next level after a time.
    SkillRandom,
    /// Round robin within the highest skill level; the next level after a time.
    SkillRoundRobin,
    /// Fewest answered within the highest skill level; the next level after a time.
    SkillFewestAnswered,
}

impl Strategy {
    /// Every strategy, in the order in which an administrator chooses.
    pub const ALL: [Self; 13] = [
        Self::RingAll,
        Self::Hunt,
        Self::HuntRandomStart,
        Self::RoundRobin,
        Self::LongestWaiting,
        Self::LeastBusy,
        Self::FewestAnswered,
        Self::HuntByThrees,
        Self::FirstThreeAvailable,
        Self::SkillRingAll,
        Self::SkillRandom,
        Self::SkillRoundRobin,
        Self::SkillFewestAnswered,
    ];

    /// Looks at how well members know the matter.
    pub fn by_skill(self) -> bool {
        matches!(
            self,
            Self::SkillRingAll
                | Self::SkillRandom
                | Self::SkillRoundRobin
                | Self::SkillFewestAnswered
        )
    }
}

/// Where a conversation waits that belongs to no queue. A company without any still loses nothing: it waits in none,
/// in sight of those who supervise the company.
pub(crate) fn first_queue(board: &Board) -> QueueId {
    let first = board.queues.keys().next().copied();
    first.unwrap_or(QueueId(uuid::Uuid::nil()))
}

/// Can this member be rung for this queue: there, available, logged in, below capacity?
pub fn can_be_rung(board: &Board, floor: &Floor, queue: &Queue, member: AgentId) -> bool {
    board.agents.get(&member).is_some_and(|agent| {
        agent.is_available()
            && !agent.logged_out_of.contains(&queue.id)
            && queue.capacity.is_none_or(|most| floor.load(member) < most)
    })
}

/// The members who can be rung, in the order of the queue.
pub fn available<'a>(
    board: &'a Board,
    floor: &'a Floor,
    queue: &'a Queue,
) -> impl Iterator<Item = AgentId> + 'a {
    let members = queue.members.iter().copied();
    members.filter(move |member| can_be_rung(board, floor, queue, *member))
}
