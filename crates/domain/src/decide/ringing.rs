//! What waits rings the next, or is given to somebody, or goes on.

use std::collections::BTreeSet;

use super::draft::Draft;
use crate::routing::{self, Next};
use crate::{
    Actor, AgentId, ConversationId, Event, Ownership, QueueId, Refusal, Round, Strategy,
    SystemLine, Unanswered,
};

/// Where a conversation that comes into a queue ends up, and what goes with it.
pub(super) struct Placed {
    pub(super) ownership: Ownership,
    lines: Vec<SystemLine>,
    turns: Vec<Event>,
}

impl Placed {
    /// Whose turn it was, and what the thread says of it.
    pub(super) fn tell(self, draft: &mut Draft<'_>, id: ConversationId) {
        for turn in self.turns {
            draft.push(turn);
        }
        for line in self.lines {
            draft.say(id, line);
        }
        if let Ownership::Owned { owner, .. } = self.ownership {
            load_changed(draft, owner);
        }
    }
}

/// It comes into a queue, now; of an agent who gives it there.
pub(super) fn place(
    draft: &mut Draft<'_>,
    id: ConversationId,
    queue: QueueId,
    given_by: Option<AgentId>,
) -> Placed {
    let round = Round {
        given_by,
        ..Round::new(draft.now)
    };
    follow(draft, id, (queue, BTreeSet::new(), round))
}

/// It comes into a queue, now, and is no longer what it was.
pub(super) fn offer(
    draft: &mut Draft<'_>,
    id: ConversationId,
    queue: QueueId,
    given_by: Option<AgentId>,
) {
    let placed = place(draft, id, queue, given_by);
    draft.own(id, placed.ownership.clone());
    placed.tell(draft, id);
}

/// Looks again at every loaded conversation that waits, longest wait first.
pub(super) fn ring_again(draft: &mut Draft<'_>) {
    let mut waiting: Vec<_> = draft
        .situation
        .conversations
        .keys()
        .filter_map(|id| match draft.hands(*id)? {
            Ownership::Offered { round, .. } => Some((round.since, *id)),
            _ => None,
        })
        .collect();
    waiting.sort_unstable();
    for (_, id) in waiting {
        advance(draft, id);
    }
}

/// The same, if somebody's load decides whom a queue rings.
pub(super) fn load_changed(draft: &mut Draft<'_>, agent: AgentId) {
    let limited = |queue: &crate::Queue| queue.capacity.is_some();
    if draft.board().queues_of(agent).any(limited) {
        ring_again(draft);
    }
}

/// A time of [`routing::due`] came.
pub(super) fn time_passed(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    if draft.actor != Actor::Hub {
        return Err(Refusal::NotAllowed);
    }
    let conversation = draft.conversation(id)?;
    match conversation.ownership() {
        Some(Ownership::Offered { .. }) => advance(draft, id),
        Some(Ownership::Owned {
            owner,
            queue: Some(queue),
        }) => {
            let lease = routing::due(draft.board(), conversation, draft.now);
            if lease.is_some_and(|end| end <= draft.now) {
                let (agent, queue) = (*owner, *queue);
                draft.say(id, SystemLine::LeaseEnded { agent });
                offer(draft, id, queue, Some(agent));
                load_changed(draft, agent);
            }
        }
        _ => {}
    }
    Ok(())
}

/// What follows for one that waits; nothing, mostly.
fn advance(draft: &mut Draft<'_>, id: ConversationId) {
    let Some(Ownership::Offered {
        queue,
        ringing,
        round,
    }) = draft.hands(id).cloned()
    else {
        return;
    };
    let placed = follow(draft, id, (queue, ringing, round));
    if draft.hands(id) != Some(&placed.ownership) {
        draft.own(id, placed.ownership.clone());
        placed.tell(draft, id);
    }
}

fn follow(
    draft: &mut Draft<'_>,
    id: ConversationId,
    (mut queue, mut ringing, mut round): (QueueId, BTreeSet<AgentId>, Round),
) -> Placed {
    let now = draft.now;
    let mut lines = Vec::new();
    let mut turns = Vec::new();
    let ownership = loop {
        match routing::next(draft.company(), id, (queue, &ringing, &round), now) {
            Next::Move(to) => {
                let mut tried = round.tried;
                tried.insert(queue);
                round = Round {
                    tried,
                    given_by: round.given_by,
                    ..Round::new(now)
                };
                (queue, ringing) = (to, BTreeSet::new());
                lines.push(SystemLine::MovedOn { queue });
            }
            Next::Assign(agent) => {
                lines.push(SystemLine::Assigned { agent });
                turns.push(served(draft, queue, agent));
                break Ownership::Owned {
                    owner: agent,
                    queue: Some(queue),
                };
            }
            Next::Ring {
                ringing: those,
                round: next,
            } => {
                if next.unanswered && !round.unanswered && sends_away_text(draft, queue) {
                    lines.push(SystemLine::AwayTextSent);
                }
                turns.extend(turn(draft, queue, &ringing, &those));
                break Ownership::Offered {
                    queue,
                    ringing: those,
                    round: next,
                };
            }
        }
    };
    Placed {
        ownership,
        lines,
        turns,
    }
}

/// That `agent` became owner of what waited in `queue`, today.
pub(super) fn served(draft: &Draft<'_>, queue: QueueId, agent: AgentId) -> Event {
    let board = draft.board();
    let day = board
        .queues
        .get(&queue)
        .map_or(0, |queue| board.hours(queue).day(draft.now));
    Event::Served { queue, agent, day }
}

/// Round robin goes on from whoever was rung last.
fn turn(
    draft: &Draft<'_>,
    queue: QueueId,
    before: &BTreeSet<AgentId>,
    after: &BTreeSet<AgentId>,
) -> Option<Event> {
    let strategy = draft.board().queues.get(&queue)?.strategy;
    let one_after_the_other = matches!(strategy, Strategy::RoundRobin | Strategy::SkillRoundRobin);
    match (after.difference(before).next(), after.len()) {
        (Some(agent), 1) if one_after_the_other => Some(Event::Rung {
            queue,
            agent: *agent,
        }),
        _ => None,
    }
}

fn sends_away_text(draft: &Draft<'_>, queue: QueueId) -> bool {
    let queue = draft.board().queues.get(&queue);
    queue.is_some_and(|queue| queue.unanswered == Unanswered::AwayText)
}
