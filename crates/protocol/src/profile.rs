//! What agents change about themselves.

use std::fmt;

use guichet_domain::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// `PUT /v1/me`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// As colleagues and customers read it.
    pub name: String,
}

/// `PUT /v1/me/password`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The one until now.
    pub old: String,
    /// The one from now on.
    pub new: String,
    /// Signs out everywhere else.
    #[serde(default)]
    pub end_others: bool,
}

/// A device where an agent is signed in (`GET /v1/me/sessions`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Device {
    /// Its session.
    pub id: Uuid,
    /// What its app calls itself.
    pub name: String,
    /// When the agent signed in there.
    pub since: Timestamp,
    /// Its last sign of life, to a minute.
    pub last_seen: Timestamp,
    /// It is the one that asks.
    pub current: bool,
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewPassword")
            .field("end_others", &self.end_others)
            .finish_non_exhaustive()
    }
}
