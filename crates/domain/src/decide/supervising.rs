//! What those who supervise do with conversations of others: always in the thread, and in the audit trail.

use super::draft::Draft;
use super::ownership::{Handing, hand_on, receiver, write_note};
use super::ringing::load_changed;
use crate::{
    AgentId, Audited, Conversation, ConversationId, Event, Ownership, Refusal, SystemLine, Target,
    sight,
};

/// Opens it. The thread says so once a day, the audit trail each time; nothing is marked as read.
pub(super) fn oversee(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, conversation) = draft.managed(id)?;
    if sight::holds(draft.board(), agent.id, conversation) {
        return Ok(());
    }
    let agent = agent.id;
    let day = draft.board().settings.hours.day(draft.now);
    draft.audit(Audited::Overseen { conversation: id });
    if conversation.overseen.get(&agent) != Some(&day) {
        draft.push(Event::Overseen {
            conversation: id,
            agent,
            day,
        });
        draft.say(id, SystemLine::Overseen { agent });
    }
    Ok(())
}

/// Instead of `from`, becomes owner.
pub(super) fn take_over(
    draft: &mut Draft<'_>,
    id: ConversationId,
    from: AgentId,
) -> Result<(), Refusal> {
    let (agent, conversation) = supervised(draft, id, from)?;
    let Some(Ownership::Owned { queue, .. }) = conversation.ownership() else {
        return Err(Refusal::Closed);
    };
    draft.own(
        id,
        Ownership::Owned {
            owner: agent,
            queue: *queue,
        },
    );
    draft.say(id, SystemLine::TakenOver { agent, from });
    draft.audit(Audited::TakenOver {
        conversation: id,
        from,
    });
    load_changed(draft, from);
    load_changed(draft, agent);
    Ok(())
}

pub(super) fn reassign(
    draft: &mut Draft<'_>,
    id: ConversationId,
    from: AgentId,
    handing: &Handing<'_>,
) -> Result<(), Refusal> {
    let (by, conversation) = supervised(draft, id, from)?;
    let to = receiver(draft, from, handing.to)?;
    write_note(draft, id, by, handing)?;
    let line = match to {
        Target::Agent(to) => SystemLine::ReassignedToAgent { by, from, to },
        Target::Queue(queue) => SystemLine::ReassignedToQueue { by, from, queue },
    };
    hand_on(draft, conversation, from, to, line);
    draft.audit(Audited::Reassigned {
        conversation: id,
        from,
    });
    load_changed(draft, from);
    Ok(())
}

/// The supervising agent, and the conversation as they saw it: owned by `from`.
fn supervised<'a>(
    draft: &Draft<'a>,
    id: ConversationId,
    from: AgentId,
) -> Result<(AgentId, &'a Conversation), Refusal> {
    let agent = draft.agent()?;
    let conversation = draft.conversation(id)?;
    if !sight::supervises(&draft.situation.board, agent, conversation) {
        return draft.held(id).and(Err(Refusal::NotAllowed));
    }
    match conversation.owner() {
        Some(owner) if owner == from => Ok((agent.id, conversation)),
        Some(winner) => Err(Refusal::Taken { winner }),
        None if conversation.is_open() => Err(Refusal::Unowned),
        None => Err(Refusal::Closed),
    }
}
