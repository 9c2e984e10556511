//! One step of a ring sequence: who is rung now, and what follows.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Strategy;
use super::order::Choice;
use crate::{
    AgentId, Board, ConversationId, Floor, OwnershipMode, Queue, QueueId, Timestamp, Unanswered,
};

/// How far a ring sequence came. Kept with the conversation, so that a restart continues it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Round {
    /// When it came into the queue.
    pub since: Timestamp,
    /// Everybody it rang so far, those it rings now included.
    pub rung: BTreeSet<AgentId>,
    /// When those it rings give way to the next.
    pub until: Option<Timestamp>,
    /// Everybody was rung, or the longest wait passed: it rings all who are available.
    pub unanswered: bool,
    /// Queues it went on from because nobody answered there.
    pub tried: BTreeSet<QueueId>,
    /// Who gave it to the queue, and is rung last; it is never assigned back to them.
    pub given_by: Option<AgentId>,
}

/// What follows for a waiting conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// It rings these; nobody when none can be rung.
    Ring {
        /// Whom.
        ringing: BTreeSet<AgentId>,
        /// How far it is.
        round: Round,
    },
    /// The hub names its owner.
    Assign(AgentId),
    /// Nobody answered: it goes to another queue.
    Move(QueueId),
}

impl Round {
    /// A sequence that begins.
    pub fn new(since: Timestamp) -> Self {
        Self {
            since,
            ..Self::default()
        }
    }
}

/// What follows at `now` for a conversation that waits in `queue` and rings `ringing`.
///
/// Asked whenever somebody comes, goes or takes, and when [`super::due`] says so; asked again without any of that, the
/// answer is what is there already.
pub fn next(
    (board, floor): (&Board, &Floor),
    conversation: ConversationId,
    (queue, ringing, round): (QueueId, &BTreeSet<AgentId>, &Round),
    now: Timestamp,
) -> Next {
    let nobody = |round| Next::Ring {
        ringing: BTreeSet::new(),
        round,
    };
    let Some(queue) = board.queues.get(&queue) else {
        return nobody(round.clone());
    };
    let hours = board.hours(queue);
    if !hours.is_open(now) {
        // At the opening everybody may be rung again.
        return nobody(Round {
            rung: BTreeSet::new(),
            until: None,
            ..round.clone()
        });
    }
    let choice = Choice {
        board,
        floor,
        queue,
        conversation,
        day: hours.day(now),
        widened: widened(queue, round, now),
    };
    let mut order = choice.order();
    // Stable: the others stay in their order.
    order.sort_by_key(|agent| Some(*agent) == round.given_by);
    if queue.ownership == OwnershipMode::Assign {
        order.retain(|agent| Some(*agent) != round.given_by);
        if let Some(first) = order.first() {
            return Next::Assign(*first);
        }
    }
    if round.unanswered {
        return all(order, round);
    }
    let waited = |secs: u32| now.0 >= round.since.0 + i64::from(secs) * 1_000;
    if queue.longest_wait_secs.is_some_and(waited) {
        return nobody_answered(board, queue, order, round);
    }
    let still: BTreeSet<AgentId> = ringing
        .iter()
        .copied()
        .filter(|agent| order.contains(agent))
        .collect();
    if !still.is_empty() && round.until.is_none_or(|until| now < until) {
        let ringing = joined(choice, &order, still, round);
        return ring(ringing, round, round.until);
    }
    let fresh = batch(choice, &order, round);
    if !fresh.is_empty() {
        let kept = match queue.strategy {
            Strategy::RingAll | Strategy::SkillRingAll => still,
            _ => BTreeSet::new(),
        };
        let ringing = kept.into_iter().chain(fresh).collect();
        return ring(ringing, round, Some(after(now, step_secs(queue))));
    }
    if round.rung.is_empty() {
        return nobody(Round {
            until: None,
            ..round.clone()
        });
    }
    nobody_answered(board, queue, order, round)
}

fn ring(ringing: BTreeSet<AgentId>, round: &Round, until: Option<Timestamp>) -> Next {
    Next::Ring {
        round: Round {
            rung: round.rung.union(&ringing).copied().collect(),
            until,
            ..round.clone()
        },
        ringing,
    }
}

/// Everybody who is available, for as long as it takes.
fn all(order: Vec<AgentId>, round: &Round) -> Next {
    let unanswered = Round {
        unanswered: true,
        ..round.clone()
    };
    ring(order.into_iter().collect(), &unanswered, None)
}

fn nobody_answered(board: &Board, queue: &Queue, order: Vec<AgentId>, round: &Round) -> Next {
    match queue.unanswered {
        Unanswered::NextQueue(to)
            if to != queue.id && board.queues.contains_key(&to) && !round.tried.contains(&to) =>
        {
            Next::Move(to)
        }
        _ => all(order, round),
    }
}

/// Those who are rung next, of those who were not yet.
fn batch(choice: Choice<'_>, order: &[AgentId], round: &Round) -> Vec<AgentId> {
    let mut fresh: Vec<AgentId> = order.to_vec();
    fresh.retain(|agent| !round.rung.contains(agent));
    if fresh.len() > 1 {
        fresh.retain(|agent| Some(*agent) != round.given_by);
    }
    let most = match choice.queue.strategy {
        Strategy::RingAll => usize::MAX,
        Strategy::HuntByThrees => 3,
        // After the top three were rung nobody else is.
        Strategy::FirstThreeAvailable => 3_usize.saturating_sub(round.rung.len()),
        Strategy::SkillRingAll => {
            let highest = fresh.first().map(|agent| choice.level(*agent));
            let of_level = |agent: &AgentId| Some(choice.level(*agent)) == highest;
            fresh.iter().filter(|agent| of_level(agent)).count()
        }
        _ => 1,
    };
    fresh.truncate(most);
    fresh
}

/// Those who are rung, and who joins them in the middle of a step.
fn joined(
    choice: Choice<'_>,
    order: &[AgentId],
    still: BTreeSet<AgentId>,
    round: &Round,
) -> BTreeSet<AgentId> {
    let others = order.iter().filter(|a| Some(**a) != round.given_by);
    match choice.queue.strategy {
        Strategy::RingAll => {
            let others: Vec<AgentId> = others.copied().collect();
            still.into_iter().chain(others).collect()
        }
        Strategy::FirstThreeAvailable => {
            let room = 3_usize.saturating_sub(still.len());
            let fresh = others.filter(|agent| !round.rung.contains(agent));
            let fresh: Vec<AgentId> = fresh.take(room).copied().collect();
            still.into_iter().chain(fresh).collect()
        }
        Strategy::SkillRingAll => {
            let lowest = still.iter().map(|agent| choice.level(*agent)).min();
            let high = |agent: &&AgentId| Some(choice.level(**agent)) >= lowest;
            let others: Vec<AgentId> = others.filter(high).copied().collect();
            still.into_iter().chain(others).collect()
        }
        _ => still,
    }
}

/// How often the circle was widened since the conversation came.
fn widened(queue: &Queue, round: &Round, now: Timestamp) -> usize {
    if !queue.strategy.by_skill() {
        return 0;
    }
    let secs = queue.widen_secs.unwrap_or(queue.ring_secs).max(1);
    let waited = (now.0 - round.since.0) / 1_000;
    usize::try_from(waited / i64::from(secs)).unwrap_or(0)
}

fn step_secs(queue: &Queue) -> u32 {
    match queue.strategy {
        Strategy::SkillRingAll => queue.widen_secs.unwrap_or(queue.ring_secs),
        _ => queue.ring_secs,
    }
}

fn after(now: Timestamp, secs: u32) -> Timestamp {
    Timestamp(now.0 + i64::from(secs) * 1_000)
}
