//! What stands above and below the lines of a conversation.

use guichet_domain::{
    Agent, AgentId, Contact, Conversation, ConversationId, Kind, Mine, Ownership, OwnershipMode,
};

use super::chat::{chat, is_there, other};
use super::{Directory, overseen};
use crate::error::CallError;
use crate::shared::Shared;
use crate::view::{Abilities, ContactCard, Named, Owner, Thread, ThreadState};

/// One conversation. `not-found` when it is not held.
pub(crate) async fn thread(shared: &Shared, id: ConversationId) -> Result<Thread, CallError> {
    let me = shared.me()?;
    let cache = &shared.cache;
    let (conversation, contact, overseen) = shown(shared, id).await?;
    let mine = cache.mine(me, id).await?;
    let directory = Directory::load(cache, me, shared.language()).await?;
    let (state, owner) = state(&conversation, &directory);
    let typists = shared.typists(id);
    let archived = conversation.archived || mine.hides(conversation.last_seq);
    Ok(Thread {
        id,
        channel: match &conversation.kind {
            Kind::Customer { channel, .. } => Some(*channel),
            Kind::Internal { .. } => None,
        },
        name: directory.of(&conversation, contact.as_ref()),
        known: contact.as_ref().is_some_and(|contact| contact.known),
        banner: !overseen && banner(&conversation, contact.as_ref(), &mine),
        overseen,
        queue: conversation.queue().and_then(|id| {
            let name = directory.queue(id)?;
            Some(Named { id, name })
        }),
        owner,
        state,
        archived,
        can: if overseen {
            overseen::abilities(&conversation)
        } else {
            abilities(&conversation, archived, &directory)
        },
        chat: chat(&conversation, &mine, &typists, &directory),
        draft: cache.draft(me, id).await?,
        typing: shared.is_typing(id) || !typists.is_empty(),
        online: other(&conversation, &directory).is_some_and(is_there),
        read_up_to: mine.read,
        unread: cache.unread(id, mine.read).await?,
        opened_at: conversation.opened_at.0,
        waiting_since: conversation.waiting_since.map(|at| at.0),
        contact: contact.map(|contact| ContactCard {
            id: contact.id,
            name: contact.details.name,
            email: contact.details.email,
            phone: contact.details.phone,
        }),
    })
}

/// The conversation and its customer: as held, else as a supervisor was shown it, which is said.
async fn shown(
    shared: &Shared,
    id: ConversationId,
) -> Result<(Conversation, Option<Contact>, bool), CallError> {
    let conversation = match held(shared, id).await {
        Ok(conversation) => conversation,
        Err(error) => {
            let overseen = overseen::overseen(shared, id).ok_or(error)?;
            return Ok((overseen.conversation, overseen.contact, true));
        }
    };
    let contact = match conversation.contact() {
        Some(contact) => shared.cache.contact(contact).await?,
        None => None,
    };
    Ok((conversation, contact, false))
}

/// The conversation, if the agent holds it.
pub(crate) async fn held(shared: &Shared, id: ConversationId) -> Result<Conversation, CallError> {
    shared
        .cache
        .conversation(id)
        .await?
        .ok_or_else(|| CallError::new("not-found"))
}

fn state(conversation: &Conversation, directory: &Directory) -> (ThreadState, Option<Owner>) {
    let owner = |id: AgentId| Owner {
        id,
        name: directory.agent(id),
        me: id == directory.me,
    };
    match conversation.ownership() {
        // Colleagues among themselves: nobody waits for an owner.
        None => (ThreadState::Owned, None),
        Some(Ownership::Offered { .. }) => (ThreadState::Unowned, None),
        Some(Ownership::Owned { owner: id, .. }) => (ThreadState::Owned, Some(owner(*id))),
        Some(Ownership::Closed { last_owner, .. }) => (ThreadState::Closed, last_owner.map(owner)),
    }
}

/// Somebody who is not in the address book writes, and the agent has not dismissed the question.
fn banner(conversation: &Conversation, contact: Option<&Contact>, mine: &Mine) -> bool {
    conversation.contact().is_some()
        && conversation.is_open()
        && !mine.banner_dismissed
        && !contact.is_some_and(|contact| contact.known)
}

fn abilities(conversation: &Conversation, archived: bool, directory: &Directory) -> Abilities {
    let active: Option<&Agent> = directory.agents.get(&directory.me);
    if active.is_some_and(|me| !me.active) {
        return Abilities::default();
    }
    let note = Abilities {
        note: true,
        ..Abilities::default()
    };
    match conversation.ownership() {
        // To one who is not there any more nobody writes.
        None => Abilities {
            reply: other(conversation, directory).is_none_or(|other| other.active),
            archive: !archived,
            unarchive: archived,
            ..Abilities::default()
        },
        // Only its last owner has a closed one here.
        Some(Ownership::Closed { .. }) => Abilities {
            transfer: true,
            deal_with: !archived,
            archive: !archived,
            unarchive: archived,
            delete: true,
            block: customer_ends(conversation),
            ..note
        },
        Some(Ownership::Offered { queue, .. }) => {
            let by_hand = directory
                .queues
                .get(queue)
                .is_some_and(|queue| queue.ownership == OwnershipMode::TakeByHand);
            Abilities {
                reply: !by_hand,
                take: true,
                transfer: true,
                block: customer_ends(conversation),
                ..note
            }
        }
        Some(Ownership::Owned { owner, queue }) => {
            let own = *owner == directory.me;
            Abilities {
                reply: own,
                release: own && queue.is_some(),
                transfer: own,
                deal_with: own,
                archive: own && !archived,
                unarchive: own && archived,
                end_session: own && customer_ends(conversation),
                block: own && customer_ends(conversation),
                ..note
            }
        }
    }
}

fn customer_ends(conversation: &Conversation) -> bool {
    matches!(&conversation.kind, Kind::Customer { channel, .. } if channel.capabilities().customer_ends)
}
