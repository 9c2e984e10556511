//! Signs of life: the hub cannot see a dead stream.

use super::hub::Hub;
use crate::config::ALIVE_EVERY;

/// Tells the hub every 20 s that the agent is there. A sign that does not arrive is no matter: the next one may.
pub(crate) async fn run(hub: Hub) {
    let mut every = tokio::time::interval(ALIVE_EVERY);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        if let Err(error) = hub.alive().await {
            tracing::debug!(%error, "a sign of life did not arrive");
        }
    }
}
