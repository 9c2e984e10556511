//! Starting over from the manifest: the first sync, and whenever a cursor cannot be continued.

use guichet_protocol::{Cursor, Key, ManifestEntry};

use super::plan::reconcile;
use super::step::{Following, SyncError};
use crate::cache::Guard;
use crate::connection::Source;

/// Rows asked for at once; conversations bring up to 50 messages each.
const CHUNK: usize = 100;

impl<S: Source> Following<'_, S> {
    /// Makes the cache equal to the manifest, and continues from there. With `trust`, cached rows that the manifest
    /// lists with the same change stay. Interrupted, it starts over: the cursor moves last.
    pub(super) async fn resync(&self, trust: bool) -> Result<Cursor, SyncError> {
        let (cursor, listed) = self.manifest().await?;
        let cached = self.cache.held(self.me).await?;
        let plan = reconcile(&listed, &cached, trust);
        tracing::info!(
            fetch = plan.fetch.len(),
            delete = plan.delete.len(),
            trust,
            "comparing everything with the hub"
        );
        let guard = if trust { Guard::Newer } else { Guard::Replace };
        let removed = self
            .cache
            .resync_step(self.me, &[], &plan.delete, guard)
            .await?;
        self.news.resynced(removed);
        for keys in plan.fetch.chunks(CHUNK) {
            let fetched = self.source.fetch(keys).await?.puts;
            // Asked for and not answered: lost since the manifest was read.
            let lost: Vec<Key> = keys
                .iter()
                .filter(|key| fetched.iter().all(|put| put.entity.key() != **key))
                .cloned()
                .collect();
            let applied = self
                .cache
                .resync_step(self.me, &fetched, &lost, guard)
                .await?;
            self.news.resynced(applied);
        }
        self.cache.finish_resync(self.me, &cursor).await?;
        Ok(cursor)
    }

    /// Every page.
    async fn manifest(&self) -> Result<(Cursor, Vec<ManifestEntry>), SyncError> {
        let mut page = self.source.manifest(None).await?;
        let cursor = page.cursor;
        let mut entries = page.entries;
        while let Some(after) = page.next {
            page = self.source.manifest(Some(&after)).await?;
            entries.append(&mut page.entries);
        }
        Ok((cursor, entries))
    }
}
