//! What every store must do, run on each database.

mod blocks;
mod company;
mod contacts;
mod owners;
mod templates;

use std::collections::BTreeSet;

use guichet_domain::{Audience, ContactId, MessageId, Mine, Timestamp};
use guichet_protocol::{Cursor, Entity, EntityKind, Key};
use uuid::Uuid;

use super::sqlite::Sqlite;
use super::{Diff, LogRow, Place, Standing, Store, StoredAnswer, Subject, Wanted};
use company::{
    ACCOUNT, AGENT, CONTACT, CONVERSATION, OTHER, QUEUE, commit, company, contact, conversation,
    message, offered, queue,
};

async fn sqlite() -> (tempfile::TempDir, Sqlite) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = Sqlite::open(&folder.path().join("hub.db"))
        .await
        .expect("opens");
    (folder, store)
}

#[tokio::test]
async fn what_a_group_wrote_is_read_back() {
    let (_folder, store) = sqlite().await;
    let head = company(&store).await;
    assert_eq!((head.change, head.tag), (5, 7));
    let (board, _, change) = store.company().await.expect("company");
    assert_eq!((board.agents.len(), board.queues.len(), change), (2, 1, 5));
    let found = store.conversation(CONVERSATION).await.expect("reads");
    assert_eq!(found, Some((conversation(offered(), 3), 5)));
    let newest = store.messages(CONVERSATION, None, 2).await.expect("reads");
    assert_eq!(newest, vec![message(2), message(3)]);
    let older = store
        .messages(CONVERSATION, Some(2), 9)
        .await
        .expect("reads");
    assert_eq!(older, vec![message(1)]);
}

#[tokio::test]
async fn a_message_is_found_by_its_id_among_those_of_its_contact() {
    let (_folder, store) = sqlite().await;
    company(&store).await;
    let id = message(2).id.expect("an id");
    let place = Place {
        conversation: CONVERSATION,
        seq: 2,
        revision: 5,
    };
    let of = async |id, contact| store.place(id, contact).await.expect("reads");
    assert_eq!(of(id, CONTACT).await, Some(place));
    assert_eq!(of(id, ContactId(Uuid::nil())).await, None);
    assert_eq!(of(MessageId(Uuid::nil()), CONTACT).await, None);
}

#[tokio::test]
async fn what_a_group_names_is_loaded_under_the_lock() {
    let (_folder, store) = sqlite().await;
    company(&store).await;
    let mine = Mine {
        read: 2,
        ..Mine::new(AGENT, CONVERSATION)
    };
    commit(&store, 8, vec![Entity::Mine(mine.clone())], vec![]).await;
    let cases = [
        Wanted {
            conversations: BTreeSet::from([CONVERSATION]),
            mine: BTreeSet::from([(AGENT, CONVERSATION)]),
            ..Wanted::default()
        },
        Wanted {
            open_between: BTreeSet::from([(ACCOUNT, CONTACT)]),
            mine_of: BTreeSet::from([CONVERSATION]),
            ..Wanted::default()
        },
        Wanted {
            waiting_in: BTreeSet::from([QUEUE]),
            mine: BTreeSet::from([(AGENT, CONVERSATION)]),
            ..Wanted::default()
        },
    ];
    for wanted in cases {
        let mut seen = None;
        store
            .commit_group(&wanted, &mut |loaded| {
                seen = Some(loaded);
                Diff::default()
            })
            .await
            .expect("loads");
        let loaded = seen.expect("decided");
        assert_eq!(loaded.conversations, vec![conversation(offered(), 3)]);
        assert_eq!(loaded.contacts.len(), 1, "with the conversation's contact");
        assert_eq!(loaded.mine, vec![mine.clone()]);
    }
}

#[tokio::test]
async fn which_message_ids_are_in_use_is_loaded_with_the_group() {
    let (_folder, store) = sqlite().await;
    company(&store).await;
    let used = message(1).id.expect("an id");
    let wanted = Wanted {
        messages: BTreeSet::from([used, MessageId(Uuid::nil())]),
        ..Wanted::default()
    };
    let mut found = BTreeSet::new();
    store
        .commit_group(&wanted, &mut |loaded| {
            found = loaded.messages;
            Diff::default()
        })
        .await
        .expect("loads");
    assert_eq!(found, BTreeSet::from([used]));
}

#[tokio::test]
async fn an_answer_is_stored_with_its_group_and_forgotten_when_old_unless_a_customers() {
    let (_folder, store) = sqlite().await;
    let answer = StoredAnswer {
        hash: vec![1, 2, 255],
        result: "{}".into(),
    };
    let keys = [
        ("agent:a".to_owned(), "1".to_owned()),
        ("customer:b".to_owned(), "1".to_owned()),
    ];
    store
        .commit_group(&Wanted::default(), &mut |_| Diff {
            at: Timestamp(10),
            answers: keys.iter().map(|k| (k.clone(), answer.clone())).collect(),
            ..Diff::default()
        })
        .await
        .expect("commits");
    assert_eq!(
        store.forget_answers(Timestamp(11)).await.expect("forgets"),
        1
    );
    let wanted = Wanted {
        answers: BTreeSet::from(keys.clone()),
        ..Wanted::default()
    };
    let mut found = None;
    store
        .commit_group(&wanted, &mut |loaded| {
            found = Some(loaded.answers);
            Diff::default()
        })
        .await
        .expect("loads");
    let found = found.expect("decided");
    assert_eq!(found.keys().collect::<Vec<_>>(), vec![&keys[1]]);
    assert_eq!(found[&keys[1]], answer);
}

#[tokio::test]
async fn a_group_that_fails_leaves_nothing() {
    let (_folder, store) = sqlite().await;
    let before = company(&store).await;
    let twice = store
        .commit_group(&Wanted::default(), &mut |loaded| Diff {
            change: loaded.change + 1,
            contact_count: loaded.contact_count,
            puts: vec![(queue(&[]), loaded.change + 1)],
            messages: vec![(message(3), loaded.change + 1)],
            log: vec![LogRow {
                change: loaded.change + 1,
                subject: Subject::Rights(AGENT),
                before: Audience::Nobody,
            }],
            ..Diff::default()
        })
        .await;
    assert!(twice.is_err(), "a line cannot be written twice");
    assert_eq!(store.head().await.expect("head"), before);
    let (board, ..) = store.company().await.expect("company");
    assert_eq!(board.queues[&QUEUE].members, vec![AGENT]);
}

#[tokio::test]
async fn a_cursor_stands_or_falls_by_epoch_tag_and_floor() {
    let (_folder, store) = sqlite().await;
    let start = store.head().await.expect("head");
    let first = company(&store).await;
    let second = commit(&store, 9, vec![contact()], vec![]).await;
    let standing = async |cursor: &Cursor| store.standing(cursor).await.expect("stands");
    for good in [&start, &first, &second] {
        assert_eq!(standing(good).await, Standing::Continues);
    }
    let bad = [
        (
            Cursor {
                epoch: "other".into(),
                ..first.clone()
            },
            Standing::OtherEpoch,
        ),
        (
            Cursor {
                tag: 8,
                ..first.clone()
            },
            Standing::OtherTag,
        ),
        (
            Cursor {
                change: 3,
                ..first.clone()
            },
            Standing::OtherTag,
        ),
        (
            Cursor {
                change: 99,
                ..first.clone()
            },
            Standing::OtherTag,
        ),
        (
            Cursor {
                tag: 1,
                ..start.clone()
            },
            Standing::OtherTag,
        ),
    ];
    for (cursor, expected) in bad {
        assert_eq!(standing(&cursor).await, expected, "{cursor}");
    }
    store.truncate_log(first.change).await.expect("truncates");
    assert_eq!(standing(&start).await, Standing::BelowFloor);
    assert_eq!(standing(&first).await, Standing::Continues);
    store.renew_epoch().await.expect("renews");
    assert_eq!(standing(&second).await, Standing::OtherEpoch);
}

#[tokio::test]
async fn the_log_is_old_by_age_and_by_length_and_its_last_line_stays() {
    let (_folder, store) = sqlite().await;
    let old = async |before, keep| {
        let old = store.old_log(Timestamp(before), keep).await;
        old.expect("reads")
    };
    assert_eq!(old(10, 10).await, 0..0, "nothing happened yet");
    for at in [10, 20, 20, 30] {
        commit_at(&store, Timestamp(at), contact()).await;
    }
    for (before, keep, expected) in [
        (10, 10, 1..1),
        (11, 10, 1..2),
        (20, 10, 1..2),
        (30, 10, 1..4),
        (99, 10, 1..4),
        (10, 4, 1..1),
        (10, 3, 1..2),
        (30, 3, 1..4),
        (10, 1, 1..4),
    ] {
        assert_eq!(old(before, keep).await, expected, "{before} {keep}");
    }
    store.truncate_log(4).await.expect("truncates");
    assert_eq!(old(99, 10).await, 4..4);
}

async fn commit_at(store: &dyn Store, at: Timestamp, entity: Entity) {
    let mut entity = Some(entity);
    store
        .commit_group(&Wanted::default(), &mut |loaded| {
            let entity = entity.take().expect("decided once");
            let change = loaded.change + 1;
            let line = LogRow {
                change,
                subject: Subject::Entity(entity.key()),
                before: Audience::Nobody,
            };
            Diff {
                change,
                at,
                contact_count: loaded.contact_count,
                puts: vec![(entity, change)],
                log: vec![line],
                ..Diff::default()
            }
        })
        .await
        .expect("commits");
}

#[tokio::test]
async fn whose_rights_changed_is_known_from_any_place_in_the_log() {
    let (_folder, store) = sqlite().await;
    let start = store.head().await.expect("head");
    let first = company(&store).await;
    store
        .commit_group(&Wanted::default(), &mut |loaded| Diff {
            change: loaded.change + 1,
            contact_count: loaded.contact_count,
            log: vec![LogRow {
                change: loaded.change + 1,
                subject: Subject::Rights(AGENT),
                before: Audience::Nobody,
            }],
            ..Diff::default()
        })
        .await
        .expect("commits");
    let last = store.head().await.expect("head");
    let changed = async |agent, since| store.rights_changed(agent, since).await.expect("reads");
    assert!(changed(AGENT, &start).await && changed(AGENT, &first).await);
    assert!(!changed(AGENT, &last).await && !changed(OTHER, &start).await);
}

#[tokio::test]
async fn the_log_is_read_in_whole_groups() {
    let (_folder, store) = sqlite().await;
    let start = store.head().await.expect("head");
    let first = company(&store).await;
    let second = commit(&store, 9, vec![contact()], vec![]).await;
    let range = store.log_after(&start, 2).await.expect("reads");
    assert_eq!(
        (range.rows.len(), range.to.clone(), range.more),
        (5, first, true)
    );
    let range = store.log_after(&range.to, 2).await.expect("reads");
    assert_eq!(
        (range.rows.len(), range.to.clone(), range.more),
        (1, second, false)
    );
    let range = store.log_after(&range.to, 2).await.expect("reads");
    assert_eq!((range.rows.len(), range.more), (0, false));
}

#[tokio::test]
async fn a_deleted_conversation_leaves_no_line() {
    let (_folder, store) = sqlite().await;
    company(&store).await;
    store
        .commit_group(&Wanted::default(), &mut |loaded| Diff {
            change: loaded.change + 1,
            contact_count: loaded.contact_count,
            deleted: vec![CONVERSATION],
            log: vec![LogRow {
                change: loaded.change + 1,
                subject: Subject::Entity(Key::new(EntityKind::Conversation, CONVERSATION)),
                before: Audience::Members(QUEUE),
            }],
            ..Diff::default()
        })
        .await
        .expect("commits");
    assert_eq!(store.conversation(CONVERSATION).await.expect("reads"), None);
    let lines = store.messages(CONVERSATION, None, 10).await.expect("reads");
    assert_eq!(lines, vec![]);
}
