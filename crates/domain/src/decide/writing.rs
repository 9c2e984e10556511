//! A customer writes, an agent answers or notes.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::ownership::become_owner;
use super::ringing::{Placed, load_changed, place};
use crate::channel::MAX_INTERNAL_TEXT;
use crate::text::{message_text, single_line};
use crate::{
    AccountId, Actor, AgentId, Author, Body, Contact, ContactDetails, ContactId, Conversation,
    ConversationId, Customer, Event, Kind, Message, MessageId, Ownership, OwnershipMode, Refusal,
    Route, routing,
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
    let contact = situation.contact_at(customer.contact);
    put_contact(draft, contact, customer);
    let known = situation.open_between(account, customer.contact);
    let (conversation, placed) = match known {
        Some(open) => (open.id, None),
        None => (
            opens,
            open(draft, account, (contact, customer.contact), opens),
        ),
    };
    draft.write(
        conversation,
        Some(message),
        Author::Customer,
        Body::Text(text),
    );
    if let Some(placed) = placed {
        placed.tell(draft, conversation);
    }
    Ok(())
}

/// What an agent writes.
pub(super) struct Line<'a> {
    pub(super) message: MessageId,
    pub(super) text: &'a str,
    pub(super) quote: Option<u64>,
    pub(super) mentions: &'a BTreeSet<AgentId>,
}

pub(super) fn reply(
    draft: &mut Draft<'_>,
    id: ConversationId,
    line: &Line<'_>,
) -> Result<(), Refusal> {
    let (agent, conversation) = draft.held(id)?;
    let limit = match &conversation.kind {
        Kind::Customer { channel, .. } => channel.capabilities().max_text,
        Kind::Internal(_) => MAX_INTERNAL_TEXT,
    };
    let text = message_text(line.text, limit)?;
    quotable(conversation, line.quote)?;
    match conversation.ownership() {
        // Among colleagues every member writes.
        None | Some(Ownership::Owned { .. }) => {}
        Some(Ownership::Closed { .. }) => return Err(Refusal::Closed),
        Some(Ownership::Offered { queue, .. }) => {
            let by_hand = draft
                .situation
                .board
                .queues
                .get(queue)
                .is_some_and(|queue| queue.ownership == OwnershipMode::TakeByHand);
            if by_hand {
                return Err(Refusal::TakeFirst);
            }
            become_owner(draft, id, agent.id, *queue);
        }
    }
    write(draft, id, agent.id, line, Body::Text(text));
    Ok(())
}

/// Of one who supervises, a whisper to the owner.
pub(super) fn note(
    draft: &mut Draft<'_>,
    id: ConversationId,
    line: &Line<'_>,
) -> Result<(), Refusal> {
    let (agent, conversation) = draft.managed(id)?;
    if conversation.ownership().is_none() {
        // Colleagues among themselves have nobody to hide it from.
        return Err(Refusal::NotOnThisChannel);
    }
    let text = message_text(line.text, MAX_INTERNAL_TEXT)?;
    quotable(conversation, line.quote)?;
    write(draft, id, agent.id, line, Body::Note(text));
    Ok(())
}

fn write(draft: &mut Draft<'_>, id: ConversationId, by: AgentId, line: &Line<'_>, body: Body) {
    let known = |agent: &&AgentId| draft.board().active(**agent).is_some();
    let mentions = line.mentions.iter().filter(known).copied().collect();
    draft.write_line(Message {
        conversation: id,
        seq: 0,
        id: Some(line.message),
        at: draft.now,
        author: Author::Agent(by),
        body,
        quote: line.quote,
        mentions,
    });
}

/// What is quoted stands in the thread.
fn quotable(conversation: &Conversation, quote: Option<u64>) -> Result<(), Refusal> {
    match quote {
        Some(seq) if seq == 0 || seq > conversation.last_seq => Err(Refusal::OutOfRange),
        _ => Ok(()),
    }
}

/// A new conversation begins: in its queue, or with the one agent its account routes to. An account whose agent is
/// gone still accepts: nobody's message is lost for a wrong setting.
fn open(
    draft: &mut Draft<'_>,
    account: AccountId,
    (contact, point): (ContactId, ContactId),
    opens: ConversationId,
) -> Option<Placed> {
    let board = draft.board();
    let (channel, route) = {
        let account = board.accounts.get(&account)?;
        (account.channel, account.route)
    };
    let queue = match route {
        Route::Agent(agent) if board.active(agent).is_some() => Err(agent),
        Route::Agent(_) => Ok(routing::first_queue(board)),
        Route::Queue(queue) => Ok(queue),
    };
    let placed = queue.map(|queue| place(draft, opens, queue, None));
    let ownership = match &placed {
        Ok(placed) => placed.ownership.clone(),
        Err(agent) => Ownership::Owned {
            owner: *agent,
            queue: None,
        },
    };
    let kind = Kind::Customer {
        channel,
        account,
        contact,
        point: (point != contact).then_some(point),
        ownership,
    };
    draft.push(Event::Opened(Conversation::new(opens, kind, draft.now)));
    if let Err(agent) = placed {
        load_changed(draft, agent);
    }
    placed.ok()
}

/// A contact as its customer described it last. What an agent wrote into the address book wins over it.
fn put_contact(draft: &mut Draft<'_>, id: ContactId, customer: &Customer) {
    let details = ContactDetails {
        name: customer.details.name.as_deref().and_then(single_line),
        email: customer.details.email.as_deref().and_then(single_line),
        phone: customer.details.phone.as_deref().and_then(single_line),
        also: Vec::new(),
    };
    let contact = match draft.situation.contacts.get(&id) {
        None => Contact {
            id,
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
