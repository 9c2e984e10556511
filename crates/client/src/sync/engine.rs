//! The loop that keeps the cache current: catch up, follow the feed, and start again when it ends.

use std::convert::Infallible;
use std::sync::Arc;

use guichet_protocol::Frame;

use super::step::{Following, Next, SyncError};
use crate::config::{FEED_FIRST_FRAME, POLLS_BEFORE_FEED};
use crate::connection::feed::Feed;
use crate::connection::{Hub, HubError, Verdict, backoff};
use crate::shared::{Shared, Signal};
use crate::view::ConnectionState;

/// Pulls without a frame between them that can be explained.
const PULLS_IN_A_ROW: u32 = 3;

/// Runs until the session ends, or its task is ended.
pub(crate) async fn run(shared: Arc<Shared>, hub: Hub) {
    let Ok(me) = shared.me() else { return };
    let sync = Following {
        cache: &shared.cache,
        me,
        source: &hub,
        news: &*shared,
    };
    let mut failures = 0;
    loop {
        shared.connection(ConnectionState::Connecting, None).await;
        let Err(error) = follow(&shared, &sync, &mut failures).await;
        tracing::info!(%error, "the connection ended");
        failures += 1;
        let verdict = match &error {
            SyncError::Hub(error) => error.verdict(),
            SyncError::Cache(_) | SyncError::Astray => Verdict::Again(None),
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
    sync: &Following<'_, Hub>,
    failures: &mut u32,
) -> Result<Infallible, SyncError> {
    let mut pulls_in_a_row = 0;
    loop {
        let own = sync.catch_up().await?;
        *failures = 0;
        shared.connection(ConnectionState::Online, None).await;
        shared.outbox.notify_one();
        let mut feed = Feed::open(sync.source, &own).await?;
        let mut frame = match feed.next_within(FEED_FIRST_FRAME).await {
            Err(HubError::Silent) => {
                tracing::info!("no frame came: something between buffers the feed; polling");
                drop(feed);
                poll(sync).await?;
                continue;
            }
            first => first?,
        };
        loop {
            match on_frame(shared, sync, &frame).await? {
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

async fn on_frame(
    shared: &Arc<Shared>,
    sync: &Following<'_, Hub>,
    frame: &Frame,
) -> Result<Next, SyncError> {
    if let Frame::Typing {
        conversation,
        agent,
    } = frame
    {
        shared.typing(*conversation, *agent);
    }
    sync.hear(frame).await
}

/// Long polls in place of the feed.
async fn poll(sync: &Following<'_, Hub>) -> Result<(), SyncError> {
    for _ in 0..POLLS_BEFORE_FEED {
        sync.poll().await?;
    }
    Ok(())
}
