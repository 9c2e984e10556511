//! Forgets what is over: idle counters, sessions, visitors who never wrote, old answers and the old end of the log.

use std::time::Duration;

use guichet_domain::{Command, Timestamp};

use crate::access::session::seconds;
use crate::admin::submit;
use crate::http::edge::Edge;
use crate::hub::Hub;
use crate::store::{Store, StoreError};

/// Between two looks at what can be forgotten.
const PAUSE: Duration = Duration::from_mins(10);
const DAY: u64 = 24 * 3600;
/// A visitor is made with their first message; one without a message after so many seconds has none any more.
const SILENT_VISITOR: u64 = DAY;
/// From where a visitor came is remembered for so many seconds.
const FACTS: u64 = 30 * DAY;
/// An app does not repeat a command after so many seconds: its own outbox gives up after three days.
const ANSWERS: u64 = 7 * DAY;
/// Who was away for longer compares everything instead of reading the log.
const LOG: u64 = 3 * DAY;
/// As many lines are kept at most, whatever their age.
const LOG_LINES: u32 = 5_000_000;
/// Lines forgotten at once: writers wait for so long.
const STEP: usize = 10_000;

/// Runs until the hub closes.
pub async fn run(edge: Edge) {
    loop {
        tokio::select! {
            () = edge.closing().cancelled() => break,
            () = tokio::time::sleep(PAUSE) => {}
        }
        edge.limits().forget_idle();
        if let Err(error) = forget(&edge).await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "what is over was not forgotten"
            );
        }
    }
    if let Err(error) = edge.gate.write_hits(&edge).await {
        tracing::warn!(
            error = &error as &dyn std::error::Error,
            "hits of blocks were lost"
        );
    }
}

/// Forgets what is over by the hub's clock.
pub async fn forget(hub: &Hub) -> Result<(), StoreError> {
    let now = hub.clock.now();
    let ago = |time| Timestamp(now.0 - seconds(time));
    let idle = seconds(hub.config.times.session_idle);
    hub.gate.write_hits(hub).await?;
    hub.store.forget_sessions(now, idle).await?;
    hub.store.forget_visitors(ago(SILENT_VISITOR)).await?;
    hub.store.forget_facts(ago(FACTS)).await?;
    hub.store.forget_answers(ago(ANSWERS)).await?;
    forget_blocks(hub, now).await;
    let old = hub.store.old_log(ago(LOG), LOG_LINES).await?;
    let end = old.end;
    for floor in old.step_by(STEP).skip(1).chain([end]) {
        hub.store.truncate_log(floor).await?;
    }
    Ok(())
}

/// Those that are over hold nobody off; they go when the store can be written.
async fn forget_blocks(hub: &Hub, now: Timestamp) {
    let board = hub.committer.board();
    if board.blocks.iter().any(|block| !block.holds(now))
        && let Err(error) = submit(hub, Command::ForgetBlocks).await
    {
        tracing::warn!(%error, "blocks that are over were not forgotten");
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;
    use crate::admin::{self, AdminCommand};
    use crate::clock::Clock;
    use crate::http::edge::for_tests;
    use crate::store::Standing;

    const DAYS: i64 = 24 * 3600 * 1000;

    #[tokio::test]
    async fn an_app_that_was_away_for_three_days_still_finds_its_place_in_the_log() {
        let data = tempfile::tempdir().expect("folder");
        let now = Arc::new(AtomicI64::new(1_800_000_000_000));
        let hands = Arc::clone(&now);
        let clock = Clock::from_fn(move || Timestamp(hands.load(Ordering::SeqCst)));
        let edge = for_tests(data.path(), clock).await;
        let run = async |command| {
            let done = admin::run(edge.hub(), edge.passwords(), command).await;
            done.expect("done");
            edge.store.head().await.expect("head")
        };
        let email = "marie@demo.guichet.test".to_owned();
        let away = run(AdminCommand::Demo).await;
        let later = run(AdminCommand::AgentDeactivate { email }).await;
        let standing = async |cursor| {
            let standing = edge.store.standing(cursor).await;
            standing.expect("reads")
        };

        now.fetch_add(3 * DAYS, Ordering::SeqCst);
        forget(&edge).await.expect("forgets");
        assert_eq!(standing(&away).await, Standing::Continues);
        now.fetch_add(1, Ordering::SeqCst);
        forget(&edge).await.expect("forgets");
        assert_eq!(standing(&away).await, Standing::BelowFloor);
        assert_eq!(standing(&later).await, Standing::Continues, "the last line");
    }
}
