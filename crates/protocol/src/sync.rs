//! How an app catches up.

use guichet_domain::Message;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Cursor, Delta, Key, Put};

/// The answer of `GET /v1/sync?since=…`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "answer", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum SyncAnswer {
    Delta(Delta),
    /// The cursor cannot be continued: compare the manifest.
    Resync {
        reason: ResyncReason,
    },
}

/// Why a cursor cannot be continued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResyncReason {
    /// The reader's rights changed: fetch what is missing or older, delete what is not listed.
    Rights,
    /// Another history of the store: nothing cached is trusted.
    Epoch,
    /// The store went back without notice: nothing cached is trusted.
    Tag,
    /// Older than the log: nothing cached is trusted.
    Floor,
}

impl ResyncReason {
    /// May rows that the manifest lists with the same change number stay?
    pub fn trusts_cache(self) -> bool {
        self == Self::Rights
    }
}

/// Everything the agent holds, by name and change, in pages. All pages of one manifest carry the head at the first,
/// which is the cursor to continue from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Manifest {
    /// Continue from here once all is fetched.
    pub cursor: Cursor,
    /// In the order of (kind, id).
    pub entries: Vec<ManifestEntry>,
    /// Ask for the page after this; `None` on the last.
    pub next: Option<String>,
}

/// One line of a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct ManifestEntry {
    #[serde(flatten)]
    pub key: Key,
    pub change: u64,
}

/// Asks for the current rows of some entities (`POST /v1/fetch`), at most 500.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Fetch {
    pub keys: Vec<Key>,
}

/// Those of the asked rows that the agent holds now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Fetched {
    pub puts: Vec<Put>,
}

/// Older messages of a conversation, ascending (`GET /v1/conversations/{id}/messages?before=…`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Page {
    pub messages: Vec<Message>,
}
