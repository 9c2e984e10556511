//! A conversation is finished, hidden, brought back, and at last deleted.

use super::draft::Draft;
use super::internal;
use super::ringing::load_changed;
use crate::{
    Actor, AgentId, Audited, Conversation, ConversationId, Event, Kind, Outcome, Ownership,
    Refusal, Right, SystemLine, allows, sight,
};

/// Closed, archived, ownership let go. Of a closed one: archived.
pub(super) fn deal_with(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, conversation) = draft.managed(id)?;
    let agent = agent.id;
    match of_customer(conversation)? {
        Ownership::Offered { .. } => return Err(Refusal::Unowned),
        Ownership::Closed { .. } => return archive(draft, id),
        Ownership::Owned { .. } => close(draft, conversation, Outcome::DealtWith),
    }
    set_archived(draft, conversation, true);
    draft.say(id, SystemLine::DealtWith { agent });
    Ok(())
}

/// For everyone; a chat among colleagues for who asks.
pub(super) fn archive(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, conversation) = draft.managed(id)?;
    if conversation.ownership().is_none() {
        return internal::archive(draft, id);
    }
    let agent = agent.id;
    if matches!(of_customer(conversation)?, Ownership::Offered { .. }) {
        return Err(Refusal::Unowned);
    }
    if !conversation.archived {
        set_archived(draft, conversation, true);
        draft.say(id, SystemLine::Archived { agent });
    }
    Ok(())
}

/// Back into the main list. A closed one is open again, owned by who brings it back.
pub(super) fn unarchive(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, conversation) = draft.managed(id)?;
    if conversation.ownership().is_none() {
        return internal::unarchive(draft, id);
    }
    let agent = agent.id;
    let ownership = of_customer(conversation)?;
    if !conversation.archived {
        return Ok(());
    }
    if let Ownership::Closed { queue, .. } = ownership {
        none_newer(draft, conversation)?;
        draft.own(
            id,
            Ownership::Owned {
                owner: agent,
                queue: *queue,
            },
        );
        draft.say(id, SystemLine::Reopened { agent });
        load_changed(draft, agent);
    } else {
        draft.say(id, SystemLine::Unarchived { agent });
    }
    set_archived(draft, conversation, false);
    Ok(())
}

/// An agent ends the session of a visitor, who is told. It stays in the list.
pub(super) fn end_session(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, conversation) = draft.managed(id)?;
    let agent = agent.id;
    customer_ends(conversation)?;
    match of_customer(conversation)? {
        Ownership::Offered { .. } => return Err(Refusal::Unowned),
        Ownership::Closed { .. } => return Ok(()),
        Ownership::Owned { .. } => close(draft, conversation, Outcome::EndedByAgent),
    }
    draft.say(id, SystemLine::EndedByAgent { agent });
    Ok(())
}

pub(super) fn end_by_visitor(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let conversation = draft.of_customer(id)?;
    customer_ends(conversation)?;
    if !conversation.is_open() {
        return Ok(());
    }
    close(draft, conversation, Outcome::EndedByVisitor);
    set_archived(draft, conversation, true);
    draft.say(id, SystemLine::EndedByVisitor);
    Ok(())
}

/// By the hub alone, and only if nothing happened for the company's auto-close days.
pub(super) fn close_idle(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    const DAY: i64 = 24 * 60 * 60 * 1_000;
    if draft.actor != Actor::Hub {
        return Err(Refusal::NotAllowed);
    }
    let conversation = draft.conversation(id)?;
    of_customer(conversation)?;
    let days = draft.board().settings.auto_close_days;
    let idle = |days: u16| draft.now.0 - conversation.last_at.0 >= i64::from(days) * DAY;
    if conversation.is_open() && days.is_some_and(idle) {
        close(draft, conversation, Outcome::Idle);
        set_archived(draft, conversation, true);
        draft.say(id, SystemLine::ClosedIdle);
    }
    Ok(())
}

/// What was kept for as long as the company keeps it.
pub(super) fn expire(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    if draft.actor != Actor::Hub {
        return Err(Refusal::NotAllowed);
    }
    let conversation = draft.conversation(id)?;
    of_customer(conversation)?;
    let kept_since = draft.board().settings.kept_since(draft.now);
    if !conversation.is_open() && kept_since.is_some_and(|since| conversation.last_at < since) {
        draft.push(Event::Deleted(id));
        draft.audit(Audited::Deleted { conversation: id });
    }
    Ok(())
}

/// Only a closed conversation can be deleted: by its last owner, or by a role that may.
pub(super) fn delete(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let agent = draft.agent()?;
    let conversation = draft.conversation(id)?;
    if !crate::may_read(draft.situation, agent.id, conversation) {
        return Err(Refusal::NotFound);
    }
    let Some(Ownership::Closed {
        last_owner, queue, ..
    }) = conversation.ownership()
    else {
        return Err(Refusal::StillOpen);
    };
    let department = queue
        .and_then(|queue| draft.situation.board.queues.get(&queue))
        .and_then(|queue| queue.department);
    if *last_owner != Some(agent.id) && !allows(agent, Right::DeleteConversation, department) {
        return Err(Refusal::NotAllowed);
    }
    draft.push(Event::Deleted(id));
    draft.audit(Audited::Deleted { conversation: id });
    Ok(())
}

/// A closed conversation is not brought back beside a newer one with the same customer.
pub(super) fn none_newer(draft: &Draft<'_>, conversation: &Conversation) -> Result<(), Refusal> {
    let (Kind::Customer { account, .. }, Some(point)) = (&conversation.kind, conversation.point())
    else {
        return Ok(());
    };
    let Some(open) = draft.situation.open_between(*account, point) else {
        return Ok(());
    };
    let seen = draft
        .agent()
        .is_ok_and(|agent| sight::holds(draft.board(), agent.id, open));
    Err(Refusal::NewerOpen {
        conversation: seen.then_some(open.id),
    })
}

pub(super) fn set_archived(draft: &mut Draft<'_>, conversation: &Conversation, archived: bool) {
    if conversation.archived != archived {
        draft.push(Event::Archived {
            conversation: conversation.id,
            archived,
        });
    }
}

/// Ownership is let go; whoever had it has room for another.
pub(super) fn close(draft: &mut Draft<'_>, conversation: &Conversation, outcome: Outcome) {
    let last_owner: Option<AgentId> = conversation.owner();
    draft.own(
        conversation.id,
        Ownership::Closed {
            last_owner,
            queue: conversation.queue(),
            at: draft.now,
            outcome,
        },
    );
    if let Some(owner) = last_owner {
        load_changed(draft, owner);
    }
}

pub(super) fn of_customer(conversation: &Conversation) -> Result<&Ownership, Refusal> {
    conversation.ownership().ok_or(Refusal::NotOnThisChannel)
}

pub(super) fn customer_ends(conversation: &Conversation) -> Result<(), Refusal> {
    match &conversation.kind {
        Kind::Customer { channel, .. } if channel.capabilities().customer_ends => Ok(()),
        _ => Err(Refusal::NotOnThisChannel),
    }
}
