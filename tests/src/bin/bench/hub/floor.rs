//! What the disk and SQLite give by themselves: the three statements that keep a message (the head of its conversation,
//! its line, its place in the log), one after the other, a hundred messages a transaction, on the hub's own schema.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use guichet_hub::clock::new_id;
use guichet_hub::store::sqlite::Sqlite;
use serde_json::json;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};

/// Messages of one transaction.
const BATCH: i64 = 100;
/// Conversations that they go to.
const CONVERSATIONS: i64 = 64;

const HEAD: &str = "INSERT INTO conversation
        (id, change, row, state, owner, queue, agents, account, contact, last_at)
    VALUES ($1, $2, $3, 'offered', NULL, 'queue', '[]', 'account', $1, $4)
    ON CONFLICT (id) DO UPDATE SET change = excluded.change, row = excluded.row,
        state = excluded.state, owner = excluded.owner, queue = excluded.queue,
        agents = excluded.agents, last_at = excluded.last_at";
const LINE: &str =
    "INSERT INTO message (conversation, seq, id, change, row) VALUES ($1, $2, $3, $4, $5)";
const LOG: &str = "INSERT INTO log (change, group_end, tag, kind, id, before)
    VALUES ($1, $2, 7, 'conversation', $3, '{\"members\":\"00000000-0000-0000-0000-000000000000\"}')";

/// An empty company's database, written to by hand.
pub(super) struct Floor {
    db: SqliteConnection,
    written: i64,
}

impl Floor {
    pub(super) async fn open(file: &Path) -> Result<Self> {
        Sqlite::open(file).await?.close().await?;
        let db = SqliteConnectOptions::new()
            .filename(file)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("secure_delete", "ON")
            .disable_statement_logging()
            .connect()
            .await?;
        Ok(Self { db, written: 0 })
    }

    /// Messages a second, over so long.
    pub(super) async fn measure(&mut self, time: Duration) -> Result<f64> {
        let (started, before) = (Instant::now(), self.written);
        while started.elapsed() < time {
            self.batch().await?;
        }
        let written = usize::try_from(self.written - before)?;
        Ok(super::rate(written, started.elapsed()))
    }

    async fn batch(&mut self) -> Result<()> {
        sqlx::query("BEGIN IMMEDIATE").execute(&mut self.db).await?;
        let end = self.written + BATCH;
        while self.written < end {
            self.written += 1;
            self.message(self.written, end).await?;
        }
        sqlx::query("COMMIT").execute(&mut self.db).await?;
        Ok(())
    }

    async fn message(&mut self, change: i64, end: i64) -> Result<()> {
        let conversation = format!("00000000-0000-0000-0000-{:012}", change % CONVERSATIONS);
        let id = new_id().to_string();
        let (head, line) = rows(&conversation, &id, change);
        sqlx::query(HEAD)
            .bind(&conversation)
            .bind(change)
            .bind(head)
            .bind(change)
            .execute(&mut self.db)
            .await?;
        sqlx::query(LINE)
            .bind(&conversation)
            .bind(change)
            .bind(id)
            .bind(change)
            .bind(line)
            .execute(&mut self.db)
            .await?;
        sqlx::query(LOG)
            .bind(change)
            .bind(end)
            .bind(conversation)
            .execute(&mut self.db)
            .await?;
        Ok(())
    }
}

/// A conversation and a line as large as the hub's.
fn rows(conversation: &str, id: &str, change: i64) -> (String, String) {
    let text = "Bonjour, j'ai commandé une lampe le 12 et je n'ai toujours rien reçu. ".repeat(3);
    let preview: String = text.chars().take(160).collect();
    let head = json!({
        "id": conversation,
        "kind": { "customer": {
            "channel": "live_chat", "account": conversation, "contact": conversation,
            "ownership": { "offered": { "queue": conversation, "ringing": [] } },
        } },
        "opened_at": change, "last_at": change, "last_seq": change,
        "preview": { "author": "customer", "text": preview, "note": false },
        "waiting_since": change, "customer_received": 0, "customer_read": 0, "agent_read": 0,
    });
    let line = json!({
        "conversation": conversation, "seq": change, "id": id, "at": change,
        "author": "customer", "body": { "text": text },
    });
    (head.to_string(), line.to_string())
}
