//! Queues, as administrators put them.

use std::collections::BTreeSet;

use super::company::{extension, may};
use super::draft::Draft;
use super::ringing::ring_again;
use crate::{AgentId, Audited, DepartmentId, Event, Queue, Refusal, Right, Unanswered, text};

pub(super) fn put_queue(draft: &mut Draft<'_>, queue: &Queue) -> Result<(), Refusal> {
    let board = &draft.situation.board;
    let known = board.queues.get(&queue.id);
    may(draft, Right::ConfigureQueues, queue.department)?;
    if let Some(known) = known {
        may(draft, Right::ConfigureQueues, known.department)?;
    }
    let department_exists = |id: DepartmentId| board.departments.contains_key(&id);
    if !queue.department.is_none_or(department_exists)
        || !queue.members.iter().all(|m| board.agents.contains_key(m))
    {
        return Err(Refusal::NotFound);
    }
    in_range(draft, queue)?;
    let mut queue = Queue {
        name: text::single_line(&queue.name).ok_or(Refusal::NameEmpty)?,
        extension: extension(draft, queue.extension.as_deref(), Ok(queue.id))?,
        ..queue.clone()
    };
    let mut seen = BTreeSet::new();
    queue.members.retain(|member| seen.insert(*member));
    queue.skills.retain(|member, _| seen.contains(member));
    let before: BTreeSet<AgentId> = known
        .map(|known| known.members.iter().copied().collect())
        .unwrap_or_default();
    // Supervisors read through the department, members through membership or `offered_only`: whoever may be touched
    // compares what they hold.
    let everybody = known.is_some_and(|known| {
        known.department != queue.department || known.offered_only != queue.offered_only
    });
    let touched: Vec<AgentId> = if everybody {
        before.union(&seen).copied().collect()
    } else {
        before.symmetric_difference(&seen).copied().collect()
    };
    let id = queue.id;
    draft.push(Event::QueuePut(queue));
    draft.audit(Audited::QueuePut { queue: id });
    for agent in touched {
        draft.push(Event::RightsChanged(agent));
    }
    ring_again(draft);
    Ok(())
}

/// Times and numbers that somebody can mean.
fn in_range(draft: &Draft<'_>, queue: &Queue) -> Result<(), Refusal> {
    const LONGEST_SECS: u32 = 7 * 24 * 60 * 60;
    let next_exists = match queue.unanswered {
        Unanswered::NextQueue(next) => next != queue.id && draft.board().queues.contains_key(&next),
        Unanswered::KeepRinging | Unanswered::AwayText => true,
    };
    if !next_exists {
        return Err(Refusal::NotFound);
    }
    let secs = [queue.widen_secs, queue.longest_wait_secs, queue.lease_secs];
    let times = secs
        .into_iter()
        .flatten()
        .all(|secs| (5..=LONGEST_SECS).contains(&secs));
    let skills = queue.skills.values().all(|skill| (1..=9).contains(skill));
    if times && skills && (5..=3_600).contains(&queue.ring_secs) && queue.capacity != Some(0) {
        Ok(())
    } else {
        Err(Refusal::OutOfRange)
    }
}
