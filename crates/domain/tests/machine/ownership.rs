//! The ways in which a conversation changes hands, and the trace that each leaves.

use guichet_domain::{
    Actor, AgentId, Body, Command, ConversationId, Envelope, Ownership, SystemLine, Target,
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
                is_a_way(old, new, envelope),
                "{old:?} became {new:?} by {envelope:?}"
            );
            leaves_a_trace(before, *id, new, after);
        } else if !matches!(envelope.command, Command::Transfer { .. }) {
            assert_eq!(written(before, *id, after), None);
        }
    }
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

fn is_a_way(old: &Ownership, new: &Ownership, envelope: &Envelope) -> bool {
    let by = match envelope.actor {
        Actor::Agent(agent) => Some(agent),
        Actor::Customer(_) | Actor::Hub => None,
    };
    match (old, new, &envelope.command) {
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
            Ownership::Offered { .. },
            Ownership::Offered { queue, .. },
            Command::Transfer { to, .. },
        ) => *to == Target::Queue(*queue),
        (
            Ownership::Owned { owner, .. },
            Ownership::Offered { queue, .. },
            Command::Transfer { to, .. },
        ) => by == Some(*owner) && *to == Target::Queue(*queue),
        (
            Ownership::Owned { owner, queue: of },
            Ownership::Offered { queue, .. },
            Command::Release { .. },
        ) => by == Some(*owner) && *of == Some(*queue),
        (
            Ownership::Owned { owner, queue: of },
            Ownership::Offered { queue, .. },
            Command::SetActive { agent, active },
        ) => owner == agent && !active && of.is_none_or(|of| of == *queue),
        (
            Ownership::Offered { .. } | Ownership::Owned { .. },
            Ownership::Closed { last_owner, .. },
            Command::EndByVisitor { .. },
        ) => *last_owner == owner_of(old),
        _ => false,
    }
}

fn owner_of(ownership: &Ownership) -> Option<AgentId> {
    match ownership {
        Ownership::Owned { owner, .. } => Some(*owner),
        _ => None,
    }
}

/// The one system line that the step added, contacts aside.
fn written(before: &World, id: ConversationId, after: &World) -> Option<SystemLine> {
    let known = before.threads[&id].len();
    let mut added = after.threads[&id][known..]
        .iter()
        .filter_map(|line| match line.body {
            Body::System(SystemLine::ContactAdded { .. }) => None,
            Body::System(line) => Some(line),
            _ => None,
        });
    let first = added.next();
    assert_eq!(added.next(), None, "one change, one line");
    first
}

fn leaves_a_trace(before: &World, id: ConversationId, new: &Ownership, after: &World) {
    let line = written(before, id, after).expect("a change of hands is written in the thread");
    let fits = match (line, new) {
        (SystemLine::Taken { agent }, Ownership::Owned { owner, .. }) => agent == *owner,
        (SystemLine::TransferredToAgent { to, .. }, Ownership::Owned { owner, .. }) => to == *owner,
        (SystemLine::TransferredToQueue { queue: to, .. }, Ownership::Offered { queue, .. }) => {
            to == *queue
        }
        (
            SystemLine::Released { .. } | SystemLine::OwnerDeactivated { .. },
            Ownership::Offered { .. },
        )
        | (SystemLine::EndedByVisitor, Ownership::Closed { .. }) => true,
        _ => false,
    };
    assert!(fits, "{line:?} does not tell {new:?}");
}
