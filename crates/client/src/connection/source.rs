//! What keeping a cache current needs of a hub.

use std::future::Future;

use guichet_protocol::{Cursor, Fetched, Key, Manifest, SyncAnswer};

use super::error::HubError;

/// Answers what one agent holds. A hub does; whoever checks the sync may stand between.
pub trait Source: Sync {
    /// What changed since; with `wait`, held back until something does.
    fn sync(
        &self,
        since: &Cursor,
        wait: bool,
    ) -> impl Future<Output = Result<SyncAnswer, HubError>> + Send;

    /// A page of the names of everything held; `after` is `next` of the page before.
    fn manifest(
        &self,
        after: Option<&str>,
    ) -> impl Future<Output = Result<Manifest, HubError>> + Send;

    /// The rows of these names.
    fn fetch(&self, keys: &[Key]) -> impl Future<Output = Result<Fetched, HubError>> + Send;
}
