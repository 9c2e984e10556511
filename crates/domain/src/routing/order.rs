//! In which order a strategy would ring those who are available.

use std::cmp::Reverse;

use super::{Strategy, available};
use crate::{AgentId, Board, ConversationId, Floor, OwnershipMode, Queue};

/// What the order is made from.
#[derive(Clone, Copy)]
pub(super) struct Choice<'a> {
    pub(super) board: &'a Board,
    pub(super) floor: &'a Floor,
    pub(super) queue: &'a Queue,
    pub(super) conversation: ConversationId,
    /// Days since 1970, where the queue's department is.
    pub(super) day: i32,
    /// How often the circle of the highest skill level was widened by time.
    pub(super) widened: usize,
}

impl Choice<'_> {
    /// Those who are available, first choice first. Equal members stay in the order of the queue.
    pub(super) fn order(self) -> Vec<AgentId> {
        let mut members: Vec<AgentId> = match self.queue.strategy {
            Strategy::HuntRandomStart => self.members_from(self.random_start()),
            Strategy::RoundRobin | Strategy::SkillRoundRobin => {
                self.members_from(self.after_last_turn())
            }
            _ => available(self.board, self.floor, self.queue).collect(),
        };
        let floor = self.floor;
        let served = |agent: AgentId| floor.turn(self.queue.id, agent).served;
        let to_one = self.queue.ownership == OwnershipMode::Assign;
        match self.queue.strategy {
            // Where all would ring and one is to be named, the one with the least to do.
            Strategy::RingAll | Strategy::SkillRingAll if to_one => {
                members.sort_by_key(|agent| (floor.load(*agent), served(*agent)));
            }
            Strategy::LongestWaiting => members.sort_by_key(|agent| served(*agent)),
            Strategy::LeastBusy => members
                .sort_by_key(|agent| (floor.load(*agent) + floor.rings(*agent), served(*agent))),
            Strategy::FewestAnswered | Strategy::SkillFewestAnswered => {
                members.sort_by_key(|agent| {
                    let today = floor.times(self.queue.id, *agent, self.day);
                    (today + floor.rings(*agent), served(*agent))
                });
            }
            Strategy::SkillRandom => {
                members.sort_by_key(|agent| mixed(self.conversation, *agent));
            }
            _ => {}
        }
        if self.queue.strategy.by_skill() {
            // Stable: within a level the order above stays.
            members.sort_by_key(|agent| Reverse(self.level(*agent)));
        }
        members
    }

    /// A member's level; those whom time let into the first circle count as its highest.
    pub(super) fn level(self, member: AgentId) -> u8 {
        let queue = self.queue;
        let mut levels: Vec<u8> = queue.members.iter().map(|m| queue.skill(*m)).collect();
        levels.sort_unstable_by(|a, b| b.cmp(a));
        levels.dedup();
        let own = queue.skill(member);
        let widest = levels.get(self.widened).or(levels.last());
        if widest.is_some_and(|widest| own >= *widest) {
            return levels[0];
        }
        own
    }

    /// Who is available, beginning with the member at `start`.
    fn members_from(self, start: usize) -> Vec<AgentId> {
        let all = &self.queue.members;
        let (before, from) = all.split_at(start.min(all.len()));
        let rotated = from.iter().chain(before).copied();
        rotated
            .filter(|member| super::can_be_rung(self.board, self.floor, self.queue, *member))
            .collect()
    }

    /// The same for a conversation at every step, so that nobody is skipped or rung twice.
    fn random_start(self) -> usize {
        let members = self.queue.members.len().max(1);
        usize::try_from(self.conversation.0.as_u128() % members as u128).unwrap_or(0)
    }

    fn after_last_turn(self) -> usize {
        let last_turn = |agent: &AgentId| {
            let turn = self.floor.turn(self.queue.id, *agent);
            turn.rung.max(turn.served)
        };
        let turns = self.queue.members.iter().map(last_turn).enumerate();
        turns
            .filter(|(_, turn)| *turn > 0)
            .max_by_key(|(_, turn)| *turn)
            .map_or(0, |(place, _)| place + 1)
    }
}

/// A number that looks random and is the same for the same two. A finaliser as in `SplitMix64`.
fn mixed(conversation: ConversationId, agent: AgentId) -> u64 {
    let (high, low) = conversation.0.as_u64_pair();
    let (agent_high, agent_low) = agent.0.as_u64_pair();
    let mut number = high ^ low.rotate_left(17) ^ agent_high.rotate_left(31) ^ agent_low;
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
