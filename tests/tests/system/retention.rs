//! What a company keeps for so long, and what is closed because nothing happens: by days and months of the hub's clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use guichet_domain::{
    Actor, AgentId, Command, CommandId, Envelope, Ownership, Settings, Timestamp,
};
use guichet_hub::Clock;
use guichet_hub::clock::new_id;
use guichet_hub::jobs::timers::{close_idle, delete_expired};
use guichet_hub::store::Store;
use guichet_protocol::CommandResult;

use crate::door::Door;

const DAY: i64 = 24 * 3600 * 1000;
/// 2026-01-31 12:00 UTC.
const START: i64 = 1_769_860_800_000;

async fn done(door: &Door, actor: Actor, command: Command) {
    let envelope = Envelope {
        actor,
        id: CommandId(new_id()),
        command,
    };
    let result = door.hub.hub.committer.submit(envelope).await;
    assert!(
        matches!(result, Ok(CommandResult::Done { .. })),
        "{result:?}"
    );
}

#[tokio::test]
async fn what_is_idle_is_closed_and_what_was_kept_for_long_enough_is_deleted() {
    let folder = tempfile::tempdir().expect("a folder");
    let now = Arc::new(AtomicI64::new(START));
    let hands = Arc::clone(&now);
    let clock = Clock::from_fn(move || Timestamp(hands.load(Ordering::SeqCst)));
    let door = Door::open(folder.path(), clock).await;
    let hub = &door.hub.hub;
    let board = hub.committer.board();
    let marie: AgentId = board
        .agents
        .values()
        .find(|agent| agent.name.starts_with("Marie"))
        .expect("known")
        .id;
    let opened = async |text: &str| {
        let visitor = door.visitor().await;
        door.conversation(&visitor, text)
            .await
            .parse()
            .expect("an id")
    };
    let (dealt, waiting) = (opened("Bonjour").await, opened("Allô").await);
    done(
        &door,
        Actor::Agent(marie),
        Command::Take {
            conversation: dealt,
        },
    )
    .await;
    done(
        &door,
        Actor::Agent(marie),
        Command::DealtWith {
            conversation: dealt,
        },
    )
    .await;
    let look = async || {
        close_idle(hub).await.expect("looks");
        delete_expired(hub).await.expect("looks");
        let state = async |id| {
            let found = hub.store.conversation(id).await.expect("reads");
            found.map(|(conversation, _)| match conversation.ownership() {
                Some(Ownership::Closed { .. }) => "closed",
                _ => "open",
            })
        };
        (state(dealt).await, state(waiting).await)
    };
    now.fetch_add(400 * DAY, Ordering::SeqCst);
    assert_eq!(
        look().await,
        (Some("closed"), Some("open")),
        "for ever, unless said"
    );
    let settings = Settings {
        auto_close_days: Some(30),
        retention_months: Some(1),
        ..Settings::default()
    };
    now.store(START + 29 * DAY, Ordering::SeqCst);
    done(&door, Actor::Hub, Command::PutSettings { settings }).await;
    // A month before the 28th of February is the 28th of January.
    now.store(START + 28 * DAY, Ordering::SeqCst);
    assert_eq!(look().await, (Some("closed"), Some("open")));
    now.store(START + 30 * DAY, Ordering::SeqCst);
    assert_eq!(
        look().await,
        (None, Some("closed")),
        "its last line says that it was closed"
    );
    now.store(START + 70 * DAY, Ordering::SeqCst);
    assert_eq!(look().await, (None, None));
    let trail = hub.store.audit(None, None, 2).await.expect("reads");
    assert!(
        trail.iter().all(|(_, row)| row.by == Actor::Hub),
        "{trail:?}"
    );
}
