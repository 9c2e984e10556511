//! When a conversation has to be looked at again although nobody asks.

use crate::{Board, Conversation, Kind, Ownership, Timestamp};

/// The moment at which [`crate::Command::TimePassed`] would change something: the end of a ring time, the longest wait,
/// the opening or closing of the office, the end of a lease. `None` while only somebody's doing can change it.
pub fn due(board: &Board, conversation: &Conversation, now: Timestamp) -> Option<Timestamp> {
    let Kind::Customer { ownership, .. } = &conversation.kind else {
        return None;
    };
    match ownership {
        Ownership::Offered { queue, round, .. } => {
            let queue = board.queues.get(queue)?;
            let hours = board.hours(queue);
            let office = hours.next_change(now);
            if !hours.is_open(now) {
                return office;
            }
            let longest = queue
                .longest_wait_secs
                .filter(|_| !round.unanswered)
                .map(|secs| plus(round.since, secs));
            [round.until, longest, office].into_iter().flatten().min()
        }
        Ownership::Owned {
            owner,
            queue: Some(queue),
        } => {
            let lease = board.queues.get(queue)?.lease_secs?;
            let away = board.agents.get(owner)?.away_since?;
            let waiting = conversation.waiting_since?;
            Some(plus(waiting.max(away), lease))
        }
        Ownership::Owned { .. } | Ownership::Closed { .. } => None,
    }
}

fn plus(since: Timestamp, secs: u32) -> Timestamp {
    Timestamp(since.0 + i64::from(secs) * 1_000)
}
