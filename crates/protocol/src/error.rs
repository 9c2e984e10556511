//! Errors on the wire: a code for programs, a sentence for people who read logs. The screen owns the words.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The body of every answer that is not 2xx.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ApiError {
    /// What happened.
    pub code: ErrorCode,
    /// One English sentence, never with a secret or a customer's words.
    pub detail: String,
}

/// Closed list; each has words in `locales` as `error-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// Malformed JSON, wrong types, unknown fields, a bad id.
    BadRequest,
    /// The body is larger than the route allows.
    TooLarge,
    /// No token, an unknown, expired or revoked one.
    Unauthorized,
    /// Wrong e-mail, password or code.
    WrongCredentials,
    /// Does not exist, or may not be seen.
    NotFound,
    /// The site is not one of the account's.
    OriginNotAllowed,
    /// From this address nobody may chat for a while.
    Blocked,
    /// Over a rate limit; `Retry-After` says how long.
    TooMany,
    /// The command id was used with another body, or by another author.
    IdReused,
    /// The password is shorter than 12 or longer than 128 characters, or too easy to guess.
    WeakPassword,
    /// Not a picture that can be read, or too large a one.
    NotAPhoto,
    /// The text is longer than the channel allows.
    TextTooLong,
    /// Nobody comes into the address book without a name.
    NameEmpty,
    /// The text is empty.
    TextEmpty,
    /// The app speaks an older protocol than the hub still serves.
    AppTooOld,
    /// The app speaks a newer protocol than this hub.
    HubTooOld,
    /// The hub cannot store anything now; nothing was lost, try again.
    Unavailable,
    /// A fault of the hub; it is in its log.
    Internal,
}

impl ErrorCode {
    /// Every code, for the test that each is translated.
    pub const ALL: [Self; 18] = [
        Self::BadRequest,
        Self::TooLarge,
        Self::Unauthorized,
        Self::WrongCredentials,
        Self::NotFound,
        Self::OriginNotAllowed,
        Self::Blocked,
        Self::TooMany,
        Self::IdReused,
        Self::WeakPassword,
        Self::NotAPhoto,
        Self::TextTooLong,
        Self::NameEmpty,
        Self::TextEmpty,
        Self::AppTooOld,
        Self::HubTooOld,
        Self::Unavailable,
        Self::Internal,
    ];
}
