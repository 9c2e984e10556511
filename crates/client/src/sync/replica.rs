//! A cache followed by hand: the same steps as an app's, without an app around them.

use std::path::Path;

use guichet_domain::AgentId;
use guichet_protocol::Frame;
use thiserror::Error;

use super::step::{Following, Next, SyncError};
use crate::cache::{Cache, Contents};
use crate::clock::Clock;
use crate::connection::Source;

/// The cache of one agent in a profile's folder. For whoever checks what an app keeps, and that it stays equal to what
/// the agent holds: reads everything, and takes one step of the sync at a time. The app itself must not run.
pub struct Replica {
    cache: Cache,
    me: AgentId,
}

/// A step of a replica failed. Its cache is whole all the same.
#[derive(Debug, Error)]
#[error("the cache could not be kept current: {source}")]
pub struct ReplicaError {
    source: Box<dyn std::error::Error + Send + Sync>,
}

impl Replica {
    /// Opens the cache, or begins a new one.
    pub async fn open(profile: &Path, me: AgentId, clock: Clock) -> Result<Self, ReplicaError> {
        let (cache, damaged) = (profile.join("cache"), profile.join("cache-damaged"));
        let opened = Cache::open(&cache, &damaged, clock).await.map_err(failed)?;
        Ok(Self {
            cache: opened.cache,
            me,
        })
    }

    /// Asks `source` until there is nothing more.
    pub async fn catch_up(&self, source: &impl Source) -> Result<(), ReplicaError> {
        self.sync(source).catch_up().await.map_err(failed)?;
        Ok(())
    }

    /// Carries out a frame of the feed, if it continues the cache.
    pub async fn hear(&self, source: &impl Source, frame: &Frame) -> Result<Next, ReplicaError> {
        self.sync(source).hear(frame).await.map_err(failed)
    }

    /// Everything in it that came from the hub.
    pub async fn contents(&self) -> Result<Contents, ReplicaError> {
        self.cache.contents(self.me).await.map_err(failed)
    }

    /// Lets go of the files.
    pub async fn close(self) -> Result<(), ReplicaError> {
        self.cache.close().await.map_err(failed)
    }

    fn sync<'a, S: Source>(&'a self, source: &'a S) -> Following<'a, S> {
        Following {
            cache: &self.cache,
            me: self.me,
            source,
            news: &(),
        }
    }
}

fn failed(error: impl Into<SyncError>) -> ReplicaError {
    ReplicaError {
        source: Box::new(error.into()),
    }
}
