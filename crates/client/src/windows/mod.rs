//! What the screen shows, out of the cache.

pub(crate) mod administration;
pub(crate) mod browser;
pub(crate) mod chat;
pub(crate) mod colleagues;
pub(crate) mod happened;
pub(crate) mod history;
mod lines;
pub(crate) mod list;
pub(crate) mod messages;
mod names;
pub(crate) mod overseen;
pub(crate) mod thread;
pub(crate) mod visitor;

pub(crate) use names::{Directory, contact_name};

#[cfg(test)]
mod tests;
