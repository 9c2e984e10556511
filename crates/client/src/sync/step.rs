//! One step of keeping a cache current: catching up, hearing a frame. Knows no screen and no session.

use guichet_domain::AgentId;
use guichet_protocol::{Cursor, Delta, Frame, SyncAnswer};
use thiserror::Error;

use super::plan::{self, Step};
use crate::cache::{Applied, Cache, CacheError};
use crate::connection::{HubError, Source};

/// Why a step failed. The cache is whole all the same, and its cursor true.
#[derive(Debug, Error)]
pub(crate) enum SyncError {
    #[error(transparent)]
    Hub(#[from] HubError),
    #[error(transparent)]
    Cache(#[from] CacheError),
    /// Trying again at once would go round in circles.
    #[error("the hub answered for another cursor than was asked")]
    Astray,
}

/// Who wants to know what the steps change.
pub(crate) trait News: Sync {
    /// A delta did.
    fn applied(&self, applied: Applied);
    /// A comparison with the manifest did.
    fn resynced(&self, applied: Applied);
}

/// Nobody does.
impl News for () {
    fn applied(&self, _: Applied) {}

    fn resynced(&self, _: Applied) {}
}

/// What follows a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It was carried out, or needed nothing.
    Stay,
    /// Catch up by asking, then listen anew.
    Pull,
}

/// A cache, whose it is, and where its rows come from.
pub(crate) struct Following<'a, S> {
    pub(crate) cache: &'a Cache,
    pub(crate) me: AgentId,
    pub(crate) source: &'a S,
    pub(crate) news: &'a dyn News,
}

impl<S: Source> Following<'_, S> {
    /// Asks until there is nothing more. Answers the cursor the cache is at then.
    pub(crate) async fn catch_up(&self) -> Result<Cursor, SyncError> {
        loop {
            let Some(own) = self.cache.cursor().await? else {
                return self.resync(false).await;
            };
            let Some(own) = self.pulled(own, false).await? else {
                continue;
            };
            return Ok(own);
        }
    }

    /// Asks once, and lets the hub hold its answer back until something happens.
    pub(crate) async fn poll(&self) -> Result<(), SyncError> {
        match self.cache.cursor().await? {
            Some(own) => self.pulled(own, true).await.map(drop),
            None => self.catch_up().await.map(drop),
        }
    }

    /// Carries out a frame of the feed, if it continues the cache.
    pub(crate) async fn hear(&self, frame: &Frame) -> Result<Next, SyncError> {
        match frame {
            Frame::Delta(delta) => {
                let own = self.cache.cursor().await?;
                let continues = match own.map_or(Step::Pull, |own| plan::step(&own, delta)) {
                    Step::Ignore => true,
                    Step::Apply => self.apply(delta).await?,
                    Step::Pull => false,
                };
                return Ok(if continues { Next::Stay } else { Next::Pull });
            }
            Frame::Pull => return Ok(Next::Pull),
            Frame::Typing { .. } => {}
            Frame::Beat => self.cache.scrub_again().await?,
        }
        Ok(Next::Stay)
    }

    /// Asks once. `None`: there is more to ask for.
    async fn pulled(&self, own: Cursor, wait: bool) -> Result<Option<Cursor>, SyncError> {
        match self.source.sync(&own, wait).await? {
            SyncAnswer::Delta(delta) => {
                if !self.apply(&delta).await? {
                    return Err(SyncError::Astray);
                }
                Ok((!delta.more).then_some(delta.to))
            }
            SyncAnswer::Resync { reason } => {
                tracing::info!(?reason, "the cursor cannot be continued");
                self.resync(reason.trusts_cache()).await?;
                Ok(None)
            }
        }
    }

    /// Carries out a delta; false when it does not continue the cache.
    async fn apply(&self, delta: &Delta) -> Result<bool, SyncError> {
        let applied = self.cache.apply(self.me, delta).await?;
        let continues = applied.is_some();
        if let Some(applied) = applied {
            self.news.applied(applied);
            self.cache.scrub_again().await?;
        }
        Ok(continues)
    }
}
