//! Who becomes responsible for a conversation, and when nobody is.

use super::draft::Draft;
use crate::channel::MAX_INTERNAL_TEXT;
use crate::text::message_text;
use crate::{
    AgentId, Author, Body, ConversationId, Event, MessageId, Outcome, Ownership, QueueId, Refusal,
    Right, SystemLine, Target, allows, routing,
};

pub(super) fn take(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, conversation) = draft.held(id)?;
    match conversation.ownership() {
        None => Err(Refusal::NotOnThisChannel),
        Some(Ownership::Closed { .. }) => Err(Refusal::Closed),
        // Holding an owned conversation means owning it: the second Take of its owner changes nothing.
        Some(Ownership::Owned { .. }) => Ok(()),
        Some(Ownership::Offered { queue, .. }) => {
            take_over(draft, id, agent.id, *queue);
            Ok(())
        }
    }
}

pub(super) fn release(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, queue) = owned(draft, id)?;
    let queue = queue.ok_or(Refusal::NoQueue)?;
    offer(draft, id, queue);
    system(draft, id, SystemLine::Released { agent });
    Ok(())
}

pub(super) fn transfer(
    draft: &mut Draft<'_>,
    id: ConversationId,
    to: Target,
    note: Option<&str>,
    note_id: MessageId,
) -> Result<(), Refusal> {
    let (agent, conversation) = draft.held(id)?;
    let queue = match conversation.ownership() {
        None => return Err(Refusal::NotOnThisChannel),
        Some(Ownership::Closed { .. }) => return Err(Refusal::Closed),
        Some(Ownership::Owned { queue, .. }) => *queue,
        Some(Ownership::Offered { queue, .. }) => Some(*queue),
    };
    let board = &draft.situation.board;
    let exists = match to {
        Target::Agent(to) => to != agent.id && board.active(to).is_some(),
        Target::Queue(to) => board.queues.contains_key(&to),
    };
    if !exists {
        return Err(Refusal::NoSuchReceiver);
    }
    if let Some(note) = note.filter(|note| !note.trim().is_empty()) {
        let text = message_text(note, MAX_INTERNAL_TEXT)?;
        draft.write(id, Some(note_id), Author::Agent(agent.id), Body::Note(text));
    }
    let from = agent.id;
    match to {
        Target::Agent(to) => {
            draft.own(id, Ownership::Owned { owner: to, queue });
            system(draft, id, SystemLine::TransferredToAgent { from, to });
        }
        Target::Queue(queue) => {
            offer(draft, id, queue);
            system(draft, id, SystemLine::TransferredToQueue { from, queue });
        }
    }
    Ok(())
}

pub(super) fn end_by_visitor(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let conversation = draft.of_customer(id)?;
    let crate::Kind::Customer {
        channel, ownership, ..
    } = &conversation.kind
    else {
        return Err(Refusal::NotFound);
    };
    if !channel.capabilities().customer_ends {
        return Err(Refusal::NotOnThisChannel);
    }
    let (last_owner, queue) = match ownership {
        Ownership::Closed { .. } => return Ok(()),
        Ownership::Owned { owner, queue } => (Some(*owner), *queue),
        Ownership::Offered { queue, .. } => (None, Some(*queue)),
    };
    draft.own(
        id,
        Ownership::Closed {
            last_owner,
            queue,
            at: draft.now,
            outcome: Outcome::EndedByVisitor,
        },
    );
    system(draft, id, SystemLine::EndedByVisitor);
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
    Ok(())
}

/// `agent` becomes owner of what waited in `queue`.
pub(super) fn take_over(draft: &mut Draft<'_>, id: ConversationId, agent: AgentId, queue: QueueId) {
    draft.own(
        id,
        Ownership::Owned {
            owner: agent,
            queue: Some(queue),
        },
    );
    system(draft, id, SystemLine::Taken { agent });
}

/// It waits in `queue` and rings whom the strategy says.
pub(super) fn offer(draft: &mut Draft<'_>, id: ConversationId, queue: QueueId) {
    let ringing = routing::ring(&draft.situation.board, queue);
    draft.own(id, Ownership::Offered { queue, ringing });
}

pub(super) fn system(draft: &mut Draft<'_>, id: ConversationId, line: SystemLine) {
    draft.write(id, None, Author::Hub, Body::System(line));
}

/// The asking agent and the queue of the conversation they own.
fn owned(draft: &Draft<'_>, id: ConversationId) -> Result<(AgentId, Option<QueueId>), Refusal> {
    let (agent, conversation) = draft.held(id)?;
    match conversation.ownership() {
        None => Err(Refusal::NotOnThisChannel),
        Some(Ownership::Closed { .. }) => Err(Refusal::Closed),
        Some(Ownership::Offered { .. }) => Err(Refusal::NotOwner),
        Some(Ownership::Owned { queue, .. }) => Ok((agent.id, *queue)),
    }
}
