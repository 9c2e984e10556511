//! Agents come and go, say whether they are available, and log in to their queues.

use super::draft::Draft;
use super::ringing::ring_again;
use crate::sight::supervises_agent;
use crate::{Actor, Agent, AgentId, Event, QueueId, Refusal, Right, Status, Timestamp, allows};

pub(super) fn connected(
    draft: &mut Draft<'_>,
    agent: AgentId,
    connected: bool,
) -> Result<(), Refusal> {
    if draft.actor != Actor::Hub {
        return Err(Refusal::NotAllowed);
    }
    let known = known(draft, agent)?;
    if connected && !known.active {
        return Err(Refusal::NotFound);
    }
    if known.connected != connected {
        put(
            draft,
            Agent {
                connected,
                ..known.clone()
            },
        );
    }
    Ok(())
}

/// One's own, or that of an agent whom one supervises.
pub(super) fn set_status(
    draft: &mut Draft<'_>,
    agent: AgentId,
    status: Status,
) -> Result<(), Refusal> {
    let known = known(draft, agent)?;
    let own = draft.actor == Actor::Agent(agent);
    if draft.actor != Actor::Hub {
        let by = draft.agent()?;
        if !own && !supervises_agent(draft.board(), by, agent) {
            return Err(Refusal::NotAllowed);
        }
    }
    if known.status != status {
        put(
            draft,
            Agent {
                status,
                ..known.clone()
            },
        );
    }
    Ok(())
}

/// One's own, or by those who set the queue up.
pub(super) fn log_in(
    draft: &mut Draft<'_>,
    agent: AgentId,
    queue: QueueId,
    logged_in: bool,
) -> Result<(), Refusal> {
    let known = known(draft, agent)?;
    let row = draft.situation.board.queues.get(&queue);
    let row = row.filter(|row| row.members.contains(&agent));
    let department = row.ok_or(Refusal::NotFound)?.department;
    let own = draft.actor == Actor::Agent(agent);
    if draft.actor != Actor::Hub {
        let by = draft.agent()?;
        if !own && !allows(by, Right::ConfigureQueues, department) {
            return Err(Refusal::NotAllowed);
        }
    }
    let mut changed = known.clone();
    let moved = if logged_in {
        changed.logged_out_of.remove(&queue)
    } else {
        changed.logged_out_of.insert(queue)
    };
    if moved {
        put(draft, changed);
    }
    Ok(())
}

/// An agent as of now; what waits rings others.
fn put(draft: &mut Draft<'_>, changed: Agent) {
    let changed = since(changed, draft.now);
    draft.push(Event::AgentPut(changed));
    ring_again(draft);
}

/// The agent, with the time since when they are away.
pub(super) fn since(agent: Agent, now: Timestamp) -> Agent {
    Agent {
        away_since: if agent.is_available() {
            None
        } else {
            Some(agent.away_since.unwrap_or(now))
        },
        ..agent
    }
}

fn known<'a>(draft: &Draft<'a>, agent: AgentId) -> Result<&'a Agent, Refusal> {
    let known = draft.situation.board.agents.get(&agent);
    known.ok_or(Refusal::NotFound)
}
