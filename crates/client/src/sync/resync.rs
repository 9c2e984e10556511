//! Starting over from the manifest: the first sync, and whenever a cursor cannot be continued.

use guichet_protocol::{Cursor, Key, ManifestEntry};

use super::engine::SyncError;
use super::plan::reconcile;
use crate::cache::Guard;
use crate::connection::Hub;
use crate::shared::Shared;

/// Rows asked for at once; conversations bring up to 50 messages each.
const CHUNK: usize = 100;

/// Makes the cache equal to the manifest, and continues from there. With `trust`, cached rows that the manifest lists
/// with the same change stay. Interrupted, it starts over: the cursor moves last.
pub(super) async fn run(shared: &Shared, hub: &Hub, trust: bool) -> Result<Cursor, SyncError> {
    let me = shared.me()?;
    let (cursor, listed) = manifest(hub).await?;
    let cached = shared.cache.held(me).await?;
    let plan = reconcile(&listed, &cached, trust);
    tracing::info!(
        fetch = plan.fetch.len(),
        delete = plan.delete.len(),
        trust,
        "comparing everything with the hub"
    );
    let guard = if trust { Guard::Newer } else { Guard::Replace };
    let removed = shared
        .cache
        .resync_step(me, &[], &plan.delete, guard)
        .await?;
    shared.resynced(removed);
    for keys in plan.fetch.chunks(CHUNK) {
        let fetched = hub.fetch(keys).await?.puts;
        // Asked for and not answered: lost since the manifest was read.
        let lost: Vec<Key> = keys
            .iter()
            .filter(|key| fetched.iter().all(|put| put.entity.key() != **key))
            .cloned()
            .collect();
        let applied = shared.cache.resync_step(me, &fetched, &lost, guard).await?;
        shared.resynced(applied);
    }
    shared.cache.finish_resync(me, &cursor).await?;
    Ok(cursor)
}

/// Every page.
async fn manifest(hub: &Hub) -> Result<(Cursor, Vec<ManifestEntry>), SyncError> {
    let mut page = hub.manifest(None).await?;
    let cursor = page.cursor;
    let mut entries = page.entries;
    while let Some(after) = page.next {
        page = hub.manifest(Some(&after)).await?;
        entries.append(&mut page.entries);
    }
    Ok((cursor, entries))
}
