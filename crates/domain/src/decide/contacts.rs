//! The address book: written, merged, imported, taken out, erased.

use super::company::may;
use super::draft::Draft;
use super::ringing::load_changed;
use crate::contact_import::MAX_IMPORT;
use crate::sight::{holds, supervises};
use crate::{
    Actor, Audited, Contact, ContactDetails, ContactId, Conversation, Event, ImportedContact,
    Planned, Refusal, Right, allows, allows_somewhere, plan,
};

pub(super) fn new(
    draft: &mut Draft<'_>,
    id: ContactId,
    details: &ContactDetails,
) -> Result<(), Refusal> {
    draft.agent()?;
    let situation = draft.situation;
    if situation.contacts.contains_key(&id) || situation.points.contains_key(&id) {
        return Err(Refusal::AlreadyInUse);
    }
    let details = accepted(draft, details)?;
    let number = situation.contact_count + 1;
    draft.push(Event::ContactPut(fresh(draft, id, number, details)));
    Ok(())
}

pub(super) fn edit(
    draft: &mut Draft<'_>,
    id: ContactId,
    details: &ContactDetails,
) -> Result<(), Refusal> {
    let contact = seen(draft, id)?;
    let details = accepted(draft, details)?;
    if contact.known && contact.details == details {
        return Ok(());
    }
    draft.push(Event::ContactPut(Contact {
        details,
        known: true,
        ..contact.clone()
    }));
    Ok(())
}

pub(super) fn merge(
    draft: &mut Draft<'_>,
    winner: ContactId,
    loser: ContactId,
) -> Result<(), Refusal> {
    let (stays, goes) = (seen(draft, winner)?, seen(draft, loser)?);
    may_with(draft, Right::ManageContacts, winner)?;
    may_with(draft, Right::ManageContacts, loser)?;
    if winner == loser {
        return Err(Refusal::Same);
    }
    draft.audit(Audited::ContactsMerged { winner, loser });
    draft.push(Event::ContactPut(Contact {
        details: stays.details.joined(&goes.details),
        known: stays.known || goes.known,
        since: stays.since.min(goes.since),
        ..stays.clone()
    }));
    draft.push(Event::ContactMerged { winner, loser });
    Ok(())
}

/// All or nothing.
pub(super) fn import(draft: &mut Draft<'_>, list: &[ImportedContact]) -> Result<(), Refusal> {
    let agent = draft.agent()?;
    if !allows_somewhere(agent, Right::ManageContacts) {
        return Err(Refusal::NotAllowed);
    }
    if list.len() > MAX_IMPORT {
        return Err(Refusal::TooManyOf { limit: MAX_IMPORT });
    }
    let mut lines = Vec::with_capacity(list.len());
    for line in list {
        let details = accepted(draft, &line.details)?;
        lines.push(ImportedContact { details, ..*line });
    }
    let situation = draft.situation;
    let mut number = situation.contact_count;
    let mut count = 0;
    for (line, planned) in lines.iter().zip(plan(&lines, situation.contacts.values())) {
        let contact = match planned {
            Planned::Same => continue,
            Planned::Again(_) => return Err(Refusal::Same),
            Planned::Changes(id, details) => Contact {
                details,
                ..situation
                    .contacts
                    .get(&id)
                    .ok_or(Refusal::NotFound)?
                    .clone()
            },
            Planned::Fresh if situation.contacts.contains_key(&line.id) => {
                return Err(Refusal::AlreadyInUse);
            }
            Planned::Fresh => {
                number += 1;
                fresh(draft, line.id, number, line.details.clone())
            }
        };
        count += 1;
        draft.push(Event::ContactPut(contact));
    }
    if count > 0 {
        draft.audit(Audited::ContactsImported { count });
    }
    Ok(())
}

pub(super) fn export(draft: &mut Draft<'_>, contact: ContactId) -> Result<(), Refusal> {
    seen(draft, contact)?;
    may_with(draft, Right::EraseContacts, contact)?;
    draft.audit(Audited::ContactExported { contact });
    Ok(())
}

pub(super) fn export_all(draft: &mut Draft<'_>) -> Result<(), Refusal> {
    if !allows_somewhere(draft.agent()?, Right::EraseContacts) {
        return Err(Refusal::NotAllowed);
    }
    draft.audit(Audited::ContactsExported);
    Ok(())
}

/// By an agent who may; by the hub itself when an older copy of the database brought them back.
pub(super) fn erase(draft: &mut Draft<'_>, contact: ContactId) -> Result<(), Refusal> {
    if draft.actor == Actor::Hub {
        known(draft, contact)?;
    } else {
        seen(draft, contact)?;
        may_with(draft, Right::EraseContacts, contact)?;
    }
    draft.audit(Audited::ContactErased { contact });
    let gone: Vec<&Conversation> = conversations(draft, contact).collect();
    for owner in gone.iter().filter_map(|conversation| conversation.owner()) {
        load_changed(draft, owner);
    }
    for conversation in gone {
        draft.push(Event::Deleted(conversation.id));
    }
    draft.push(Event::ContactErased(contact));
    Ok(())
}

/// Every conversation with a contact; who decides about one has all of them before them.
pub(super) fn conversations<'a>(
    draft: &Draft<'a>,
    contact: ContactId,
) -> impl Iterator<Item = &'a Conversation> + use<'a> {
    let all = draft.situation.conversations.values();
    all.filter(move |conversation| conversation.contact() == Some(contact))
}

fn known<'a>(draft: &Draft<'a>, id: ContactId) -> Result<&'a Contact, Refusal> {
    draft.situation.contacts.get(&id).ok_or(Refusal::NotFound)
}

/// The address book is everybody's; who is not in it is seen where their conversations are.
fn seen<'a>(draft: &Draft<'a>, id: ContactId) -> Result<&'a Contact, Refusal> {
    let (agent, contact) = (draft.agent()?, known(draft, id)?);
    let board = draft.board();
    let sees = |conversation: &Conversation| {
        holds(board, agent.id, conversation) || supervises(board, agent, conversation)
    };
    if contact.known || conversations(draft, id).any(sees) {
        Ok(contact)
    } else {
        Err(Refusal::NotFound)
    }
}

/// Who holds the right in one department does it with whom nobody else there spoke.
fn may_with(draft: &Draft<'_>, right: Right, contact: ContactId) -> Result<(), Refusal> {
    let agent = draft.agent()?;
    if !allows_somewhere(agent, right) {
        return Err(Refusal::NotAllowed);
    }
    let queues = &draft.board().queues;
    let department = |conversation: &Conversation| queues.get(&conversation.queue()?)?.department;
    let everywhere = conversations(draft, contact)
        .all(|conversation| allows(agent, right, department(conversation)));
    if everywhere {
        Ok(())
    } else {
        may(draft, right, None)
    }
}

fn accepted(draft: &Draft<'_>, details: &ContactDetails) -> Result<ContactDetails, Refusal> {
    let details = details.accepted(&draft.board().settings.country)?;
    if details.name.is_none() {
        return Err(Refusal::NameEmpty);
    }
    Ok(details)
}

fn fresh(draft: &Draft<'_>, id: ContactId, number: u32, details: ContactDetails) -> Contact {
    Contact {
        id,
        details,
        known: true,
        number,
        since: draft.now,
    }
}
