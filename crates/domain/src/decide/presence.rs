//! Agents come and go, and what waits rings somebody else.

use super::draft::Draft;
use crate::{Actor, Agent, AgentId, Board, Event, Ownership, Refusal, routing};

pub(super) fn connected(
    draft: &mut Draft<'_>,
    agent: AgentId,
    connected: bool,
) -> Result<(), Refusal> {
    if draft.actor != Actor::Hub {
        return Err(Refusal::NotAllowed);
    }
    let known = draft
        .situation
        .board
        .agents
        .get(&agent)
        .ok_or(Refusal::NotFound)?;
    if connected && !known.active {
        return Err(Refusal::NotFound);
    }
    if known.connected == connected {
        return Ok(());
    }
    let changed = Agent {
        connected,
        ..known.clone()
    };
    let mut board = draft.situation.board.clone();
    board.agents.insert(agent, changed.clone());
    draft.push(Event::AgentPut(changed));
    ring_again(draft, &board);
    Ok(())
}

/// Every loaded conversation that waits rings whom the strategy says on the board as it will be.
pub(super) fn ring_again(draft: &mut Draft<'_>, board: &Board) {
    for conversation in draft.situation.conversations.values() {
        let Some(Ownership::Offered { queue, ringing }) = conversation.ownership() else {
            continue;
        };
        let now = routing::ring(board, *queue);
        if now != *ringing {
            draft.own(
                conversation.id,
                Ownership::Offered {
                    queue: *queue,
                    ringing: now,
                },
            );
        }
    }
}
