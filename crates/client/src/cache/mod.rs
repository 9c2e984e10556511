//! What the agent holds, on this computer's disk. The only place with SQL.
//!
//! One connection writes; a few read, each by single statements, so that no read transaction outlives an await and the
//! write-ahead log can always be emptied. After [`Cache::apply`] of a `del` and [`Cache::scrub_again`], nothing of what
//! it named is in any file of the folder (see `scrub`).

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
mod scrub;
mod setting;
mod template;
mod thread;

#[cfg(test)]
pub(crate) mod tests;

use std::path::PathBuf;

use sqlx::{Connection, SqliteConnection, SqlitePool};
use thiserror::Error;
use tokio::sync::{Mutex, MutexGuard};

pub(crate) use applied::{Applied, Glimpse, Gone, Move, Recents};
pub use contents::Contents;
pub(crate) use list::ListRow;
pub(crate) use outbox::{Queued, Settled};
pub(crate) use put::Guard;
use scrub::Remains;

use crate::clock::Clock;

/// The cache of a profile.
pub(crate) struct Cache {
    writer: Mutex<SqliteConnection>,
    readers: SqlitePool,
    clock: Clock,
    /// Where the files of a damaged cache lie until the next start.
    damaged: PathBuf,
    /// What was erased and is still in the files.
    remains: Remains,
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

impl Cache {
    async fn writer(&self) -> MutexGuard<'_, SqliteConnection> {
        self.writer.lock().await
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
