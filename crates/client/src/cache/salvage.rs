//! What can be saved of a damaged cache: the agent's own texts, and the settings. Everything else comes from the hub.

use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{ConnectOptions, Row, SqliteConnection};

use super::open::FILE;
use super::{Cache, Result};

/// Moves the files of the cache to `damaged`, replacing those of an earlier time.
pub(super) async fn move_aside(folder: &Path, damaged: &Path) -> Result<()> {
    if tokio::fs::try_exists(damaged).await? {
        tokio::fs::remove_dir_all(damaged).await?;
    }
    tokio::fs::create_dir_all(damaged).await?;
    let mut files = tokio::fs::read_dir(folder).await?;
    while let Some(file) = files.next_entry().await? {
        let name = file.file_name();
        if name.to_string_lossy().starts_with(FILE) {
            tokio::fs::rename(file.path(), damaged.join(name)).await?;
        }
    }
    Ok(())
}

/// Copies what can be read; what cannot is left.
pub(super) async fn own_texts(damaged: &Path, cache: &Cache) {
    let options = SqliteConnectOptions::new()
        .filename(damaged)
        .disable_statement_logging();
    let Ok(mut old) = options.connect().await else {
        return;
    };
    let mut writer = cache.writer().await;
    for (read, write, columns) in TABLES {
        let rows = read_what_can_be_read(&mut old, read).await;
        let mut saved = 0_u32;
        for row in rows {
            match copy(&mut writer, write, columns, &row).await {
                Ok(()) => saved += 1,
                Err(error) => tracing::warn!(%error, "a row could not be saved"),
            }
        }
        tracing::info!(saved, read, "saved of a damaged cache");
    }
}

type Table = (&'static str, &'static str, &'static [Column]);

enum Column {
    Text,
    Int,
}
use Column::{Int, Text};

const TABLES: [Table; 4] = [
    (
        "SELECT place, id, agent, conversation, command, text, channel, at, attempted, seq FROM outbox ORDER BY place",
        "INSERT OR IGNORE INTO outbox (place, id, agent, conversation, command, text, channel, at, attempted, seq) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        &[Int, Text, Text, Text, Text, Text, Text, Int, Int, Int],
    ),
    (
        "SELECT agent, conversation, text, channel, at FROM draft",
        "INSERT OR IGNORE INTO draft (agent, conversation, text, channel, at) VALUES (?, ?, ?, ?, ?)",
        &[Text, Text, Text, Text, Int],
    ),
    (
        "SELECT id, agent, text, channel, at FROM unsent_draft",
        "INSERT OR IGNORE INTO unsent_draft (id, agent, text, channel, at) VALUES (?, ?, ?, ?, ?)",
        &[Text, Text, Text, Text, Int],
    ),
    (
        "SELECT name, value FROM setting",
        "INSERT OR IGNORE INTO setting (name, value) VALUES (?, ?)",
        &[Text, Text],
    ),
];

async fn read_what_can_be_read(old: &mut SqliteConnection, sql: &'static str) -> Vec<SqliteRow> {
    use futures_util::TryStreamExt;
    let mut rows = Vec::new();
    let mut stream = sqlx::query(sql).fetch(old);
    while let Ok(Some(row)) = stream.try_next().await {
        rows.push(row);
    }
    rows
}

async fn copy(
    writer: &mut SqliteConnection,
    sql: &'static str,
    columns: &[Column],
    row: &SqliteRow,
) -> Result<()> {
    let mut query = sqlx::query(sql);
    for (place, column) in columns.iter().enumerate() {
        query = match column {
            Text => query.bind(row.try_get::<Option<String>, _>(place)?),
            Int => query.bind(row.try_get::<Option<i64>, _>(place)?),
        };
    }
    query.execute(writer).await?;
    Ok(())
}
