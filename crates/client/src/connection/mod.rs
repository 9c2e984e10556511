//! Speaking to the hub.

pub(crate) mod address;
pub(crate) mod alive;
pub(crate) mod backoff;
mod error;
pub(crate) mod feed;
mod hub;
mod own;
mod source;
mod sse;

pub use error::HubError;
pub(crate) use error::Verdict;
pub(crate) use hub::{Hub, Token};
pub use source::Source;
