//! Visitors: what is known of one, and who is kept out. Of the hub's answers, kept nowhere.

use guichet_domain::BlockId;
use serde::Serialize;

/// What is known of a visitor, and whether they can be blocked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Visit {
    /// What their browser said when they came last; `None` where nothing is remembered.
    pub facts: Option<VisitFacts>,
    /// Other visitors with the same address.
    pub others: u32,
    /// For the words `blocking-<state>`.
    pub blocking: BlockingState,
    /// Of one who is blocked: until when; without it until somebody revokes it.
    pub until: Option<i64>,
}

/// What a visitor's browser said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct VisitFacts {
    pub address: String,
    pub seen: i64,
    /// Opened by the system's browser, when it is clicked.
    pub page: Option<String>,
    pub referrer: Option<String>,
    /// Such as `Firefox 141 · Linux`.
    pub browser: Option<String>,
    /// A tag such as `fr-BE`.
    pub language: Option<String>,
    /// An IANA name such as `Europe/Paris`.
    pub time_zone: Option<String>,
}

/// Whether a visitor can be blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum BlockingState {
    Possible,
    Blocked,
    Protected,
    Unknown,
}

/// An address from which nobody may chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BlockedRow {
    /// Which block.
    pub id: BlockId,
    /// `203.0.113.9` or `2001:db8:1:2::/64`.
    pub network: String,
    /// Why.
    pub reason: Option<String>,
    /// Who blocked, by name; `None`: on the command line.
    pub by: Option<String>,
    /// Since when.
    pub at: i64,
    /// Until when; `None`: until it is revoked.
    pub until: Option<i64>,
    /// Requests that it refused, and the last of them.
    pub hits: u64,
    /// The last of them.
    pub last_hit: Option<i64>,
}
