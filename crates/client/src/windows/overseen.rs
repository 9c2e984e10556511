//! What one who supervises reads of others: fetched when it is looked at, kept in memory only.

use guichet_domain::{Conversation, ConversationId, Kind, Ownership};

use super::lines::line;
use super::{Directory, contact_name};
use crate::cache::ListRow;
use crate::error::CallError;
use crate::shared::{Overseen, Shared};
use crate::view::{Abilities, Messages};

/// Lines that are fetched: a supervisor looks, and does not read years back.
const LINES: u32 = 200;

/// Rows of the overview, and how many there are.
pub(crate) async fn rows(
    shared: &Shared,
    offset: u32,
    limit: u32,
) -> Result<(u32, Vec<ListRow>), CallError> {
    let overview = shared.hub()?.overview(offset, limit).await?;
    let rows = overview.conversations.into_iter().map(|glance| ListRow {
        conversation: glance.conversation,
        contact: glance.contact,
        unread: 0,
        draft: None,
        muted: false,
        echo: None,
    });
    Ok((overview.total, rows.collect()))
}

/// Fetches the conversation as it is now.
pub(crate) async fn look(shared: &Shared, id: ConversationId) -> Result<(), CallError> {
    let hub = shared.hub()?;
    let glance = hub.glance(id).await?;
    let page = hub.newest(id, LINES).await?;
    shared.state().overseen = Some(Overseen {
        conversation: glance.conversation,
        contact: glance.contact,
        lines: page.messages,
    });
    Ok(())
}

/// What was fetched of this conversation.
pub(crate) fn overseen(shared: &Shared, id: ConversationId) -> Option<Overseen> {
    let overseen = shared.state().overseen.clone();
    overseen.filter(|overseen| overseen.conversation.id == id)
}

/// Its lines.
pub(crate) async fn messages(shared: &Shared, overseen: &Overseen) -> Result<Messages, CallError> {
    let directory = Directory::load(&shared.cache, shared.me()?, shared.language()).await?;
    let customer = contact_name(overseen.contact.as_ref(), shared.language());
    let read = |message| line(message, &overseen.conversation, &customer, &directory);
    Ok(Messages {
        lines: overseen.lines.iter().map(read).collect(),
        has_before: false,
        has_after: false,
    })
}

/// What one who supervises may do: everything that the owner may, by their leave or not; to answer, they take over.
pub(crate) fn abilities(conversation: &Conversation) -> Abilities {
    let Kind::Customer {
        channel, ownership, ..
    } = &conversation.kind
    else {
        return Abilities::default();
    };
    let note = Abilities {
        note: true,
        block: channel.capabilities().customer_ends,
        ..Abilities::default()
    };
    match ownership {
        Ownership::Offered { .. } => Abilities { take: true, ..note },
        Ownership::Owned { .. } => Abilities {
            take_over: true,
            reassign: true,
            deal_with: true,
            archive: !conversation.archived,
            end_session: channel.capabilities().customer_ends,
            ..note
        },
        Ownership::Closed { .. } => note,
    }
}
