//! Routes that name a conversation in their path.

/// Each of them reads.
pub(super) const READING: [&str; 4] = [
    "/v1/conversations/{id}",
    "/v1/conversations/{id}/messages",
    "/v1/conversations/{id}/history",
    "/v1/conversations/{id}/visitor",
];
