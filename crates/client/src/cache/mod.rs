//! What the agent holds, on this computer's disk. The only place with SQL.
//!
//! One connection writes; a few read, each by single statements, so that no read transaction outlives an await and the
//! write-ahead log can always be emptied. After [`Cache::apply`] of a `del` and [`Cache::scrub_again`], nothing of what
//! it named is in any file of the folder: deleted cells are overwritten, and the log is copied into the file and cut to
//! nothing.

mod applied;
mod apply;
mod contents;
mod draft;
mod entity;
mod erase;
mod internal;
mod list;
mod open;
mod outbox;
mod put;
mod salvage;
mod setting;
mod template;
mod thread;

#[cfg(test)]
pub(crate) mod tests;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sqlx::{Connection, SqliteConnection, SqlitePool};
use thiserror::Error;
use tokio::sync::{Mutex, MutexGuard};

pub(crate) use applied::{Applied, Glimpse, Gone, Move, Recents};
pub use contents::Contents;
pub(crate) use list::ListRow;
pub(crate) use outbox::{Queued, Settled};
pub(crate) use put::Guard;

use crate::clock::Clock;

/// The cache of a profile.
pub(crate) struct Cache {
    writer: Mutex<SqliteConnection>,
    readers: SqlitePool,
    clock: Clock,
    /// Where the files of a damaged cache lie until the next start.
    damaged: PathBuf,
    /// Something was erased and the log could not be emptied yet.
    unscrubbed: AtomicBool,
}

/// The cache failed.
#[derive(Debug, Error)]
pub(crate) enum CacheError {
    /// The database.
    #[error("the cache database failed: {0}")]
    Sql(#[from] sqlx::Error),
    /// Its schema.
    #[error("the cache database could not be brought up to date: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// A stored row does not read as what it should be.
    #[error("a cached row cannot be read: {0}")]
    Row(#[from] serde_json::Error),
    /// The folder.
    #[error("the cache folder failed: {0}")]
    Folder(#[from] std::io::Error),
}

type Result<T> = std::result::Result<T, CacheError>;

/// Tries to empty the log after an erasure, and how long between.
const SCRUB_TRIES: u32 = 20;
const SCRUB_PAUSE: Duration = Duration::from_millis(50);

impl Cache {
    async fn writer(&self) -> MutexGuard<'_, SqliteConnection> {
        self.writer.lock().await
    }

    /// Empties the write-ahead log into the file, so that what was erased is in neither. When a reader stays in the
    /// way, the next erasure or start tries again.
    async fn scrub(&self, writer: &mut SqliteConnection) -> Result<()> {
        self.unscrubbed.store(true, Ordering::Relaxed);
        for _ in 0..SCRUB_TRIES {
            let (busy, _, _): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)")
                .fetch_one(&mut *writer)
                .await?;
            if busy == 0 {
                self.unscrubbed.store(false, Ordering::Relaxed);
                return Ok(());
            }
            tokio::time::sleep(SCRUB_PAUSE).await;
        }
        tracing::warn!("readers kept the cache's log from being emptied; it is tried again");
        Ok(())
    }

    /// Erases what is left of deleted rows, if anything is.
    pub(crate) async fn scrub_again(&self) -> Result<()> {
        if self.unscrubbed.load(Ordering::Relaxed) {
            let mut writer = self.writer().await;
            self.scrub(&mut writer).await?;
        }
        Ok(())
    }

    /// Empties the log and lets go of the files.
    pub(crate) async fn close(&self) -> Result<()> {
        self.readers.close().await;
        let mut writer = self.writer().await;
        self.scrub(&mut writer).await
    }

    /// Everything or nothing; holds SQLite's write lock from the start.
    async fn begin(writer: &mut SqliteConnection) -> Result<sqlx::Transaction<'_, sqlx::Sqlite>> {
        Ok(writer.begin_with("BEGIN IMMEDIATE").await?)
    }
}

/// A change number or place as SQLite stores it.
fn int(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// Back.
fn uint(value: i64) -> u64 {
    u64::try_from(value).unwrap_or_default()
}
