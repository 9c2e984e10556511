//! The hub's parts, put together.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::committer::Committer;
use crate::config::Config;
use crate::feed::Feed;
use crate::limits::Gate;
use crate::presence::Presence;
use crate::store::{Store, StoreError, sqlite::Sqlite};

/// The database's file in the data folder.
pub const DATABASE: &str = "guichet.db";

/// What every route works with.
#[allow(missing_docs)]
pub struct Hub {
    pub config: Config,
    pub store: Arc<Sqlite>,
    pub committer: Committer,
    pub feed: Feed,
    pub presence: Presence,
    /// Who is kept out.
    pub gate: Gate,
    pub clock: Clock,
    /// Cancelled when the hub stops: streams end, the committer finishes what is queued.
    pub stop: CancellationToken,
}

impl Hub {
    /// Opens the store in the configured data folder and starts the tasks.
    pub async fn open(
        config: Config,
        clock: Clock,
        stop: CancellationToken,
    ) -> Result<Self, StoreError> {
        let store = Arc::new(Sqlite::open(&config.data.join(DATABASE)).await?);
        let contract: Arc<dyn Store> = store.clone();
        let feed = Feed::start(contract.clone(), stop.clone());
        let committer =
            Committer::start(contract, feed.clone(), clock.clone(), stop.clone()).await?;
        let presence = Presence::start(committer.clone(), stop.clone());
        Ok(Self {
            gate: Gate::new(&config),
            config,
            store,
            committer,
            feed,
            presence,
            clock,
            stop,
        })
    }
}
