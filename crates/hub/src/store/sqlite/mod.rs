//! The store on SQLite: one writer connection, a pool of readers, write-ahead log, full durability.

mod administration;
mod audit;
pub mod blocks;
mod chats;
mod company;
mod contacts;
mod credentials;
mod flush;
mod history;
mod load;
mod photos;
mod read;
pub mod sessions;
mod sight;
mod templates;
mod timers;
mod visitors;

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;
use std::time::Duration;

use async_trait::async_trait;
use guichet_domain::{
    AccountId, AgentId, Audit, Board, Contact, ContactId, Conversation, ConversationId,
    DepartmentId, Floor, Message, MessageId, Timestamp,
};
use guichet_protocol::{AgentLoad, Cursor, EntityKind, Key, ManifestEntry, TemplateUses};
use serde::de::DeserializeOwned;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection, SqlitePool};
use tokio::sync::Mutex;

use super::{
    BookPage, Decide, Erasure, LogRange, PastRow, Place, Row, Standing, Store, StoreError,
    Supervised, Wanted,
};

/// The company's database in one file.
pub struct Sqlite {
    /// Reads; never holds a transaction across an await of the caller.
    pub(crate) read: SqlitePool,
    /// The one writer. Whoever holds it may begin an immediate transaction.
    pub(crate) write: Mutex<SqliteConnection>,
    visitors: visitors::Visitors,
}

impl Sqlite {
    /// Opens the file, creating and migrating it as needed.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // A power cut after the answer must not lose what was answered.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("secure_delete", "ON")
            .disable_statement_logging();
        let mut write = options.connect().await?;
        sqlx::migrate!("migrations/sqlite").run(&mut write).await?;
        sqlx::query(
            "INSERT INTO counter (one, epoch, change, floor, contacts) VALUES (1, $1, 0, 0, 0)
             ON CONFLICT DO NOTHING",
        )
        .bind(new_epoch())
        .execute(&mut write)
        .await?;
        contacts::fill(&mut write).await?;
        let read = SqlitePoolOptions::new()
            .max_connections(4)
            // A file does not go away between two reads; asking first would double the cost of each.
            .test_before_acquire(false)
            .connect_with(options.read_only(true))
            .await?;
        Ok(Self {
            read,
            write: Mutex::new(write),
            visitors: visitors::Visitors::default(),
        })
    }

    /// Closes the readers and brings the write-ahead log into the file.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.read.close().await;
        self.scrub().await
    }

    /// Begins a new history: after a restore from a backup, no cursor of before may be continued.
    pub async fn renew_epoch(&self) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("UPDATE counter SET epoch = $1")
            .bind(new_epoch())
            .execute(&mut *write)
            .await?;
        Ok(())
    }
}

/// 64 random bits as letters and digits.
fn new_epoch() -> String {
    format!("{:016x}", rand::random::<u64>())
}

/// Reads a row that this program wrote.
fn parse<T: DeserializeOwned>(table: &'static str, row: &str) -> Result<T, StoreError> {
    serde_json::from_str(row).map_err(|source| StoreError::Unreadable { table, source })
}

/// A list as the JSON that `json_each` reads.
fn json<T: serde::Serialize>(table: &'static str, list: &T) -> Result<String, StoreError> {
    serde_json::to_string(list).map_err(|source| StoreError::Unreadable { table, source })
}

/// Numbers of changes fit SQLite's signed integers for longer than there will be computers.
fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn uint(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

#[async_trait]
impl Store for Sqlite {
    async fn commit_group(&self, wanted: &Wanted, decide: Decide<'_>) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("BEGIN IMMEDIATE").execute(&mut *write).await?;
        let mut erased = false;
        let done = async {
            let loaded = load::load(&mut write, wanted).await?;
            let diff = decide(loaded);
            erased = !diff.gone_contacts.is_empty();
            flush::flush(&mut write, &diff).await?;
            sqlx::query("COMMIT").execute(&mut *write).await?;
            Ok(())
        }
        .await;
        if done.is_err() {
            // Where COMMIT itself failed there may be nothing left to roll back.
            let _ = sqlx::query("ROLLBACK").execute(&mut *write).await;
        } else if erased {
            self.visitors.forget();
        }
        done
    }

    async fn company(&self) -> Result<(Board, Floor, u64), StoreError> {
        company::read(&self.read).await
    }

    async fn due(&self, now: Timestamp, limit: u32) -> Result<Vec<ConversationId>, StoreError> {
        timers::due(&self.read, now, limit).await
    }

    async fn idle(&self, before: Timestamp, limit: u32) -> Result<Vec<ConversationId>, StoreError> {
        timers::idle(&self.read, before, limit).await
    }

    async fn expired(
        &self,
        before: Timestamp,
        limit: u32,
    ) -> Result<Vec<ConversationId>, StoreError> {
        timers::expired(&self.read, before, limit).await
    }

    async fn head(&self) -> Result<Cursor, StoreError> {
        read::head(&self.read).await
    }

    async fn standing(&self, cursor: &Cursor) -> Result<Standing, StoreError> {
        read::standing(&self.read, cursor).await
    }

    async fn log_after(&self, since: &Cursor, limit: u32) -> Result<LogRange, StoreError> {
        read::log_after(&self.read, since, limit).await
    }

    async fn rights_changed(&self, agent: AgentId, since: &Cursor) -> Result<bool, StoreError> {
        read::rights_changed(&self.read, agent, since).await
    }

    async fn truncate_log(&self, floor: u64) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        flush::truncate_log(&mut write, floor).await
    }

    async fn old_log(&self, before: Timestamp, keep: u32) -> Result<Range<u64>, StoreError> {
        read::old_log(&self.read, before, keep).await
    }

    async fn held(&self, agent: AgentId, keys: &[Key]) -> Result<Vec<Row>, StoreError> {
        sight::held(&self.read, agent, keys).await
    }

    async fn manifest(
        &self,
        agent: AgentId,
        kind: EntityKind,
        after: &str,
        limit: u32,
    ) -> Result<Vec<ManifestEntry>, StoreError> {
        sight::manifest(&self.read, agent, kind, after, limit).await
    }

    async fn may_read(
        &self,
        agent: AgentId,
        conversation: ConversationId,
    ) -> Result<bool, StoreError> {
        sight::may_read(&self.read, agent, conversation).await
    }

    async fn audit(
        &self,
        departments: Option<&BTreeSet<DepartmentId>>,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Vec<(u64, Audit)>, StoreError> {
        audit::page(&self.read, departments, before, limit).await
    }

    async fn supervised(
        &self,
        agent: AgentId,
        offset: u32,
        limit: u32,
    ) -> Result<Supervised, StoreError> {
        sight::supervised(&self.read, agent, offset, limit).await
    }

    async fn past(
        &self,
        agent: AgentId,
        with: ContactId,
        beside: Option<ConversationId>,
        page: (u32, u32),
    ) -> Result<(u32, Vec<PastRow>), StoreError> {
        history::past(&self.read, agent, (with, beside), page).await
    }

    async fn address_book(
        &self,
        words: &[String],
        page: (u32, u32),
    ) -> Result<BookPage, StoreError> {
        contacts::book(&self.read, words, page).await
    }

    async fn identified(&self, identities: &BTreeSet<String>) -> Result<Vec<Contact>, StoreError> {
        contacts::identified(&self.read, identities).await
    }

    async fn erasures(&self) -> Result<Vec<Erasure>, StoreError> {
        contacts::erasures(&self.read).await
    }

    async fn keep_erasures(&self, erasures: &[Erasure]) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        contacts::keep_erasures(&mut write, erasures).await
    }

    async fn scrub(&self) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(&mut *write)
            .await?;
        Ok(())
    }

    async fn conversation(
        &self,
        id: ConversationId,
    ) -> Result<Option<(Conversation, u64)>, StoreError> {
        read::conversation(&self.read, id).await
    }

    async fn contact(&self, id: ContactId) -> Result<Option<Contact>, StoreError> {
        read::contact(&self.read, id).await
    }

    async fn latest_conversation(
        &self,
        account: AccountId,
        point: ContactId,
    ) -> Result<Option<(Conversation, u64)>, StoreError> {
        read::latest_conversation(&self.read, account, point).await
    }

    async fn place(
        &self,
        message: MessageId,
        point: ContactId,
    ) -> Result<Option<Place>, StoreError> {
        read::place(&self.read, message, point).await
    }

    async fn conversations_of(
        &self,
        contacts: &[ContactId],
    ) -> Result<Vec<Conversation>, StoreError> {
        read::conversations_of(&self.read, contacts).await
    }

    async fn messages(
        &self,
        conversation: ConversationId,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Vec<Message>, StoreError> {
        read::messages(&self.read, conversation, before, 0, limit).await
    }

    async fn messages_since(
        &self,
        conversation: ConversationId,
        change: u64,
        limit: u32,
    ) -> Result<Vec<Message>, StoreError> {
        read::messages(&self.read, conversation, None, change, limit).await
    }

    async fn loads(&self) -> Result<Vec<AgentLoad>, StoreError> {
        read::loads(&self.read).await
    }

    async fn template_uses(&self) -> Result<Vec<TemplateUses>, StoreError> {
        templates::uses(&self.read).await
    }

    async fn forget_answers(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut write = self.write.lock().await;
        flush::forget_answers(&mut write, before).await
    }
}
