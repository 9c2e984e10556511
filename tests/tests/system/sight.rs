//! The two rules of sight are the same as functions and as SQL, on random companies.

use std::collections::BTreeSet;

use guichet_domain::{Audience, Situation, holds, may_read};
use guichet_hub::store::{Diff, LogRow, Store, Subject, Wanted, sqlite::Sqlite};
use guichet_protocol::{Entity, EntityKind, Key};
use guichet_tests::company::company;
use proptest::prelude::*;

use guichet_tests::soak;

#[test]
fn what_an_agent_holds_and_may_read_is_the_same_as_function_and_as_sql() {
    soak::run(
        1_000,
        company(),
        |company| async move { agree(&company).await },
    );
}

async fn agree(company: &Situation) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Sqlite::open(&folder.path().join("hub.db"))
        .await
        .expect("opens");
    keep(&store, company).await;
    for agent in company.board.agents.keys() {
        let listed: BTreeSet<String> = store
            .manifest(*agent, EntityKind::Conversation, "", 10_000)
            .await
            .expect("lists")
            .into_iter()
            .map(|entry| entry.key.id)
            .collect();
        let contacts: BTreeSet<String> = store
            .manifest(*agent, EntityKind::Contact, "", 10_000)
            .await
            .expect("lists")
            .into_iter()
            .map(|entry| entry.key.id)
            .collect();
        let mut expected_contacts = BTreeSet::new();
        for conversation in company.conversations.values() {
            let held = holds(&company.board, *agent, conversation);
            prop_assert_eq!(listed.contains(&conversation.id.to_string()), held);
            if held {
                expected_contacts.extend(conversation.contact().map(|id| id.to_string()));
            }
            let key = Key::new(EntityKind::Conversation, conversation.id);
            let found = store.held(*agent, &[key]).await.expect("reads").len();
            prop_assert_eq!(found == 1, held);
            let readable = store
                .may_read(*agent, conversation.id)
                .await
                .expect("reads");
            prop_assert_eq!(readable, may_read(company, *agent, conversation));
        }
        prop_assert_eq!(contacts, expected_contacts);
    }
    Ok(())
}

/// Writes the whole company in one group.
async fn keep(store: &Sqlite, company: &Situation) {
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
    store
        .commit_group(&Wanted::default(), &mut |_| Diff {
            change: 1,
            puts: entities.iter().map(|entity| (entity.clone(), 1)).collect(),
            log: vec![LogRow {
                change: 1,
                subject: Subject::Entity(entities[0].key()),
                before: Audience::Nobody,
            }],
            ..Diff::default()
        })
        .await
        .expect("keeps");
}
