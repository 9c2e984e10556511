//! Identities, one type for each kind of thing, and the time of an event.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// An agent of the company.
    AgentId;
    /// A queue of agents.
    QueueId;
    /// A department, a group of agents.
    DepartmentId;
    /// A channel account: one configured website, number or page.
    AccountId;
    /// A contact; for Live Chat also the visitor.
    ContactId;
    /// A conversation: one session between one contact and one channel account.
    ConversationId;
    /// A block of an address.
    BlockId;
    /// A template.
    TemplateId;
    /// A photo of an agent: follows from its bytes.
    PhotoId;
    /// A message that a person wrote; equal to the command that wrote it.
    MessageId;
    /// A command, unique for its author.
    CommandId;
}

/// Milliseconds since 1970 in UTC.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[serde(transparent)]
pub struct Timestamp(pub i64);
