//! What the hub keeps, behind one contract for every database.
//!
//! Writes go through [`Store::commit_group`] alone. Reads answer states as they are now; whoever combines them with a
//! cursor reads the head first.

#[cfg(test)]
mod conformance;
pub mod sqlite;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use async_trait::async_trait;
use guichet_domain::{
    AccountId, AgentId, Audience, Audit, Block, Board, Contact, ContactId, Conversation,
    ConversationId, DepartmentId, Floor, Message, MessageId, Mine, Network, QueueId, Template,
    TemplateId, Timestamp, Turn,
};
use guichet_protocol::{AgentLoad, Cursor, Entity, EntityKind, Key, ManifestEntry, TemplateUses};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The store failed; nothing of the call was kept.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database refused or could not be reached.
    #[error("database")]
    Database(#[from] sqlx::Error),
    /// A stored row is not what this program writes.
    #[error("unreadable row in {table}")]
    Unreadable {
        /// Where.
        table: &'static str,
        /// Why.
        #[source]
        source: serde_json::Error,
    },
    /// A migration failed.
    #[error("migration")]
    Migration(#[from] sqlx::migrate::MigrateError),
}

/// Who a stored answer belongs to, and the command's id.
pub type AnswerKey = (String, String);

/// An answer as it is stored: hash of the command, result as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct StoredAnswer {
    pub hash: Vec<u8>,
    pub result: String,
}

/// What a group of commands names, to be loaded with one statement per table.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Wanted {
    pub answers: BTreeSet<AnswerKey>,
    pub conversations: BTreeSet<ConversationId>,
    /// The open conversation between these, if any.
    pub open_between: BTreeSet<(AccountId, ContactId)>,
    /// The open conversation with the customers of these, if any.
    pub open_beside: BTreeSet<ConversationId>,
    pub contacts: BTreeSet<ContactId>,
    /// These contacts, and everything that was said with them.
    pub contacts_whole: BTreeSet<ContactId>,
    /// Contacts of the address book who are known again by one of these.
    pub identities: BTreeSet<String>,
    pub mine: BTreeSet<(AgentId, ConversationId)>,
    /// What everybody keeps of these conversations.
    pub mine_of: BTreeSet<ConversationId>,
    /// Which of these ids a message has already, whoever wrote it.
    pub messages: BTreeSet<MessageId>,
    /// Every conversation that waits in these queues.
    pub waiting_in: BTreeSet<QueueId>,
    /// Every conversation that these agents own.
    pub owned_by: BTreeSet<AgentId>,
    /// Every conversation that somebody owns from these queues.
    pub owned_in: BTreeSet<QueueId>,
    pub templates: BTreeSet<TemplateId>,
    /// Every template of these departments; `None`: those of the whole company.
    pub shelves: BTreeSet<Option<DepartmentId>>,
    /// These templates, and every other of the same department.
    pub around: BTreeSet<TemplateId>,
}

/// What was there of it, under the write lock.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Loaded {
    pub epoch: String,
    pub change: u64,
    pub contact_count: u32,
    pub answers: BTreeMap<AnswerKey, StoredAnswer>,
    pub conversations: Vec<Conversation>,
    pub contacts: Vec<Contact>,
    /// Where the wanted contacts write from that were others before a merge.
    pub points: BTreeMap<ContactId, ContactId>,
    pub mine: Vec<Mine>,
    pub messages: BTreeSet<MessageId>,
    pub templates: Vec<Template>,
    /// Of the whole company; known when a template was wanted.
    pub template_count: u32,
}

/// What a group changed: the rows as they are now, and the log. Nothing is written when all is empty.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Diff {
    pub change: u64,
    pub contact_count: u32,
    pub tag: u32,
    pub at: Timestamp,
    pub answers: Vec<(AnswerKey, StoredAnswer)>,
    pub puts: Vec<(Entity, u64)>,
    /// Conversations that are gone, with their messages and what agents kept of them.
    pub deleted: Vec<ConversationId>,
    pub deleted_templates: Vec<TemplateId>,
    /// What was done to contacts that are no more, in order.
    pub gone_contacts: Vec<GoneContact>,
    /// How often each was inserted. Stands in no log: no app keeps it.
    pub uses: BTreeMap<TemplateId, u32>,
    pub messages: Vec<(Message, u64)>,
    pub log: Vec<LogRow>,
    /// When conversations have to be looked at again; of these the stored time is replaced.
    pub due: Vec<(ConversationId, Option<Timestamp>)>,
    /// New rows of the audit trail.
    pub audit: Vec<Audit>,
    /// Networks whose block changed, and what it is now.
    pub blocks: BTreeMap<Network, Option<Block>>,
    /// Whose turn it was.
    pub turns: Vec<(QueueId, AgentId, Turn)>,
}

/// A contact who is no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum GoneContact {
    Merged { winner: ContactId, loser: ContactId },
    Erased(ContactId),
}

/// Contacts of the address book.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct BookPage {
    pub total: u32,
    pub contacts: Vec<Contact>,
}

/// An erased contact, with where they wrote from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Erasure {
    pub contact: ContactId,
    pub points: BTreeSet<ContactId>,
    pub at: Timestamp,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct LogRow {
    pub change: u64,
    pub subject: Subject,
    pub before: Audience,
}

/// What a line of the log is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Subject {
    Entity(Key),
    Rights(AgentId),
}

/// The log after a cursor.
#[derive(Clone, Debug)]
pub struct LogRange {
    /// In order of change; ends with a whole group.
    pub rows: Vec<LogRow>,
    /// The cursor after them.
    pub to: Cursor,
    /// There is more.
    pub more: bool,
}

/// Where a cursor stands in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Standing {
    Continues,
    OtherEpoch,
    OtherTag,
    BelowFloor,
}

/// What one supervises.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Supervised {
    pub total: u32,
    pub rows: Vec<(Conversation, Option<Contact>)>,
}

/// Another conversation with a customer.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct PastRow {
    pub conversation: Conversation,
    /// The agents who wrote in it, in the order of their first lines.
    pub wrote: Vec<AgentId>,
    /// The agent who asks may read it.
    pub readable: bool,
}

/// Where a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Place {
    pub conversation: ConversationId,
    pub seq: u64,
    /// The conversation's last change.
    pub revision: u64,
}

/// An entity as it is now, with its last change.
pub type Row = (Entity, u64);

/// Runs between load and flush, under the write lock: decides on what was loaded.
pub type Decide<'a> = &'a mut (dyn FnMut(Loaded) -> Diff + Send);

/// The contract.
#[async_trait]
pub trait Store: Send + Sync {
    /// One transaction under the company's write lock: load, decide, flush, commit.
    async fn commit_group(&self, wanted: &Wanted, decide: Decide<'_>) -> Result<(), StoreError>;

    /// The whole board and floor, and the change they stand at.
    async fn company(&self) -> Result<(Board, Floor, u64), StoreError>;

    /// Conversations whose time came, longest ago first.
    async fn due(&self, now: Timestamp, limit: u32) -> Result<Vec<ConversationId>, StoreError>;

    /// Open conversations with customers in which nothing happened since `before`.
    async fn idle(&self, before: Timestamp, limit: u32) -> Result<Vec<ConversationId>, StoreError>;

    /// Closed conversations with customers whose last activity was before `before`, the oldest first.
    async fn expired(
        &self,
        before: Timestamp,
        limit: u32,
    ) -> Result<Vec<ConversationId>, StoreError>;

    /// The end of the log.
    async fn head(&self) -> Result<Cursor, StoreError>;

    /// May this cursor be continued?
    async fn standing(&self, cursor: &Cursor) -> Result<Standing, StoreError>;

    /// About `limit` lines after `since`, to the end of a group.
    async fn log_after(&self, since: &Cursor, limit: u32) -> Result<LogRange, StoreError>;

    /// Did the agent's rights change after `since`?
    async fn rights_changed(&self, agent: AgentId, since: &Cursor) -> Result<bool, StoreError>;

    /// Forgets the log before `floor`.
    async fn truncate_log(&self, floor: u64) -> Result<(), StoreError>;

    /// The log's lines from before `before`, and what is more than the newest `keep`, as changes: from the oldest up to
    /// the first that stays. The last line always stays.
    async fn old_log(&self, before: Timestamp, keep: u32) -> Result<Range<u64>, StoreError>;

    /// Of these, what `agent` holds now.
    async fn held(&self, agent: AgentId, keys: &[Key]) -> Result<Vec<Row>, StoreError>;

    /// Everything of a kind that `agent` holds now, after an id, in order.
    async fn manifest(
        &self,
        agent: AgentId,
        kind: EntityKind,
        after: &str,
        limit: u32,
    ) -> Result<Vec<ManifestEntry>, StoreError>;

    /// May a route answer this conversation to the agent?
    async fn may_read(
        &self,
        agent: AgentId,
        conversation: ConversationId,
    ) -> Result<bool, StoreError>;

    /// Rows of the audit trail before `before` (or all), newest first, with their numbers; of what happened in these
    /// departments, or anywhere.
    async fn audit(
        &self,
        departments: Option<&BTreeSet<DepartmentId>>,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Vec<(u64, Audit)>, StoreError>;

    /// Open conversations with customers that `agent` supervises and does not hold, longest wait first, then oldest.
    async fn supervised(
        &self,
        agent: AgentId,
        offset: u32,
        limit: u32,
    ) -> Result<Supervised, StoreError>;

    /// How many conversations with a contact there are beside this one, and of these, newest first, so many after an
    /// offset (offset, limit), as `agent` may see them.
    async fn past(
        &self,
        agent: AgentId,
        with: ContactId,
        beside: Option<ConversationId>,
        page: (u32, u32),
    ) -> Result<(u32, Vec<PastRow>), StoreError>;

    /// A conversation and its last change.
    async fn conversation(
        &self,
        id: ConversationId,
    ) -> Result<Option<(Conversation, u64)>, StoreError>;

    /// A contact.
    async fn contact(&self, id: ContactId) -> Result<Option<Contact>, StoreError>;

    /// So many contacts of the address book after an offset (offset, limit), by name, in which every word is found.
    async fn address_book(
        &self,
        words: &[String],
        page: (u32, u32),
    ) -> Result<BookPage, StoreError>;

    /// Contacts of the address book who are known again by one of these.
    async fn identified(&self, identities: &BTreeSet<String>) -> Result<Vec<Contact>, StoreError>;

    /// Every contact that was ever erased here.
    async fn erasures(&self) -> Result<Vec<Erasure>, StoreError>;

    /// Keeps those of another copy of this database.
    async fn keep_erasures(&self, erasures: &[Erasure]) -> Result<(), StoreError>;

    /// Brings what is deleted out of the database's files.
    async fn scrub(&self) -> Result<(), StoreError>;

    /// The newest conversation between a contact point and an account, open or not.
    async fn latest_conversation(
        &self,
        account: AccountId,
        point: ContactId,
    ) -> Result<Option<(Conversation, u64)>, StoreError>;

    /// Where a message is, if in a conversation with this contact point.
    async fn place(
        &self,
        message: MessageId,
        point: ContactId,
    ) -> Result<Option<Place>, StoreError>;

    /// Every conversation with these contacts.
    async fn conversations_of(
        &self,
        contacts: &[ContactId],
    ) -> Result<Vec<Conversation>, StoreError>;

    /// The newest `limit` messages before `before` (or of all), ascending.
    async fn messages(
        &self,
        conversation: ConversationId,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Vec<Message>, StoreError>;

    /// The newest `limit` messages that changed after `change`, ascending.
    async fn messages_since(
        &self,
        conversation: ConversationId,
        change: u64,
        limit: u32,
    ) -> Result<Vec<Message>, StoreError>;

    /// How many open conversations each agent owns, of those who own any.
    async fn loads(&self) -> Result<Vec<AgentLoad>, StoreError>;

    /// How often each template was inserted, of those that ever were.
    async fn template_uses(&self) -> Result<Vec<TemplateUses>, StoreError>;

    /// Forgets agents' answers from before `before`. Customers' are kept for ever: a provider may repeat at any time.
    async fn forget_answers(&self, before: Timestamp) -> Result<u64, StoreError>;
}
