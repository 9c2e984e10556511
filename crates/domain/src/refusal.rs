//! Why a command was not carried out.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use utoipa::ToSchema;

use crate::{AgentId, ConversationId};

/// Closed list of reasons; the screen owns the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, Error)]
#[serde(tag = "code", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Refusal {
    /// Does not exist, or the author may not see it.
    #[error("not found")]
    NotFound,
    /// Somebody else became owner first.
    #[error("taken by {winner}")]
    Taken { winner: AgentId },
    /// The queue wants Take before an answer.
    #[error("take it first")]
    TakeFirst,
    #[error("only its owner can do this")]
    NotOwner,
    #[error("it is closed")]
    Closed,
    /// Must be closed first.
    #[error("it is open")]
    StillOpen,
    /// Has no queue to return to.
    #[error("it has no queue to return to")]
    NoQueue,
    /// The agent or queue to transfer to does not exist or is deactivated.
    #[error("no such receiver")]
    NoSuchReceiver,
    /// Nobody comes into the address book without one.
    #[error("the name is empty")]
    NameEmpty,
    #[error("the text is empty")]
    TextEmpty,
    #[error("the text is longer than {limit} characters")]
    TextTooLong { limit: usize },
    /// The role does not allow it.
    #[error("not allowed")]
    NotAllowed,
    /// Two of the company's things would have the same name, address or key.
    #[error("already in use")]
    AlreadyInUse,
    /// Nobody reads a group of so many.
    #[error("a group has at most {limit} members")]
    TooManyMembers { limit: usize },
    /// No such IANA time zone.
    #[error("no such time zone")]
    NoSuchTimeZone,
    /// Hours that no clock shows, or too many of them.
    #[error("impossible office hours")]
    BadHours,
    /// A number is outside of what it may be.
    #[error("out of range")]
    OutOfRange,
    /// A newer conversation with the same customer is open.
    #[error("a newer conversation with this customer is open")]
    NewerOpen {
        /// Which, if the author may see it.
        conversation: Option<ConversationId>,
    },
    /// Nobody is responsible for it: it cannot be finished or hidden.
    #[error("nobody owns it")]
    Unowned,
    /// The transfer was opened by its receiver, or is older than 10 s.
    #[error("too late")]
    TooLate,
    /// Where the visitor came from is not known, or not any more.
    #[error("no address is known")]
    NoAddress,
    /// The company's own: whoever is there is never kept out.
    #[error("the address can never be blocked")]
    ProtectedAddress,
    /// The channel has no such function.
    #[error("not possible on this channel")]
    NotOnThisChannel,
    /// Not a tag such as `fr` or `pt-BR`.
    #[error("not a language")]
    BadLanguage,
    #[error("a variable is not known")]
    UnknownVariable,
    #[error("more than {limit}")]
    TooManyOf { limit: usize },
    /// Two were named, and they are one.
    #[error("they are the same")]
    Same,
    /// What was written there is not what belongs there.
    #[error("{field:?} is not valid")]
    Invalid { field: Field },
}

/// What can be written wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Field {
    /// `#rrggbb`.
    Color,
    /// ISO 3166-1 alpha-2.
    Country,
    /// Something like `user@host`.
    Email,
    /// At most 12 digits, `*` and `#`.
    Extension,
    /// `https://…`.
    Link,
    /// One that can be dialled from everywhere, or in the company's country.
    Phone,
    /// Held in a department that exists, or company-wide: as the role is.
    Role,
    /// `https://host`, without a path.
    Site,
}

impl Refusal {
    /// Something else belongs in `field`.
    pub const fn invalid(field: Field) -> Self {
        Self::Invalid { field }
    }
}
