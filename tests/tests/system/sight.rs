//! The two rules of sight are the same as functions and as SQL, on random companies.

use std::collections::BTreeSet;

use guichet_domain::{AgentId, Audience, Settings, Situation, holds, may_read};
use guichet_hub::store::{Diff, LogRow, Store, Subject, Wanted, sqlite::Sqlite};
use guichet_protocol::{Entity, EntityKind, Key};
use guichet_tests::company::companies;
use guichet_tests::soak;
use proptest::prelude::*;

/// Companies of one store: what is another company's is never one's own.
const TOGETHER: u32 = 20;

#[test]
fn what_an_agent_holds_and_may_read_is_the_same_as_function_and_as_sql() {
    let stores = soak::count(50, 200);
    soak::run(stores, companies(TOGETHER), |companies| async move {
        agree(&companies).await
    });
}

async fn agree(companies: &[Situation]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Sqlite::open(&folder.path().join("hub.db"))
        .await
        .expect("opens");
    for (company, change) in companies.iter().zip(1..) {
        keep(&store, company, change).await;
    }
    for (history, change) in [true, false].into_iter().zip(1 + u64::from(TOGETHER)..) {
        let settings = Settings {
            history,
            ..Settings::default()
        };
        put(&store, vec![Entity::Settings(settings.clone())], change).await;
        for company in companies {
            let mut company = company.clone();
            company.board.settings = settings.clone();
            for agent in company.board.agents.keys() {
                agree_on(&store, &company, *agent).await?;
            }
        }
    }
    Ok(())
}

async fn agree_on(
    store: &Sqlite,
    company: &Situation,
    agent: AgentId,
) -> Result<(), TestCaseError> {
    let mut held = BTreeSet::new();
    let mut contacts = BTreeSet::new();
    for conversation in company.conversations.values() {
        let holds = holds(&company.board, agent, conversation);
        if holds {
            held.insert(conversation.id.to_string());
            contacts.extend(conversation.contact().map(|id| id.to_string()));
        }
        let key = Key::new(EntityKind::Conversation, conversation.id);
        let found = store.held(agent, &[key]).await.expect("reads").len();
        prop_assert_eq!(found == 1, holds);
        let readable = store.may_read(agent, conversation.id).await;
        prop_assert_eq!(
            readable.expect("reads"),
            may_read(company, agent, conversation)
        );
    }
    prop_assert_eq!(listed(store, agent, EntityKind::Conversation).await, held);
    prop_assert_eq!(listed(store, agent, EntityKind::Contact).await, contacts);
    Ok(())
}

async fn listed(store: &Sqlite, agent: AgentId, kind: EntityKind) -> BTreeSet<String> {
    let listed = store
        .manifest(agent, kind, "", 10_000)
        .await
        .expect("lists");
    listed.into_iter().map(|entry| entry.key.id).collect()
}

/// Writes the whole company in one group.
async fn keep(store: &Sqlite, company: &Situation, change: u64) {
    let board = &company.board;
    let entities: Vec<Entity> = board
        .agents
        .values()
        .cloned()
        .map(Entity::Agent)
        .chain(board.departments.values().cloned().map(Entity::Department))
        .chain(board.queues.values().cloned().map(Entity::Queue))
        .chain(board.accounts.values().cloned().map(Entity::Account))
        .chain(company.contacts.values().cloned().map(Entity::Contact))
        .chain(
            company
                .conversations
                .values()
                .cloned()
                .map(Entity::Conversation),
        )
        .collect();
    put(store, entities, change).await;
}

async fn put(store: &Sqlite, entities: Vec<Entity>, change: u64) {
    store
        .commit_group(&Wanted::default(), &mut |_| Diff {
            change,
            puts: entities.iter().map(|e| (e.clone(), change)).collect(),
            log: vec![LogRow {
                change,
                subject: Subject::Entity(entities[0].key()),
                before: Audience::Nobody,
            }],
            ..Diff::default()
        })
        .await
        .expect("keeps");
}
