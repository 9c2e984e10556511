//! The loop that keeps the cache current: catch up, follow the feed, and start again when it ends.

use std::convert::Infallible;
use std::sync::Arc;

use guichet_protocol::{Cursor, Delta, Frame, SyncAnswer};
use thiserror::Error;

use super::plan::{Step, step};
use super::resync;
use crate::cache::CacheError;
use crate::config::{FEED_FIRST_FRAME, POLLS_BEFORE_FEED};
use crate::connection::feed::Feed;
use crate::connection::{Hub, HubError, Verdict, backoff};
use crate::shared::{NobodySignedIn, Shared, Signal};
use crate::view::ConnectionState;

/// Pulls without a frame between them that can be explained.
const PULLS_IN_A_ROW: u32 = 3;

/// Why the loop starts again.
#[derive(Debug, Error)]
pub(super) enum SyncError {
    #[error(transparent)]
    Hub(#[from] HubError),
    #[error(transparent)]
    Cache(#[from] CacheError),
    #[error(transparent)]
    Nobody(#[from] NobodySignedIn),
    /// Trying again at once would go round in circles.
    #[error("the hub answered for another cursor than was asked")]
    Astray,
}

/// Runs until the session ends, or its task is ended.
pub(crate) async fn run(shared: Arc<Shared>, hub: Hub) {
    let mut failures = 0;
    loop {
        shared.connection(ConnectionState::Connecting, None).await;
        let Err(error) = follow(&shared, &hub, &mut failures).await;
        tracing::info!(%error, "the connection ended");
        failures += 1;
        let verdict = match &error {
            SyncError::Hub(error) => error.verdict(),
            SyncError::Cache(_) | SyncError::Astray => Verdict::Again(None),
            SyncError::Nobody(_) => return,
        };
        let (state, at_least) = match verdict {
            Verdict::SignedOut => {
                shared.signal(Signal::Expired);
                return;
            }
            Verdict::TooOld => (ConnectionState::TooOld, None),
            Verdict::TooNew => (ConnectionState::TooNew, None),
            Verdict::Never => (ConnectionState::Offline, None),
            Verdict::Again(at_least) => (ConnectionState::Offline, at_least),
        };
        // The first try after a lost feed comes soon and quietly.
        let pause = backoff::chance_pause(failures).max(at_least.unwrap_or_default());
        shared.connection(state, Some(pause)).await;
        tokio::time::sleep(pause).await;
    }
}

/// Follows the hub until something fails.
async fn follow(
    shared: &Arc<Shared>,
    hub: &Hub,
    failures: &mut u32,
) -> Result<Infallible, SyncError> {
    let mut pulls_in_a_row = 0;
    loop {
        let own = catch_up(shared, hub).await?;
        *failures = 0;
        shared.connection(ConnectionState::Online, None).await;
        shared.outbox.notify_one();
        let mut feed = Feed::open(hub, &own).await?;
        let mut frame = match feed.next_within(FEED_FIRST_FRAME).await {
            Err(HubError::Silent) => {
                tracing::info!("no frame came: something between buffers the feed; polling");
                drop(feed);
                poll(shared, hub).await?;
                continue;
            }
            first => first?,
        };
        loop {
            match on_frame(shared, &frame).await? {
                Next::Stay => pulls_in_a_row = 0,
                Next::Pull => break,
            }
            frame = feed.next().await?;
        }
        pulls_in_a_row += 1;
        if pulls_in_a_row > PULLS_IN_A_ROW {
            return Err(SyncError::Astray);
        }
    }
}

/// What follows a frame.
enum Next {
    Stay,
    /// Catch up by asking, then listen anew.
    Pull,
}

async fn on_frame(shared: &Arc<Shared>, frame: &Frame) -> Result<Next, SyncError> {
    match frame {
        Frame::Delta(delta) => {
            let own = shared.cache.cursor().await?;
            let continues = match own.map_or(Step::Pull, |own| step(&own, delta)) {
                Step::Ignore => true,
                Step::Apply => apply(shared, delta).await?,
                Step::Pull => false,
            };
            return Ok(if continues { Next::Stay } else { Next::Pull });
        }
        Frame::Pull => return Ok(Next::Pull),
        Frame::Typing { conversation } => shared.typing(*conversation),
        Frame::Beat => shared.cache.scrub_again().await?,
    }
    Ok(Next::Stay)
}

/// Asks until there is nothing more. Answers the cursor the cache is at then.
async fn catch_up(shared: &Shared, hub: &Hub) -> Result<Cursor, SyncError> {
    loop {
        let Some(own) = shared.cache.cursor().await? else {
            return resync::run(shared, hub, false).await;
        };
        let Some(own) = pulled(shared, hub, own, false).await? else {
            continue;
        };
        return Ok(own);
    }
}

/// Long polls in place of the feed.
async fn poll(shared: &Shared, hub: &Hub) -> Result<(), SyncError> {
    for _ in 0..POLLS_BEFORE_FEED {
        if let Some(own) = shared.cache.cursor().await? {
            pulled(shared, hub, own, true).await?;
        } else {
            catch_up(shared, hub).await?;
        }
    }
    Ok(())
}

/// Asks once. `None`: there is more to ask for.
async fn pulled(
    shared: &Shared,
    hub: &Hub,
    own: Cursor,
    wait: bool,
) -> Result<Option<Cursor>, SyncError> {
    match hub.sync(&own, wait).await? {
        SyncAnswer::Delta(delta) => {
            if !apply(shared, &delta).await? {
                return Err(SyncError::Astray);
            }
            Ok((!delta.more).then_some(delta.to))
        }
        SyncAnswer::Resync { reason } => {
            tracing::info!(?reason, "the cursor cannot be continued");
            resync::run(shared, hub, reason.trusts_cache()).await?;
            Ok(None)
        }
    }
}

/// Carries out a delta; false when it does not continue the cache.
async fn apply(shared: &Shared, delta: &Delta) -> Result<bool, SyncError> {
    let applied = shared.cache.apply(shared.me()?, delta).await?;
    let continues = applied.is_some();
    if let Some(applied) = applied {
        shared.applied(applied);
    }
    Ok(continues)
}
