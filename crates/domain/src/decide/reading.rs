//! What has been seen, and by whom; and what an agent does about an unknown sender.

use super::draft::Draft;
use super::internal;
use crate::text::single_line;
use crate::{AgentId, Contact, ContactDetails, ConversationId, Event, Mine, Refusal, SystemLine};

pub(super) fn customer_received(
    draft: &mut Draft<'_>,
    id: ConversationId,
    up_to: u64,
) -> Result<(), Refusal> {
    let conversation = draft.of_customer(id)?;
    let up_to = up_to.min(conversation.last_seq);
    if up_to > conversation.customer_received {
        draft.push(Event::CustomerReceived {
            conversation: id,
            up_to,
        });
    }
    Ok(())
}

/// Read implies received.
pub(super) fn customer_read(
    draft: &mut Draft<'_>,
    id: ConversationId,
    up_to: u64,
) -> Result<(), Refusal> {
    customer_received(draft, id, up_to)?;
    let conversation = draft.of_customer(id)?;
    let up_to = up_to.min(conversation.last_seq);
    if up_to > conversation.customer_read {
        draft.push(Event::CustomerRead {
            conversation: id,
            up_to,
        });
    }
    Ok(())
}

/// The agent's own position moves; the customer is told only of the owner's, colleagues of each other's.
pub(super) fn read(draft: &mut Draft<'_>, id: ConversationId, up_to: u64) -> Result<(), Refusal> {
    let (agent, conversation) = draft.held(id)?;
    let up_to = up_to.min(conversation.last_seq);
    let mine = draft.mine(agent.id, id);
    if up_to > mine.read {
        draft.push(Event::MinePut(Mine {
            read: up_to,
            ..mine
        }));
    }
    internal::seen(draft, conversation, agent.id, up_to);
    let handed_by_another = |by: AgentId| by != agent.id;
    if (conversation.handed.as_ref()).is_some_and(|handed| handed_by_another(handed.by)) {
        draft.push(Event::HandedOn {
            conversation: id,
            handed: None,
        });
    }
    if conversation.owner() == Some(agent.id) && up_to > conversation.agent_read {
        draft.push(Event::AgentRead {
            conversation: id,
            up_to,
        });
    }
    Ok(())
}

/// The agent's own position goes back; the customer is told nothing.
pub(super) fn mark_unread(
    draft: &mut Draft<'_>,
    id: ConversationId,
    from: u64,
) -> Result<(), Refusal> {
    let (agent, conversation) = draft.held(id)?;
    if from == 0 || from > conversation.last_seq {
        return Err(Refusal::OutOfRange);
    }
    let mine = draft.mine(agent.id, id);
    if mine.read >= from {
        draft.push(Event::MinePut(Mine {
            read: from - 1,
            ..mine
        }));
    }
    Ok(())
}

pub(super) fn add_contact(
    draft: &mut Draft<'_>,
    id: ConversationId,
    details: &ContactDetails,
) -> Result<(), Refusal> {
    let (agent, conversation) = draft.held(id)?;
    let contact = conversation
        .contact()
        .and_then(|contact| draft.situation.contacts.get(&contact))
        .ok_or(Refusal::NotOnThisChannel)?;
    let blank = |name: &str| single_line(name).is_none();
    if details.name.as_deref().is_some_and(blank) {
        return Err(Refusal::NameEmpty);
    }
    let details = details.accepted(&draft.board().settings.country)?;
    let was_known = contact.known;
    let details = contact.details.updated(&details);
    if details.name.is_none() {
        return Err(Refusal::NameEmpty);
    }
    draft.push(Event::ContactPut(Contact {
        details,
        known: true,
        ..contact.clone()
    }));
    if !was_known {
        draft.say(id, SystemLine::ContactAdded { agent: agent.id });
    }
    Ok(())
}

pub(super) fn ignore(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, _) = draft.held(id)?;
    let mine = draft.mine(agent.id, id);
    if !mine.banner_dismissed {
        draft.push(Event::MinePut(Mine {
            banner_dismissed: true,
            ..mine
        }));
    }
    Ok(())
}
