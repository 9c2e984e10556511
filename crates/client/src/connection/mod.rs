//! Speaking to the hub.

pub(crate) mod address;
pub(crate) mod alive;
pub(crate) mod backoff;
mod error;
pub(crate) mod feed;
mod hub;
mod sse;

pub(crate) use error::{HubError, Verdict};
pub(crate) use hub::{Hub, Token};
