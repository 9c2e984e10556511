//! Who owns what: what follows an owner, and how much each owns.

use guichet_domain::{Outcome, Ownership, Timestamp};
use guichet_protocol::{AgentLoad, Entity, EntityKind, Key};

use super::company::{
    AGENT, CONTACT, CONVERSATION, OTHER, QUEUE, commit, company, conversation, offered, owned,
};
use super::sqlite;
use crate::store::Store;

#[tokio::test]
async fn what_an_agent_holds_follows_the_owner() {
    let (_folder, store) = sqlite().await;
    company(&store).await;
    let keys = [
        Key::new(EntityKind::Conversation, CONVERSATION),
        Key::new(EntityKind::Contact, CONTACT),
    ];
    let held = async |agent| store.held(agent, &keys).await.expect("reads").len();
    assert_eq!((held(AGENT).await, held(OTHER).await), (2, 0));
    commit(
        &store,
        9,
        vec![Entity::Conversation(conversation(owned(OTHER), 3))],
        vec![],
    )
    .await;
    assert_eq!((held(AGENT).await, held(OTHER).await), (0, 2));
    let listed = store
        .manifest(OTHER, EntityKind::Conversation, "", 10)
        .await
        .expect("lists");
    assert_eq!(listed.len(), 1);
    assert!(store.may_read(OTHER, CONVERSATION).await.expect("reads"));
    assert!(!store.may_read(AGENT, CONVERSATION).await.expect("reads"));
}

#[tokio::test]
async fn loads_count_what_is_open_and_owned() {
    let (_folder, store) = sqlite().await;
    company(&store).await;
    let after = async |ownership| {
        let row = Entity::Conversation(conversation(ownership, 3));
        commit(&store, 9, vec![row], vec![]).await;
        let loads = store.loads().await.expect("reads");
        let pair = |load: AgentLoad| (load.agent, load.open);
        loads.into_iter().map(pair).collect::<Vec<_>>()
    };
    assert_eq!(after(offered()).await, []);
    assert_eq!(after(owned(OTHER)).await, [(OTHER, 1)]);
    let closed = Ownership::Closed {
        last_owner: Some(OTHER),
        queue: Some(QUEUE),
        at: Timestamp(2),
        outcome: Outcome::DealtWith,
    };
    assert_eq!(after(closed).await, []);
}
