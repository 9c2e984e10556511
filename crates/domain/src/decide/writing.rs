//! A customer writes, an agent answers or notes.

use super::draft::Draft;
use super::internal;
use super::ownership::take_over;
use crate::channel::MAX_INTERNAL_TEXT;
use crate::text::{message_text, single_line};
use crate::{
    AccountId, Actor, Author, Body, Contact, ContactDetails, Conversation, ConversationId,
    Customer, Event, Kind, MessageId, Ownership, OwnershipMode, Refusal, Route, routing,
};

pub(super) fn receive(
    draft: &mut Draft<'_>,
    account: AccountId,
    customer: &Customer,
    message: MessageId,
    opens: ConversationId,
    text: &str,
) -> Result<(), Refusal> {
    if draft.actor != Actor::Customer(account) {
        return Err(Refusal::NotFound);
    }
    let situation = draft.situation;
    let Some(settings) = situation.board.accounts.get(&account) else {
        return Err(Refusal::NotFound);
    };
    let text = message_text(text, settings.channel.capabilities().max_text)?;
    put_contact(draft, customer);
    let conversation = if let Some(open) = situation.open_between(account, customer.contact) {
        open.id
    } else {
        let kind = Kind::Customer {
            channel: settings.channel,
            account,
            contact: customer.contact,
            ownership: first_ownership(draft, settings.route),
        };
        draft.push(Event::Opened(Conversation::new(opens, kind, draft.now)));
        opens
    };
    draft.write(
        conversation,
        Some(message),
        Author::Customer,
        Body::Text(text),
    );
    Ok(())
}

pub(super) fn reply(
    draft: &mut Draft<'_>,
    id: ConversationId,
    message: MessageId,
    text: &str,
) -> Result<(), Refusal> {
    let (agent, conversation) = draft.held(id)?;
    let Kind::Customer {
        channel, ownership, ..
    } = &conversation.kind
    else {
        return internal::say(draft, id, agent.id, message, text);
    };
    let text = message_text(text, channel.capabilities().max_text)?;
    match ownership {
        Ownership::Owned { .. } => {}
        Ownership::Closed { .. } => return Err(Refusal::Closed),
        Ownership::Offered { queue, .. } => {
            let by_hand = draft
                .situation
                .board
                .queues
                .get(queue)
                .is_some_and(|queue| queue.ownership == OwnershipMode::TakeByHand);
            if by_hand {
                return Err(Refusal::TakeFirst);
            }
            take_over(draft, id, agent.id, *queue);
        }
    }
    draft.write(id, Some(message), Author::Agent(agent.id), Body::Text(text));
    Ok(())
}

pub(super) fn note(
    draft: &mut Draft<'_>,
    id: ConversationId,
    message: MessageId,
    text: &str,
) -> Result<(), Refusal> {
    let (agent, conversation) = draft.held(id)?;
    if conversation.ownership().is_none() {
        // Colleagues among themselves have nobody to hide it from.
        return Err(Refusal::NotOnThisChannel);
    }
    let text = message_text(text, MAX_INTERNAL_TEXT)?;
    draft.write(id, Some(message), Author::Agent(agent.id), Body::Note(text));
    Ok(())
}

/// Where a new conversation begins: in its queue, or with the one agent its account routes to. An account whose
/// agent is gone still accepts: nobody's message is lost for a wrong setting.
fn first_ownership(draft: &Draft<'_>, route: Route) -> Ownership {
    let board = &draft.situation.board;
    match route {
        Route::Agent(agent) if board.active(agent).is_some() => Ownership::Owned {
            owner: agent,
            queue: None,
        },
        Route::Agent(_) => offered(draft, routing::first_queue(board)),
        Route::Queue(queue) => offered(draft, queue),
    }
}

fn offered(draft: &Draft<'_>, queue: crate::QueueId) -> Ownership {
    Ownership::Offered {
        queue,
        ringing: routing::ring(&draft.situation.board, queue),
    }
}

/// A contact as its customer described it last. What an agent wrote into the address book wins over it.
fn put_contact(draft: &mut Draft<'_>, customer: &Customer) {
    let details = ContactDetails {
        name: customer.details.name.as_deref().and_then(single_line),
        email: customer.details.email.as_deref().and_then(single_line),
        phone: customer.details.phone.as_deref().and_then(single_line),
    };
    let contact = match draft.situation.contacts.get(&customer.contact) {
        None => Contact {
            id: customer.contact,
            details,
            known: false,
            number: draft.situation.contact_count + 1,
            since: draft.now,
        },
        Some(known) => {
            let details = if known.known {
                details.updated(&known.details)
            } else {
                known.details.updated(&details)
            };
            if details == known.details {
                return;
            }
            Contact {
                details,
                ..known.clone()
            }
        }
    };
    draft.push(Event::ContactPut(contact));
}
