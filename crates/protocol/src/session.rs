//! Signing in and the first start.

use std::fmt;

use guichet_domain::AgentId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// `POST /v1/sessions`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs)]
pub enum SignIn {
    /// E-mail and password.
    Password { email: String, password: String },
    /// A code that the hub's own command line printed; works once, for a minute.
    Code { code: String },
    /// The last part of a link by which an administrator let the agent in, and the password that is chosen.
    Invitation { code: String, password: String },
}

/// An open session. The token is shown this once; the hub keeps its hash.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct NewSession {
    pub token: String,
    #[serde(flatten)]
    pub session: Session,
}

/// Who is signed in (`GET /v1/me`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Session {
    pub agent: AgentId,
    pub name: String,
    pub email: String,
    /// The hub's time, milliseconds UTC.
    pub now: i64,
}

/// `POST /v1/setup`: the first system owner, with the token printed at the first start.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SetUp {
    pub token: String,
    pub name: String,
    pub email: String,
    pub password: String,
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Password { email, .. } => f
                .debug_struct("Password")
                .field("email", email)
                .finish_non_exhaustive(),
            Self::Code { .. } => f.debug_struct("Code").finish_non_exhaustive(),
            Self::Invitation { .. } => f.debug_struct("Invitation").finish_non_exhaustive(),
        }
    }
}

impl fmt::Debug for NewSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewSession")
            .field("session", &self.session)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for SetUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SetUp")
            .field("name", &self.name)
            .field("email", &self.email)
            .finish_non_exhaustive()
    }
}
