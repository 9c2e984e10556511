//! The same work as bare SQL on the same file: the statements that nobody could do without, and nothing around them.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use guichet_domain::{Conversation, Message};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};

/// A connection like the app's.
pub(super) struct Bare(SqliteConnection);

impl Bare {
    pub(super) async fn open(file: &Path) -> Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
            .pragma("secure_delete", "ON")
            .disable_statement_logging();
        Ok(Self(options.connect().await?))
    }

    /// The first rows of Recents, each with its contact and how much of it is unread.
    pub(super) async fn first_rows(&mut self) -> Result<Duration> {
        let started = Instant::now();
        let rows: Vec<(String, Option<String>, i64)> = sqlx::query_as(
            "SELECT c.row, e.row, (SELECT COUNT(*) FROM message AS m
                 WHERE m.conversation = c.id AND m.incoming = 1 AND m.seq > COALESCE(n.read, 0))
             FROM conversation AS c
             LEFT JOIN mine AS n ON n.conversation = c.id
             LEFT JOIN entity AS e ON e.kind = 'contact' AND e.id = c.contact
             WHERE c.recents IS NOT NULL ORDER BY c.recents, c.last_at DESC, c.id LIMIT 50",
        )
        .fetch_all(&mut self.0)
        .await?;
        anyhow::ensure!(!rows.is_empty(), "Recents is empty");
        Ok(started.elapsed())
    }

    /// A conversation, its contact and its last lines.
    pub(super) async fn open_conversation(&mut self, id: &str) -> Result<Duration> {
        let started = Instant::now();
        let _: (String, Option<String>) = sqlx::query_as(
            "SELECT c.row, e.row FROM conversation AS c
             LEFT JOIN entity AS e ON e.kind = 'contact' AND e.id = c.contact WHERE c.id = ?",
        )
        .bind(id)
        .fetch_one(&mut self.0)
        .await?;
        let lines: Vec<String> = sqlx::query_scalar(
            "SELECT row FROM message WHERE conversation = ? ORDER BY seq DESC LIMIT 50",
        )
        .bind(id)
        .fetch_all(&mut self.0)
        .await?;
        anyhow::ensure!(!lines.is_empty(), "`{id}` has no lines");
        Ok(started.elapsed())
    }

    /// Each conversation and its new line, in one transaction.
    pub(super) async fn apply(&mut self, rows: &[(Conversation, Message)]) -> Result<Duration> {
        let started = Instant::now();
        sqlx::query("BEGIN IMMEDIATE").execute(&mut self.0).await?;
        for (conversation, line) in rows {
            let id = conversation.id.to_string();
            sqlx::query(
                "UPDATE conversation SET change = change + 1, row = ?2, last_at = ?3 WHERE id = ?1",
            )
            .bind(&id)
            .bind(serde_json::to_string(conversation)?)
            .bind(conversation.last_at.0)
            .execute(&mut self.0)
            .await?;
            sqlx::query(
                "INSERT INTO message (conversation, seq, incoming, row) VALUES (?, ?, 1, ?)",
            )
            .bind(&id)
            .bind(i64::try_from(line.seq)?)
            .bind(serde_json::to_string(line)?)
            .execute(&mut self.0)
            .await?;
        }
        sqlx::query("COMMIT").execute(&mut self.0).await?;
        Ok(started.elapsed())
    }
}
