//! Opening the cache, also after it was damaged.

use std::path::Path;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection as _, SqliteConnection};
use tokio::sync::Mutex;

use super::{Cache, CacheError, Remains, Result, salvage};
use crate::clock::Clock;

static MIGRATIONS: Migrator = sqlx::migrate!();

/// The database within the cache folder.
pub(super) const FILE: &str = "cache.sqlite";

/// An opened cache.
pub(crate) struct Opened {
    /// It.
    pub(crate) cache: Cache,
    /// The file before could not be read: it lies in the damaged folder, own texts were saved where readable.
    pub(crate) was_corrupt: bool,
}

impl Cache {
    /// Opens the cache in `folder`. One that cannot be read is moved to `damaged`, where it stays until the next start
    /// or sign-out, and a new one begun with the outbox, drafts and settings that could be saved.
    pub(crate) async fn open(folder: &Path, damaged: &Path, clock: Clock) -> Result<Opened> {
        tokio::fs::create_dir_all(folder).await?;
        only_this_user(folder).await?;
        match Self::open_file(folder, damaged, clock.clone()).await {
            Ok(cache) => {
                cache.forget_damaged().await?;
                Ok(Opened {
                    cache,
                    was_corrupt: false,
                })
            }
            Err(error) if is_corrupt(&error) => {
                tracing::error!(%error, "the cache is damaged; a new one is begun");
                salvage::move_aside(folder, damaged).await?;
                let cache = Self::open_file(folder, damaged, clock).await?;
                salvage::own_texts(&damaged.join(FILE), &cache).await;
                Ok(Opened {
                    cache,
                    was_corrupt: true,
                })
            }
            Err(error) => Err(error),
        }
    }

    async fn open_file(folder: &Path, damaged: &Path, clock: Clock) -> Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(folder.join(FILE))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(2))
            .pragma("secure_delete", "ON")
            .pragma("temp_store", "MEMORY")
            .disable_statement_logging();
        let mut writer = options.connect().await?;
        if let Err(error) = prepare(&mut writer).await {
            // Otherwise its thread would still have the files, and take its journals away while they are moved aside.
            if let Err(error) = writer.close().await {
                tracing::warn!(%error, "a damaged cache does not close");
            }
            return Err(error);
        }
        let readers = SqlitePoolOptions::new()
            .max_connections(3)
            // A file does not go away between two reads; asking first would double the cost of each.
            .test_before_acquire(false)
            .connect_with(options.read_only(true).create_if_missing(false))
            .await?;
        let cache = Self {
            writer: Mutex::new(writer),
            readers,
            clock,
            damaged: damaged.to_owned(),
            remains: Remains::of_last_time(),
        };
        let mut writer = cache.writer().await;
        cache.scrub(&mut writer).await?;
        drop(writer);
        Ok(cache)
    }
}

impl Cache {
    /// Removes the files of a damaged cache: what they hold may be gone by now.
    pub(super) async fn forget_damaged(&self) -> Result<()> {
        match tokio::fs::remove_dir_all(&self.damaged).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}

async fn prepare(writer: &mut SqliteConnection) -> Result<()> {
    MIGRATIONS.run(&mut *writer).await?;
    look_through(writer).await
}

/// Reads every table a little: a damaged file shows itself here and not in the middle of work.
async fn look_through(writer: &mut SqliteConnection) -> Result<()> {
    for table in [
        "SELECT COUNT(*) FROM (SELECT row FROM conversation LIMIT 500)",
        "SELECT COUNT(*) FROM (SELECT row FROM message LIMIT 500)",
        "SELECT COUNT(*) FROM (SELECT row FROM entity LIMIT 500)",
        "SELECT COUNT(*) FROM (SELECT row FROM mine LIMIT 500)",
        "SELECT COUNT(command) FROM outbox",
        "SELECT COUNT(text) FROM draft",
        "SELECT COUNT(text) FROM unsent_draft",
        "SELECT COUNT(template) FROM template_use",
        "SELECT COUNT(value) FROM setting",
    ] {
        let _: i64 = sqlx::query_scalar(table).fetch_one(&mut *writer).await?;
    }
    Ok(())
}

/// The file is not a database, or a damaged one.
fn is_corrupt(error: &CacheError) -> bool {
    let database = match error {
        CacheError::Sql(error) => error.as_database_error(),
        CacheError::Migrate(sqlx::migrate::MigrateError::Execute(error)) => {
            error.as_database_error()
        }
        _ => None,
    };
    // SQLITE_CORRUPT and SQLITE_NOTADB; the low byte is the primary code.
    database
        .and_then(sqlx::error::DatabaseError::code)
        .and_then(|code| code.parse::<u32>().ok())
        .is_some_and(|code| matches!(code & 0xff, 11 | 26))
}

/// Customers' words are for nobody else on this computer.
#[cfg(unix)]
async fn only_this_user(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    tokio::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).await?;
    Ok(())
}

/// A profile's folder is the user's own on Windows.
#[cfg(not(unix))]
#[expect(clippy::unused_async, reason = "the same shape on every system")]
async fn only_this_user(_folder: &Path) -> Result<()> {
    Ok(())
}
