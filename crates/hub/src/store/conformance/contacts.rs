//! The address book: found, known again, merged, erased.

use std::collections::BTreeSet;

use guichet_domain::{Contact, ContactDetails, ContactId, Timestamp};
use guichet_protocol::{Entity, VisitorFacts};
use uuid::Uuid;

use super::company::{ACCOUNT, CONTACT, CONVERSATION, commit, company, conversation, offered};
use super::sqlite;
use crate::access::token::TokenHash;
use crate::store::{Diff, Erasure, GoneContact, Loaded, LogRow, Store, Subject, Wanted};

const OTHER: ContactId = ContactId(Uuid::from_u128(50));

fn known(id: ContactId, name: &str, email: &str) -> Entity {
    Entity::Contact(Contact {
        id,
        details: ContactDetails {
            name: Some(name.into()),
            email: Some(email.into()),
            ..ContactDetails::default()
        },
        known: true,
        number: 2,
        since: Timestamp(1),
    })
}

async fn load(store: &dyn Store, wanted: &Wanted) -> Loaded {
    let mut seen = None;
    let decide = &mut |loaded| {
        seen = Some(loaded);
        Diff::default()
    };
    store.commit_group(wanted, decide).await.expect("loads");
    seen.expect("decided")
}

/// A contact goes, after a change by which the group is known.
async fn goes(store: &dyn Store, gone: GoneContact, puts: Vec<Entity>) {
    let decide = &mut |loaded: Loaded| {
        let change = loaded.change + 1;
        let key = guichet_protocol::Key::new(guichet_protocol::EntityKind::Contact, OTHER);
        Diff {
            change,
            at: Timestamp(9),
            gone_contacts: vec![gone],
            puts: puts.iter().map(|put| (put.clone(), change)).collect(),
            log: vec![LogRow {
                change,
                subject: Subject::Entity(key),
                before: guichet_domain::Audience::Nobody,
            }],
            ..Diff::default()
        }
    };
    let wanted = Wanted::default();
    store.commit_group(&wanted, decide).await.expect("commits");
}

async fn names(store: &dyn Store, words: &[&str], page: (u32, u32)) -> (u32, Vec<String>) {
    let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
    let found = store.address_book(&words, page).await.expect("reads");
    let name = |contact: Contact| contact.details.name.expect("a name");
    (found.total, found.contacts.into_iter().map(name).collect())
}

#[tokio::test]
async fn the_book_has_those_who_are_known_by_name() {
    let (_folder, store) = sqlite().await;
    company(&store).await;
    let third = ContactId(Uuid::from_u128(51));
    let puts = vec![
        known(OTHER, "Élodie 100 %", "e@example.org"),
        known(third, "Bernard", "b@example.org"),
    ];
    commit(&store, 8, puts, vec![]).await;
    let both = vec!["Bernard".to_owned(), "Élodie 100 %".to_owned()];
    assert_eq!(names(&store, &[], (0, 9)).await, (2, both.clone()));
    assert_eq!(names(&store, &[], (1, 1)).await, (2, both[1..].to_vec()));
    assert_eq!(names(&store, &["elodie", "@example"], (0, 9)).await.0, 1);
    assert_eq!(names(&store, &["%"], (0, 9)).await.0, 1, "no pattern");
    assert_eq!(names(&store, &["nobody"], (0, 9)).await.0, 0);
    let identities = BTreeSet::from(["e@example.org".to_owned(), "x".to_owned()]);
    let again = store.identified(&identities).await.expect("reads");
    assert_eq!(again.len(), 1);
    let wanted = Wanted {
        identities,
        ..Wanted::default()
    };
    assert_eq!(load(&store, &wanted).await.contacts, again);
}

#[tokio::test]
async fn a_contact_is_loaded_with_everything_that_was_said() {
    let (_folder, store) = sqlite().await;
    company(&store).await;
    let wanted = Wanted {
        contacts_whole: BTreeSet::from([CONTACT]),
        ..Wanted::default()
    };
    let loaded = load(&store, &wanted).await;
    assert_eq!(loaded.conversations, [conversation(offered(), 3)]);
    assert_eq!(loaded.contacts.len(), 1);
}

#[tokio::test]
async fn a_merged_contact_is_found_by_where_they_write_from() {
    let (_folder, store) = sqlite().await;
    company(&store).await;
    commit(
        &store,
        8,
        vec![known(OTHER, "Anna", "a@example.org")],
        vec![],
    )
    .await;
    let mut moved = conversation(offered(), 3);
    if let guichet_domain::Kind::Customer { contact, point, .. } = &mut moved.kind {
        (*contact, *point) = (OTHER, Some(CONTACT));
    }
    let merged = GoneContact::Merged {
        winner: OTHER,
        loser: CONTACT,
    };
    goes(&store, merged, vec![Entity::Conversation(moved.clone())]).await;
    assert_eq!(store.contact(CONTACT).await.expect("reads"), None);
    let wanted = Wanted {
        contacts: BTreeSet::from([CONTACT]),
        open_between: BTreeSet::from([(ACCOUNT, CONTACT)]),
        ..Wanted::default()
    };
    let loaded = load(&store, &wanted).await;
    assert_eq!(loaded.points[&CONTACT], OTHER);
    assert_eq!(loaded.conversations, [moved]);
    assert_eq!(loaded.contacts[0].id, OTHER);
    let of = async |point| {
        let latest = store.latest_conversation(ACCOUNT, point).await;
        latest.expect("reads").map(|(found, _)| found.id)
    };
    assert_eq!(
        (of(CONTACT).await, of(OTHER).await),
        (Some(CONVERSATION), None)
    );
}

#[tokio::test]
async fn who_is_erased_is_kept_as_that_alone() {
    let (_folder, store) = sqlite().await;
    company(&store).await;
    commit(
        &store,
        8,
        vec![known(OTHER, "Anna", "a@example.org")],
        vec![],
    )
    .await;
    let merged = GoneContact::Merged {
        winner: OTHER,
        loser: CONTACT,
    };
    goes(&store, merged, vec![]).await;
    let token = TokenHash([7; 32]);
    let facts = VisitorFacts {
        address: "203.0.113.9".parse().expect("an address"),
        seen: Timestamp(1),
        page: None,
        referrer: None,
        browser: None,
        language: None,
        time_zone: None,
    };
    let put = store.put_visitor(CONTACT, ACCOUNT, token, &facts);
    put.await.expect("kept");
    assert_eq!(
        store.visitor(ACCOUNT, token).await.expect("reads"),
        Some(CONTACT)
    );
    goes(&store, GoneContact::Erased(OTHER), vec![]).await;
    let erased = vec![Erasure {
        contact: OTHER,
        points: BTreeSet::from([CONTACT]),
        at: Timestamp(9),
    }];
    assert_eq!(store.erasures().await.expect("reads"), erased);
    assert_eq!(store.visitor(ACCOUNT, token).await.expect("reads"), None);
    assert_eq!(names(&store, &[], (0, 9)).await.0, 0);
    store.keep_erasures(&erased).await.expect("known already");
    assert_eq!(store.erasures().await.expect("reads"), erased);
}

#[tokio::test]
async fn contacts_from_before_there_was_a_book_are_in_it() {
    let (folder, store) = sqlite().await;
    commit(
        &store,
        8,
        vec![known(OTHER, "Élodie", "e@example.org")],
        vec![],
    )
    .await;
    for sql in [
        "UPDATE contact SET known = 0, found = NULL",
        "DELETE FROM contact_identity",
    ] {
        let mut write = store.write.lock().await;
        sqlx::query(sql)
            .execute(&mut *write)
            .await
            .expect("as it was");
    }
    store.close().await.expect("closes");
    drop(store);
    let path = folder.path().join("hub.db");
    let store = crate::store::sqlite::Sqlite::open(&path)
        .await
        .expect("opens");
    assert_eq!(names(&store, &["elodie"], (0, 9)).await.0, 1);
    let identities = BTreeSet::from(["e@example.org".to_owned()]);
    assert_eq!(store.identified(&identities).await.expect("reads").len(), 1);
}
