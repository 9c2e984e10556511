//! Routes that name a conversation in their path.

/// Each of them reads.
pub(super) const READING: [&str; 3] = [
    "/v1/conversations/{id}",
    "/v1/conversations/{id}/messages",
    "/v1/conversations/{id}/history",
];
