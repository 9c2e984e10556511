//! Distribution strategies: whom a waiting conversation rings.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AgentId, Board, QueueId};

/// Whom a waiting conversation rings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// Every available member.
    #[default]
    RingAll,
}

/// Where a conversation waits that belongs to no queue. A company without any still loses nothing: it waits in none,
/// in sight of those who supervise the company.
pub(crate) fn first_queue(board: &Board) -> QueueId {
    let first = board.queues.keys().next().copied();
    first.unwrap_or(QueueId(uuid::Uuid::nil()))
}

/// The agents that a conversation waiting in `queue` rings now. Nobody when the queue is gone or empty.
pub fn ring(board: &Board, queue: QueueId) -> BTreeSet<AgentId> {
    let Some(queue) = board.queues.get(&queue) else {
        return BTreeSet::new();
    };
    match queue.strategy {
        Strategy::RingAll => queue
            .members
            .iter()
            .copied()
            .filter(|agent| board.is_available(*agent))
            .collect(),
    }
}
