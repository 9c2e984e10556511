//! How busy agents are.

use guichet_domain::AgentId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How many open conversations an agent owns (`GET /v1/loads`). Who owns none is not named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct AgentLoad {
    pub agent: AgentId,
    pub open: u64,
}
