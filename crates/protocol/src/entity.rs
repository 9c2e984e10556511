//! What an app keeps in its cache.

use std::fmt;

use guichet_domain::{
    Account, Agent, AgentId, Contact, Conversation, ConversationId, Department, Message, Mine,
    Queue, Settings, Template,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A kind of entity.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum EntityKind {
    Account,
    Agent,
    Contact,
    Conversation,
    Department,
    Mine,
    Queue,
    Settings,
    Template,
}

/// Names one entity. The id of a [`Mine`] is `<agent>:<conversation>`, of [`Settings`] `company`, of the others their
/// UUID.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Key {
    pub kind: EntityKind,
    pub id: String,
}

/// The current row of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", content = "row", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Entity {
    Account(Account),
    Agent(Agent),
    Contact(Contact),
    Conversation(Conversation),
    Department(Department),
    Mine(Mine),
    Queue(Queue),
    Settings(Settings),
    Template(Template),
}

/// An entity as it is now, with the change that made it so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Put {
    /// Number of its last change.
    pub change: u64,
    /// The row.
    #[serde(flatten)]
    pub entity: Entity,
    /// Of a conversation: its messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messages: Option<Window>,
}

/// Messages of a conversation, in order, without a gap among them, at most [`crate::WINDOW`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Window {
    /// Ascending by `seq`; the last is the conversation's last.
    pub messages: Vec<Message>,
    /// They do not continue what the reader had: older cached messages are dropped, and fetched when scrolled to.
    pub fresh: bool,
}

impl EntityKind {
    /// The name on the wire and in the log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Agent => "agent",
            Self::Contact => "contact",
            Self::Conversation => "conversation",
            Self::Department => "department",
            Self::Mine => "mine",
            Self::Queue => "queue",
            Self::Settings => "settings",
            Self::Template => "template",
        }
    }

    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Account,
        Self::Agent,
        Self::Contact,
        Self::Conversation,
        Self::Department,
        Self::Mine,
        Self::Queue,
        Self::Settings,
        Self::Template,
    ];

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl Key {
    /// Names an entity whose id is a UUID.
    pub fn new(kind: EntityKind, id: impl fmt::Display) -> Self {
        Self {
            kind,
            id: id.to_string(),
        }
    }

    /// Names what holds for the whole company, of which there is one.
    pub fn settings() -> Self {
        Self::new(EntityKind::Settings, "company")
    }

    /// Names what an agent keeps of a conversation.
    pub fn mine(agent: AgentId, conversation: ConversationId) -> Self {
        Self {
            kind: EntityKind::Mine,
            id: format!("{agent}:{conversation}"),
        }
    }
}

impl Entity {
    /// Its name.
    pub fn key(&self) -> Key {
        match self {
            Self::Account(row) => Key::new(EntityKind::Account, row.id),
            Self::Agent(row) => Key::new(EntityKind::Agent, row.id),
            Self::Contact(row) => Key::new(EntityKind::Contact, row.id),
            Self::Conversation(row) => Key::new(EntityKind::Conversation, row.id),
            Self::Department(row) => Key::new(EntityKind::Department, row.id),
            Self::Mine(row) => Key::mine(row.agent, row.conversation),
            Self::Queue(row) => Key::new(EntityKind::Queue, row.id),
            Self::Settings(_) => Key::settings(),
            Self::Template(row) => Key::new(EntityKind::Template, row.id),
        }
    }
}
