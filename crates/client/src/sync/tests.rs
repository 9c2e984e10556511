//! Following a hub that does as the test says.

use guichet_domain::ConversationId;
use guichet_protocol::{EntityKind, Key, ResyncReason, SyncAnswer};
use serde_json::json;

use crate::testing::desk::Desk;
use crate::testing::hub::FakeHub;
use crate::testing::{
    contact, conversation, delta, from_customer, id, me, offered, owned_by, put, put_with,
};
use crate::view::{ConnectionState, GoneReason, UiEvent};

async fn names(desk: &Desk) -> Vec<String> {
    let args = json!({"view": "recents", "offset": 0, "limit": 50});
    let window = desk.call("list", args).await;
    let rows = window["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| row["name"].as_str().unwrap().to_owned())
        .collect()
}

fn held(n: u128, name: &str) -> Vec<guichet_protocol::Put> {
    let lines = [from_customer(id(n), 1, "Bonjour")];
    let row = conversation(n, owned_by(me()), &lines);
    vec![
        put(1, contact(n, Some(name))),
        put_with(1, row, &lines, true),
    ]
}

#[tokio::test]
async fn the_first_sync_brings_everything_and_the_feed_what_comes_after() {
    let hub = FakeHub::start(1, held(1, "Awa")).await;
    let mut desk = Desk::at(&hub).await;
    assert_eq!(names(&desk).await, ["Awa"]);
    hub.push(&delta(1, 2, held(2, "Bao"), vec![]));
    desk.until_that(async |desk| names(desk).await == ["Awa", "Bao"])
        .await;
    let del = Key::new(EntityKind::Conversation, id::<ConversationId>(1));
    hub.push(&delta(2, 3, vec![], vec![del]));
    let gone = desk
        .until(|event| matches!(event, UiEvent::Gone { .. }))
        .await;
    let expected = UiEvent::Gone {
        conversation: id(1),
        reason: GoneReason::Transferred,
        by: None,
        kept_draft: false,
    };
    assert_eq!(gone, expected);
    assert_eq!(names(&desk).await, ["Bao"]);
    desk.app.shut_down().await;
}

#[tokio::test]
async fn a_delta_that_does_not_continue_is_pulled_for() {
    let hub = FakeHub::start(1, held(1, "Awa")).await;
    let mut desk = Desk::at(&hub).await;
    let answer = delta(1, 5, held(2, "Bao"), vec![]);
    // A gap: what went from 1 to 4 was lost.
    let stray = delta(4, 5, held(3, "Cam"), vec![]);
    hub.say(SyncAnswer::Delta(answer));
    hub.push(&stray);
    desk.until_that(async |desk| names(desk).await == ["Awa", "Bao"])
        .await;
    desk.app.shut_down().await;
}

#[tokio::test]
async fn changed_rights_are_compared_with_the_manifest() {
    let hub = FakeHub::start(1, held(1, "Awa")).await;
    let mut desk = Desk::at(&hub).await;
    hub.hold(7, held(2, "Bao"));
    hub.pull(SyncAnswer::Resync {
        reason: ResyncReason::Rights,
    });
    let gone = desk
        .until(|event| matches!(event, UiEvent::Gone { .. }))
        .await;
    let UiEvent::Gone { reason, .. } = gone else {
        panic!("gone");
    };
    assert_eq!(reason, GoneReason::Rights);
    desk.until_that(async |desk| names(desk).await == ["Bao"])
        .await;
    desk.app.shut_down().await;
}

#[tokio::test]
async fn another_history_of_the_hub_replaces_rows_with_higher_numbers() {
    let hub = FakeHub::start(1, held(1, "Awa")).await;
    let mut desk = Desk::at(&hub).await;
    let newer = put(9, contact(1, Some("Awa, plus tard")));
    hub.push(&delta(1, 9, vec![newer], vec![]));
    desk.until_that(async |desk| names(desk).await == ["Awa, plus tard"])
        .await;
    hub.hold(2, held(1, "Awa"));
    hub.pull(SyncAnswer::Resync {
        reason: ResyncReason::Epoch,
    });
    desk.until_that(async |desk| names(desk).await == ["Awa"])
        .await;
    desk.app.shut_down().await;
}

#[tokio::test]
async fn a_void_token_signs_out_and_nothing_is_held_any_more() {
    let hub = FakeHub::start(1, held(1, "Awa")).await;
    let mut desk = Desk::at(&hub).await;
    hub.sign_everybody_out();
    hub.pull(SyncAnswer::Resync {
        reason: ResyncReason::Rights,
    });
    desk.until(|event| {
        matches!(event, UiEvent::Connection { connection }
            if connection.state == ConnectionState::SignedOut)
    })
    .await;
    let session = desk.call("session", json!({})).await;
    assert_eq!(session["signed_in"], false);
    assert_eq!(session["expired"], true);
    let refused = desk.try_call("counts", json!({})).await.unwrap_err();
    assert_eq!(refused.code, "signed-out");
    assert_eq!(desk.app.shared.cache.cursor().await.unwrap(), None);
    desk.sign_in(&hub, "100").await;
    desk.until_that(async |desk| names(desk).await == ["Awa"])
        .await;
    desk.app.shut_down().await;
}

#[tokio::test]
async fn scrolling_up_fetches_older_lines_and_keeps_them() {
    let lines = [from_customer(id(1), 3, "trois")];
    let row = conversation(1, offered(&[me()]), &lines);
    let hub = FakeHub::start(1, vec![put_with(1, row, &lines, true)]).await;
    let older = vec![
        from_customer(id(1), 1, "un"),
        from_customer(id(1), 2, "deux"),
    ];
    hub.older(older);
    let desk = Desk::at(&hub).await;
    let newest = json!({"conversation": id::<ConversationId>(1), "limit": 10});
    let window = desk.call("messages", newest.clone()).await;
    assert_eq!(window["has_before"], true);
    let before = json!({"conversation": id::<ConversationId>(1), "before": 3, "limit": 10});
    let window = desk.call("messages", before).await;
    assert_eq!(window["lines"].as_array().unwrap().len(), 2);
    assert_eq!(window["has_before"], false);
    let window = desk.call("messages", newest).await;
    assert_eq!(window["lines"].as_array().unwrap().len(), 3);
    desk.app.shut_down().await;
}

#[tokio::test]
async fn where_the_feed_is_held_back_the_app_polls() {
    let hub = FakeHub::start(1, held(1, "Awa")).await;
    hub.buffer_the_feed();
    let mut desk = Desk::at(&hub).await;
    hub.say(SyncAnswer::Delta(delta(1, 2, held(2, "Bao"), vec![])));
    desk.until_that(async |desk| names(desk).await == ["Awa", "Bao"])
        .await;
    desk.app.shut_down().await;
}

#[tokio::test]
async fn agents_of_one_computer_do_not_see_each_others_texts_and_do_not_lose_their_own() {
    let hub = FakeHub::start(1, held(1, "Awa")).await;
    let mut desk = Desk::at(&hub).await;
    let of = json!({"conversation": id::<ConversationId>(1)});
    let draft = json!({"conversation": id::<ConversationId>(1), "text": "à moi"});
    desk.call("draft", draft).await;
    desk.call("sign_out", json!({})).await;
    desk.sign_in(&hub, "101").await;
    assert_eq!(desk.call("thread", of.clone()).await["draft"], "");
    desk.sign_in(&hub, "100").await;
    assert_eq!(desk.call("thread", of).await["draft"], "à moi");
    desk.app.shut_down().await;
}
