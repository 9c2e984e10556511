//! How an app catches up: the states between two cursors, the manifest, and the rows it names.

use std::collections::BTreeMap;

use guichet_domain::{AgentId, Audience, Board};
use guichet_protocol::{
    Cursor, Delta, Entity, EntityKind, Fetched, Key, Manifest, Put, ResyncReason, SyncAnswer,
    WINDOW, Window,
};

use crate::store::{Row, Standing, Store, StoreError, Subject};

/// Entries of one page of a manifest.
const PAGE: u32 = 5_000;

/// The end of the log.
pub async fn head(store: &dyn Store) -> Result<Cursor, StoreError> {
    store.head().await
}

/// What changed for `agent` after `since`, from about `limit` lines of the log.
///
/// States, not events: the rows as they are now, whatever happened in between. Audiences of before are read on
/// `board`, as of now, which is the same to an agent whose rights did not change since. One whose rights did, if only
/// after the lines that this answer covers, is resynced at once: otherwise rows gained by that change would come
/// without the lines of before, as if they had been held all the time.
pub async fn changes(
    store: &dyn Store,
    board: &Board,
    agent: AgentId,
    since: &Cursor,
    limit: u32,
) -> Result<SyncAnswer, StoreError> {
    let resync = |reason| Ok(SyncAnswer::Resync { reason });
    match store.standing(since).await? {
        Standing::Continues => {}
        Standing::OtherEpoch => return resync(ResyncReason::Epoch),
        Standing::OtherTag => return resync(ResyncReason::Tag),
        Standing::BelowFloor => return resync(ResyncReason::Floor),
    }
    if store.rights_changed(agent, since).await? {
        return resync(ResyncReason::Rights);
    }
    let range = store.log_after(since, limit).await?;
    let mut before: BTreeMap<&Key, Vec<&Audience>> = BTreeMap::new();
    for row in &range.rows {
        match &row.subject {
            Subject::Rights(touched) if *touched == agent => return resync(ResyncReason::Rights),
            Subject::Rights(_) => {}
            Subject::Entity(key) => before.entry(key).or_default().push(&row.before),
        }
    }
    let keys: Vec<Key> = before.keys().map(|key| (*key).clone()).collect();
    let rows = store.held(agent, &keys).await?;
    let mut puts = Vec::with_capacity(rows.len());
    for row in rows {
        // The first audience is the one at `since`: who was in it has the messages until then.
        let held_then = before
            .get(&row.0.key())
            .and_then(|audiences| audiences.first())
            .is_some_and(|audience| audience.contains(board, agent));
        puts.push(put(store, row, held_then.then_some(since.change)).await?);
    }
    let held_now: std::collections::BTreeSet<Key> = puts.iter().map(|p| p.entity.key()).collect();
    let dels = before
        .into_iter()
        .filter(|(key, audiences)| {
            !held_now.contains(key) && audiences.iter().any(|a| a.contains(board, agent))
        })
        .map(|(key, _)| key.clone())
        .collect();
    Ok(SyncAnswer::Delta(Delta {
        from: since.clone(),
        to: range.to,
        puts,
        dels,
        more: range.more,
    }))
}

/// A row with the messages that its reader lacks: those after `known`, or the newest of all.
pub(super) async fn put(
    store: &dyn Store,
    (entity, change): Row,
    known: Option<u64>,
) -> Result<Put, StoreError> {
    let messages = match &entity {
        Entity::Conversation(conversation) => Some(window(store, conversation.id, known).await?),
        _ => None,
    };
    Ok(Put {
        change,
        entity,
        messages,
    })
}

async fn window(
    store: &dyn Store,
    conversation: guichet_domain::ConversationId,
    known: Option<u64>,
) -> Result<Window, StoreError> {
    let limit = u32::try_from(WINDOW).unwrap_or(u32::MAX);
    if let Some(known) = known {
        let messages = store.messages_since(conversation, known, limit + 1).await?;
        if messages.len() <= WINDOW {
            return Ok(Window {
                messages,
                fresh: false,
            });
        }
    }
    Ok(Window {
        messages: store.messages(conversation, None, limit).await?,
        fresh: true,
    })
}

/// A page of everything `agent` holds. `after` is the `next` of the page before, which carries the cursor of the
/// first page: what changes while the pages are read is in the log after it.
pub async fn manifest(
    store: &dyn Store,
    agent: AgentId,
    after: Option<&str>,
) -> Result<Option<Manifest>, StoreError> {
    let (cursor, mut kind, mut id) = match after {
        None => (store.head().await?, EntityKind::ALL[0], String::new()),
        Some(text) => match parse_next(text) {
            Some(position) => position,
            None => return Ok(None),
        },
    };
    let mut entries = Vec::new();
    loop {
        let room = PAGE - u32::try_from(entries.len()).unwrap_or(PAGE);
        let found = store.manifest(agent, kind, &id, room).await?;
        let full = u32::try_from(found.len()).unwrap_or(PAGE) == room;
        entries.extend(found);
        if full {
            let next = entries
                .last()
                .map(|last: &guichet_protocol::ManifestEntry| {
                    format!("{cursor}/{}/{}", last.key.kind.as_str(), last.key.id)
                });
            return Ok(Some(Manifest {
                cursor,
                entries,
                next,
            }));
        }
        let place = EntityKind::ALL.iter().position(|k| *k == kind).unwrap_or(0);
        match EntityKind::ALL.get(place + 1) {
            Some(next) => (kind, id) = (*next, String::new()),
            None => {
                return Ok(Some(Manifest {
                    cursor,
                    entries,
                    next: None,
                }));
            }
        }
    }
}

fn parse_next(text: &str) -> Option<(Cursor, EntityKind, String)> {
    let mut parts = text.splitn(3, '/');
    let cursor = parts.next()?.parse().ok()?;
    let kind = EntityKind::parse(parts.next()?)?;
    Some((cursor, kind, parts.next()?.to_owned()))
}

/// Of the named rows, those `agent` holds now, conversations with their newest messages.
pub async fn fetch(store: &dyn Store, agent: AgentId, keys: &[Key]) -> Result<Fetched, StoreError> {
    let mut puts = Vec::new();
    for row in store.held(agent, keys).await? {
        puts.push(put(store, row, None).await?);
    }
    Ok(Fetched { puts })
}
