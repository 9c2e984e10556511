//! What one who supervises reads: never cached, never pushed.

use guichet_domain::{Contact, Conversation};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A conversation and its customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Glance {
    pub conversation: Conversation,
    pub contact: Option<Contact>,
}

/// Some of the open conversations of others, longest wait first (`GET /v1/supervision`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Overview {
    /// How many there are.
    pub total: u32,
    /// Those asked for.
    pub conversations: Vec<Glance>,
}
