//! What else was said with a customer. Of the hub's answers, kept nowhere.

use guichet_domain::{Channel, ConversationId};
use serde::Serialize;

use super::Line;

/// Some of the customer's other conversations, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct History {
    /// The company shows it.
    pub on: bool,
    /// How many there are.
    pub total: u32,
    /// Those asked for.
    pub rows: Vec<PastRow>,
}

/// The facts of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PastRow {
    /// Which conversation.
    pub id: ConversationId,
    /// Where the customer wrote.
    pub channel: Channel,
    /// Its queue's name.
    pub queue: Option<String>,
    /// Who answered, by name.
    pub agents: Vec<String>,
    /// When it began.
    pub opened_at: i64,
    /// When it ended.
    pub closed_at: Option<i64>,
    /// How it stands, or ended, for the words `past-<outcome>`.
    pub outcome: PastOutcome,
    /// Its lines may be read.
    pub readable: bool,
}

/// How a conversation stands, or ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum PastOutcome {
    Waiting,
    Owned,
    DealtWith,
    EndedByAgent,
    EndedByVisitor,
    Idle,
}

/// Lines of another conversation with the customer, ascending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct PastMessages {
    pub lines: Vec<Line>,
    pub has_before: bool,
}
