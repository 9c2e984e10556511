//! Old cache + deltas = fresh snapshot, over random histories with rights changes, truncation and restored backups.

use std::collections::BTreeMap;

use guichet_domain::{AgentId, ConversationId};
use guichet_hub::store::Store;
use guichet_protocol::{Entity, EntityKind, Key};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::core::Core;
use crate::history::{self, AGENTS, Step};
use crate::reader::Reader;

#[test]
fn a_cache_that_follows_the_deltas_equals_a_fresh_snapshot() {
    run(24, history::steps(100), |steps| async move {
        follow(&steps).await
    });
}

/// Runs a property over `cases` inputs, the same at each run; `PROPTEST_CASES` asks for more.
pub(crate) fn run<S, F>(cases: u32, inputs: S, property: impl Fn(S::Value) -> F)
where
    S: Strategy,
    F: Future<Output = Result<(), TestCaseError>>,
{
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|n| n.parse().ok());
    let config = Config {
        cases: asked.unwrap_or(cases),
        failure_persistence: None,
        ..Config::default()
    };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, seed)
        .run(&inputs, |input| {
            tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
                .expect("a runtime")
                .block_on(property(input))
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}

async fn follow(steps: &[Step]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut core = Core::open(folder.path()).await;
    history::found(&core).await;
    let mut readers: Vec<Reader> = (0..AGENTS)
        .map(|n| Reader::new(history::agent(n)))
        .collect();
    let mut backup = core.back_up();
    for step in steps {
        match step {
            Step::Pull { agent } => {
                let reader = &mut readers[usize::from(agent % AGENTS)];
                reader.pull(&core).await;
                equals_snapshot(&core, reader).await?;
            }
            Step::Truncate => {
                let head = core.store.head().await.expect("head");
                core.store.truncate_log(head.change).await.expect("cuts");
            }
            Step::BackUp => backup = core.back_up(),
            Step::Restore { by_hand } => {
                core = core.restore(&backup).await;
                if !by_hand {
                    core.store.renew_epoch().await.expect("renews");
                    core = {
                        let now = core.back_up();
                        core.restore(&now).await
                    };
                }
            }
            command => {
                let conversations = conversations(&core).await;
                history::carry_out(&core, &conversations, command).await;
            }
        }
    }
    for reader in &mut readers {
        reader.pull(&core).await;
        equals_snapshot(&core, reader).await?;
    }
    Ok(())
}

/// Every conversation that anybody holds, in order.
pub(crate) async fn conversations(core: &Core) -> Vec<ConversationId> {
    let mut found = std::collections::BTreeSet::<ConversationId>::new();
    for n in 0..AGENTS {
        let listed = core
            .store
            .manifest(history::agent(n), EntityKind::Conversation, "", 1_000)
            .await
            .expect("lists");
        found.extend(
            listed
                .into_iter()
                .filter_map(|e| e.key.id.parse::<ConversationId>().ok()),
        );
    }
    found.into_iter().collect()
}

pub(crate) async fn equals_snapshot(core: &Core, reader: &Reader) -> Result<(), TestCaseError> {
    let fresh = snapshot(core, reader.agent).await;
    let cached: BTreeMap<&Key, (&u64, &Entity)> = reader
        .rows
        .iter()
        .map(|(key, row)| (key, (&row.change, &row.entity)))
        .collect();
    let fresh: BTreeMap<&Key, (&u64, &Entity)> = fresh
        .iter()
        .map(|(key, (change, entity))| (key, (change, entity)))
        .collect();
    prop_assert_eq!(cached, fresh);
    for row in reader.rows.values() {
        let Entity::Conversation(conversation) = &row.entity else {
            continue;
        };
        let stored = core
            .store
            .messages(conversation.id, None, 10_000)
            .await
            .expect("reads");
        let lines: Vec<_> = row.messages.values().cloned().collect();
        prop_assert!(
            lines.len() >= stored.len().min(50),
            "the newest lines are there"
        );
        prop_assert!(
            stored.ends_with(&lines),
            "the lines are the last ones, without a gap"
        );
    }
    Ok(())
}

async fn snapshot(core: &Core, agent: AgentId) -> BTreeMap<Key, (u64, Entity)> {
    let mut keys = Vec::new();
    for kind in EntityKind::ALL {
        let listed = core
            .store
            .manifest(agent, kind, "", 10_000)
            .await
            .expect("lists");
        keys.extend(listed.into_iter().map(|entry| entry.key));
    }
    let rows = core.store.held(agent, &keys).await.expect("reads");
    rows.into_iter()
        .map(|(entity, change)| (entity.key(), (change, entity)))
        .collect()
}
