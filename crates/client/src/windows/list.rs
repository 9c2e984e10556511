//! The inbox: Recents and Queues.

use guichet_domain::{AgentId, Author, Kind, Timestamp};
use guichet_protocol::AgentCommand;

use super::chat::{is_there, other};
use super::{Directory, overseen};
use crate::cache::{Glimpse, ListRow, Recents};
use crate::error::CallError;
use crate::shared::Shared;
use crate::view::{
    ChatKind, Counts, Group, GroupTotal, ListView, ListWindow, Preview, PreviewKind, Row,
};

/// However short the wait is.
const EVER: Timestamp = Timestamp(i64::MAX);
/// Longest window.
const MOST: u32 = 200;

/// Which rows of a view.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) view: ListView,
    pub(crate) offset: u32,
    pub(crate) limit: u32,
    /// Of Queues: only what has waited for so many minutes.
    pub(crate) waiting: u32,
}

/// Some rows of a view.
pub(crate) async fn list(shared: &Shared, wanted: Wanted) -> Result<ListWindow, CallError> {
    let me = shared.me()?;
    let Wanted { view, offset, .. } = wanted;
    let (cache, limit) = (&shared.cache, wanted.limit.min(MOST));
    let directory = Directory::load(cache, me, shared.language()).await?;
    let (groups, rows) = match view {
        ListView::Recents => {
            let ringing = cache.count_recents(Recents::Ringing).await?;
            let mine = cache.count_recents(Recents::Mine).await?;
            let groups = vec![total(Group::Ringing, ringing), total(Group::Mine, mine)];
            (groups, cache.recents(me, offset, limit).await?)
        }
        ListView::Queues => {
            let since = match wanted.waiting {
                0 => EVER,
                minutes => Timestamp(shared.clock.now().0 - i64::from(minutes) * 60_000),
            };
            let waiting = cache.count_queued(since).await?;
            let groups = vec![total(Group::Waiting, waiting)];
            // The longest wait comes first.
            let limit = limit.min(waiting.saturating_sub(offset));
            (groups, cache.queued(me, offset, limit).await?)
        }
        ListView::Archived => {
            let archived = cache.count_recents(Recents::Archived).await?;
            let groups = vec![total(Group::Archived, archived)];
            (groups, cache.archived(me, offset, limit).await?)
        }
        ListView::Supervised => {
            let (all, rows) = overseen::rows(shared, offset, limit).await?;
            (vec![total(Group::Supervised, all)], rows)
        }
    };
    Ok(ListWindow {
        view,
        offset,
        total: groups.iter().map(|group| group.total).sum(),
        rows: rows
            .iter()
            .map(|listed| row(view, listed, &directory))
            .collect(),
        groups,
    })
}

/// The numbers on the rail.
pub(crate) async fn counts(shared: &Shared) -> Result<Counts, CallError> {
    shared.me()?;
    Ok(Counts {
        recents_unread: shared.cache.count_unread().await?,
        queues_waiting: shared.cache.count_queued(EVER).await?,
    })
}

fn total(id: Group, total: u32) -> GroupTotal {
    GroupTotal { id, total }
}

fn row(view: ListView, listed: &ListRow, directory: &Directory) -> Row {
    let conversation = &listed.conversation;
    let group = match (view, Glimpse::of(conversation, directory.me).recents) {
        (ListView::Queues, _) => Group::Waiting,
        (ListView::Archived, _) => Group::Archived,
        (ListView::Supervised, _) => Group::Supervised,
        (ListView::Recents, Some(Recents::Ringing)) => Group::Ringing,
        (ListView::Recents, _) => Group::Mine,
    };
    Row {
        id: conversation.id,
        group,
        channel: match &conversation.kind {
            Kind::Customer { channel, .. } => Some(*channel),
            Kind::Internal { .. } => None,
        },
        chat: match &conversation.kind {
            Kind::Customer { .. } => None,
            Kind::Internal(chat) if chat.direct => Some(ChatKind::Direct),
            Kind::Internal(_) => Some(ChatKind::Group),
        },
        name: directory.of(conversation, listed.contact.as_ref()),
        preview: preview(listed, directory),
        at: conversation.last_at.0,
        unread: listed.unread,
        queue: conversation
            .queue()
            .and_then(|queue| directory.queue(queue)),
        owner: conversation
            .owner()
            .filter(|owner| *owner != directory.me)
            .map(|owner| directory.agent(owner)),
        waiting_since: conversation.waiting_since.map(|at| at.0),
        muted: listed.muted,
        online: other(conversation, directory).is_some_and(is_there),
    }
}

/// The draft; else what waits in the outbox; else the last line that a person wrote.
fn preview(listed: &ListRow, directory: &Directory) -> Preview {
    let (kind, author, text) = last_line(listed, directory.me);
    Preview {
        kind,
        author: author.map(|agent| directory.agent(agent)),
        mine: author == Some(directory.me),
        text: one_line(text),
    }
}

fn last_line(listed: &ListRow, me: AgentId) -> (PreviewKind, Option<AgentId>, &str) {
    if let Some(draft) = &listed.draft {
        return (PreviewKind::Draft, Some(me), draft);
    }
    match &listed.echo {
        Some(AgentCommand::Reply { text, .. }) => return (PreviewKind::Out, Some(me), text),
        Some(AgentCommand::Note { text, .. }) => return (PreviewKind::Note, Some(me), text),
        _ => {}
    }
    let Some(last) = &listed.conversation.preview else {
        return (PreviewKind::System, None, "");
    };
    let (kind, author) = match last.author {
        Author::Customer => (PreviewKind::In, None),
        Author::Agent(agent) if last.note => (PreviewKind::Note, Some(agent)),
        // What a colleague says to this agent: of a group, with the name.
        Author::Agent(agent) if agent != me => match &listed.conversation.kind {
            Kind::Internal(chat) => (PreviewKind::In, (!chat.direct).then_some(agent)),
            Kind::Customer { .. } => (PreviewKind::Out, Some(agent)),
        },
        Author::Agent(agent) => (PreviewKind::Out, Some(agent)),
        Author::Hub => (PreviewKind::System, None),
    };
    (kind, author, &last.text)
}

fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(guichet_domain::Preview::MAX).collect()
}
