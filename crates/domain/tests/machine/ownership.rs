//! The ways in which a conversation changes hands, and the trace that each leaves.

use guichet_domain::{
    Actor, AgentId, Body, Command, ConversationId, Envelope, Ownership, OwnershipMode, QueueId,
    SystemLine, Target,
};

use super::world::World;

/// Every change of ownership is one of the ways that exist for the author of the command.
pub(crate) fn check(before: &World, envelope: &Envelope, after: &World) {
    for (id, old) in &before.situation.conversations {
        let Some(new) = after.situation.conversations.get(id) else {
            assert!(!old.is_open() && matches!(envelope.command, Command::Delete { .. }));
            continue;
        };
        let (Some(old), Some(new)) = (old.ownership(), new.ownership()) else {
            continue;
        };
        if !is_same(old, new) {
            assert!(
                is_a_way(old, new, envelope, after),
                "{old:?} became {new:?} by {envelope:?}"
            );
            leaves_a_trace(before, *id, new, after);
        } else if changes_hands_only(&envelope.command) {
            assert_eq!(
                written(before, *id, after),
                [],
                "{old:?} stays {new:?} by {envelope:?}"
            );
        }
    }
}

/// Commands that say something in the thread only when somebody else is responsible after it.
fn changes_hands_only(command: &Command) -> bool {
    matches!(
        command,
        Command::Take { .. } | Command::Release { .. } | Command::Reply { .. }
    )
}

/// The same hands; whom it rings may differ.
fn is_same(old: &Ownership, new: &Ownership) -> bool {
    match (old, new) {
        (Ownership::Offered { queue: old, .. }, Ownership::Offered { queue: new, .. }) => {
            old == new
        }
        _ => old == new,
    }
}

fn is_a_way(old: &Ownership, new: &Ownership, envelope: &Envelope, after: &World) -> bool {
    let by = match envelope.actor {
        Actor::Agent(agent) => Some(agent),
        Actor::Customer(_) | Actor::Hub => None,
    };
    match (old, new, &envelope.command) {
        // The hub names the owner of what waits.
        (
            Ownership::Offered { .. },
            Ownership::Owned {
                queue: Some(queue), ..
            },
            _,
        ) if assigns(after, *queue) => true,
        // What comes into a queue may be assigned at once.
        (
            Ownership::Owned { .. } | Ownership::Closed { .. },
            Ownership::Owned {
                owner,
                queue: Some(queue),
            },
            Command::Release { .. }
            | Command::Transfer { .. }
            | Command::SetActive { .. }
            | Command::TimePassed { .. },
        ) if assigns(after, *queue) => by != Some(*owner),
        // Nobody answered, and it went on.
        (
            Ownership::Offered { queue: from, .. },
            Ownership::Offered {
                queue: to, round, ..
            },
            _,
        ) if round.tried.contains(from) => from != to,
        // Who takes or answers first becomes owner, of what waited: of each wait there is one winner.
        (
            Ownership::Offered { queue: from, .. },
            Ownership::Owned { owner, queue },
            Command::Take { .. } | Command::Reply { .. },
        ) => by == Some(*owner) && *queue == Some(*from),
        (
            Ownership::Offered { queue: from, .. },
            Ownership::Owned { owner, queue },
            Command::Transfer { to, .. },
        ) => *to == Target::Agent(*owner) && *queue == Some(*from),
        (
            Ownership::Owned {
                owner: from,
                queue: of,
            },
            Ownership::Owned { owner, queue },
            Command::Transfer { to, .. },
        ) => by == Some(*from) && *to == Target::Agent(*owner) && queue == of,
        (
            Ownership::Owned { owner, .. },
            Ownership::Offered { queue, .. },
            Command::Transfer { to, .. },
        ) => by == Some(*owner) && (*to == Target::Queue(*queue) || moved_on(new)),
        (
            Ownership::Owned { owner, queue: of },
            Ownership::Offered { queue, .. },
            Command::Release { .. },
        ) => by == Some(*owner) && (*of == Some(*queue) || moved_on(new)),
        (
            Ownership::Owned { owner, queue: of },
            Ownership::Offered { queue, .. },
            Command::SetActive { agent, active },
        ) => owner == agent && !active && (of.is_none_or(|of| of == *queue) || moved_on(new)),
        (
            Ownership::Owned {
                owner: of,
                queue: before,
            },
            Ownership::Owned { owner, queue },
            Command::TakeOver { from, .. },
        ) => of == from && by == Some(*owner) && queue == before,
        (
            Ownership::Owned { owner: of, .. },
            Ownership::Owned { owner, .. },
            Command::Reassign { from, to, .. },
        ) => of == from && *to == Target::Agent(*owner),
        // What was handed on comes back as it was.
        (_, Ownership::Owned { owner, .. }, Command::UndoTransfer { .. }) => by == Some(*owner),
        (_, Ownership::Offered { .. }, Command::UndoTransfer { .. }) => by.is_some(),
        // The owner was away for too long.
        (
            Ownership::Owned { queue: of, .. },
            Ownership::Offered { queue, .. },
            Command::TimePassed { .. },
        ) => *of == Some(*queue) || moved_on(new),
        // What is closed begins again with who brings it back, or gets it.
        (Ownership::Closed { .. }, Ownership::Owned { owner, .. }, Command::Unarchive { .. }) => {
            by == Some(*owner)
        }
        (
            Ownership::Closed { .. },
            Ownership::Owned { owner, .. },
            Command::Transfer { to, .. },
        ) => *to == Target::Agent(*owner),
        (
            Ownership::Offered { .. } | Ownership::Closed { .. },
            Ownership::Offered { queue, .. },
            Command::Transfer { to, .. },
        ) => *to == Target::Queue(*queue) || moved_on(new),
        (
            Ownership::Owned { owner, .. },
            Ownership::Closed { last_owner, .. },
            Command::DealtWith { .. } | Command::EndSession { .. },
        ) => *last_owner == Some(*owner),
        (
            Ownership::Offered { .. } | Ownership::Owned { .. },
            Ownership::Closed { last_owner, .. },
            Command::BlockVisitor { .. },
        ) => *last_owner == owner_of(old).or(by),
        (
            Ownership::Offered { .. } | Ownership::Owned { .. },
            Ownership::Closed { last_owner, .. },
            Command::EndByVisitor { .. } | Command::CloseIdle { .. },
        ) => *last_owner == owner_of(old),
        _ => false,
    }
}

fn assigns(world: &World, queue: QueueId) -> bool {
    let queue = world.situation.board.queues.get(&queue);
    queue.is_some_and(|queue| queue.ownership == OwnershipMode::Assign)
}

/// It was not where it was put for longer than it takes to see that nobody is there.
fn moved_on(ownership: &Ownership) -> bool {
    matches!(ownership, Ownership::Offered { round, .. } if !round.tried.is_empty())
}

fn owner_of(ownership: &Ownership) -> Option<AgentId> {
    match ownership {
        Ownership::Owned { owner, .. } => Some(*owner),
        _ => None,
    }
}

/// The system lines that the step added, contacts aside.
fn written(before: &World, id: ConversationId, after: &World) -> Vec<SystemLine> {
    let known = before.threads[&id].len();
    after.threads[&id][known..]
        .iter()
        .filter_map(|line| match line.body {
            Body::System(SystemLine::ContactAdded { .. }) => None,
            Body::System(line) => Some(line),
            _ => None,
        })
        .collect()
}

/// The last word in the thread is whose it is now.
fn leaves_a_trace(before: &World, id: ConversationId, new: &Ownership, after: &World) {
    let lines = written(before, id, after);
    let tells = |line: &SystemLine| match (*line, new) {
        (
            SystemLine::Taken { agent }
            | SystemLine::Assigned { agent }
            | SystemLine::TakenOver { agent, .. }
            | SystemLine::Reopened { agent }
            | SystemLine::TransferUndone { agent },
            Ownership::Owned { owner, .. },
        ) => agent == *owner,
        (
            SystemLine::TransferredToAgent { to, .. } | SystemLine::ReassignedToAgent { to, .. },
            Ownership::Owned { owner, .. },
        ) => to == *owner,
        (
            SystemLine::TransferredToQueue { queue: to, .. } | SystemLine::MovedOn { queue: to },
            Ownership::Offered { queue, .. },
        ) => to == *queue,
        (
            SystemLine::Released { .. }
            | SystemLine::OwnerDeactivated { .. }
            | SystemLine::LeaseEnded { .. }
            | SystemLine::TransferUndone { .. },
            Ownership::Offered { .. },
        )
        | (
            SystemLine::EndedByVisitor
            | SystemLine::EndedByAgent { .. }
            | SystemLine::DealtWith { .. }
            | SystemLine::ClosedIdle,
            Ownership::Closed { .. },
        ) => true,
        _ => false,
    };
    assert!(lines.iter().any(tells), "{lines:?} do not tell {new:?}");
}
