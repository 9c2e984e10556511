//! Looks at conversations whose time came: the end of a ring time, of the longest wait, of a lease, the opening of an
//! office; closes those in which nothing happened for long, and deletes what was kept for long enough.
//!
//! When to look stands in the conversations' own rows, so a hub that starts again goes on where it was. Asking too often
//! changes nothing, and asking too late only delays.

use std::time::Duration;

use futures_util::future::join_all;
use guichet_domain::{Actor, Command, CommandId, ConversationId, Envelope, Timestamp};
use tokio::time::{Instant, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use crate::clock;
use crate::committer::SubmitError;
use crate::hub::Hub;
use crate::store::{Store, StoreError};

/// Between two looks: nobody notices that a ring goes on so much later.
const LOOK: Duration = Duration::from_millis(250);
/// Between two looks at what days decide.
const LOOK_AT_DAYS: Duration = Duration::from_mins(10);
/// Looked at together.
const BATCH: u32 = 200;
const DAY: i64 = 24 * 3600 * 1_000;

/// Runs until the hub closes.
pub async fn run(hub: &Hub, closing: CancellationToken) {
    let mut tick = interval(LOOK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut idle_at = Instant::now();
    loop {
        tokio::select! {
            () = closing.cancelled() => return,
            _ = tick.tick() => {}
        }
        let mut looked = look(hub).await;
        if looked.is_ok() && Instant::now() >= idle_at {
            idle_at = Instant::now() + LOOK_AT_DAYS;
            looked = close_idle(hub).await;
            looked = looked.and(delete_expired(hub).await);
        }
        if let Err(error) = looked {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "nobody looked at what is due"
            );
        }
    }
}

/// Looks at what is due by the hub's clock, until nothing is.
pub async fn look(hub: &Hub) -> Result<(), StoreError> {
    loop {
        let due = hub.store.due(hub.clock.now(), BATCH).await?;
        let all = u32::try_from(due.len()).unwrap_or(BATCH) < BATCH;
        let looked = ask(hub, &due, |conversation| Command::TimePassed {
            conversation,
        })
        .await;
        if all || !looked {
            return Ok(());
        }
    }
}

/// Closes what was idle for the company's auto-close days.
pub async fn close_idle(hub: &Hub) -> Result<(), StoreError> {
    let Some(days) = hub.committer.board().settings.auto_close_days else {
        return Ok(());
    };
    loop {
        let before = Timestamp(hub.clock.now().0 - i64::from(days) * DAY);
        let idle = hub.store.idle(before, BATCH).await?;
        let all = u32::try_from(idle.len()).unwrap_or(BATCH) < BATCH;
        let closed = ask(hub, &idle, |conversation| Command::CloseIdle {
            conversation,
        })
        .await;
        if all || !closed {
            return Ok(());
        }
    }
}

/// Deletes what was closed for the company's retention time.
pub async fn delete_expired(hub: &Hub) -> Result<(), StoreError> {
    loop {
        let settings = hub.committer.board().settings.clone();
        let Some(before) = settings.kept_since(hub.clock.now()) else {
            return Ok(());
        };
        let expired = hub.store.expired(before, BATCH).await?;
        let all = u32::try_from(expired.len()).unwrap_or(BATCH) < BATCH;
        let deleted = ask(hub, &expired, |conversation| Command::Expire {
            conversation,
        })
        .await;
        if all || !deleted {
            return Ok(());
        }
    }
}

/// Asks for each; false when the hub cannot store anything now.
async fn ask(
    hub: &Hub,
    conversations: &[ConversationId],
    command: impl Fn(ConversationId) -> Command,
) -> bool {
    let asked = conversations.iter().map(|conversation| {
        hub.committer.submit(Envelope {
            actor: Actor::Hub,
            id: CommandId(clock::new_id()),
            command: command(*conversation),
        })
    });
    let answers = join_all(asked).await;
    let failed = |answer: &Result<_, SubmitError>| answer.is_err();
    !answers.iter().any(failed)
}
