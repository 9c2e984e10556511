//! What the screen gets, for a company of a few conversations.

use guichet_domain::{
    Author, Body, ConversationId, Message, Mine, Outcome, Ownership, SystemLine, Timestamp,
};
use guichet_protocol::{Entity, Put};
use serde_json::{Value, json};

use crate::testing::desk::Desk;
use crate::testing::hub::FakeHub;
use crate::testing::{
    agent, contact, conversation, from_customer, id, me, message, offered, owned_by, put, put_with,
    queue,
};

/// A conversation whose last line, from the customer, was written at `at`.
fn talk(n: u128, at: u64, ownership: Ownership) -> Vec<Put> {
    let lines = [from_customer(id(n), at, &format!("message {n}"))];
    let row = conversation(n, ownership, &lines);
    vec![put(1, contact(n, None)), put_with(1, row, &lines, true)]
}

async fn desk_with(puts: Vec<Vec<Put>>) -> Desk {
    let company = vec![
        put(1, agent(100, "Marie")),
        put(1, agent(101, "Paul")),
        put(1, queue()),
    ];
    let hub = FakeHub::start(1, puts.into_iter().chain([company]).flatten().collect()).await;
    Desk::at(&hub).await
}

fn of(n: u128) -> Value {
    json!(id::<ConversationId>(n))
}

/// Group and name of each row.
async fn rows(desk: &Desk, view: &str, offset: u32, limit: u32) -> Vec<(String, String)> {
    let args = json!({"view": view, "offset": offset, "limit": limit});
    let window = desk.call("list", args).await;
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let rows = window["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| (text(&row["group"]), text(&row["name"])))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(group, name)| ((*group).to_owned(), (*name).to_owned()))
        .collect()
}

#[tokio::test]
async fn recents_are_ringing_then_mine_and_queues_are_by_wait() {
    let desk = desk_with(vec![
        talk(1, 10, owned_by(me())),
        talk(2, 30, owned_by(me())),
        talk(3, 20, offered(&[me()])),
        talk(4, 5, offered(&[id(101)])),
    ])
    .await;
    let recents = pairs(&[
        ("ringing", "Visitor 3"),
        ("mine", "Visitor 2"),
        ("mine", "Visitor 1"),
    ]);
    assert_eq!(rows(&desk, "recents", 0, 50).await, recents);
    assert_eq!(rows(&desk, "recents", 1, 1).await, recents[1..2]);
    let queues = pairs(&[("waiting", "Visitor 4"), ("waiting", "Visitor 3")]);
    assert_eq!(rows(&desk, "queues", 0, 50).await, queues);
    let counts = desk.call("counts", json!({})).await;
    assert_eq!(counts, json!({"recents_unread": 3, "queues_waiting": 2}));
    let args = json!({"view": "recents", "offset": 0, "limit": 1});
    let window = desk.call("list", args).await;
    let groups = json!([{"id": "ringing", "total": 1}, {"id": "mine", "total": 2}]);
    assert_eq!((&window["groups"], &window["total"]), (&groups, &json!(3)));
    desk.app.shut_down().await;
}

#[tokio::test]
async fn a_preview_is_the_draft_then_what_waits_then_the_last_line() {
    let desk = desk_with(vec![talk(1, 1, owned_by(me()))]).await;
    let preview = async || {
        let args = json!({"view": "recents", "offset": 0, "limit": 1});
        desk.call("list", args).await["rows"][0]["preview"].clone()
    };
    let last = json!({"kind": "in", "author": null, "mine": false, "text": "message 1"});
    assert_eq!(preview().await, last);
    let reply = json!({"conversation": of(1), "text": "Bonjour,\nvoilà"});
    desk.call("send", reply).await;
    let sent = json!({"kind": "out", "author": "Marie", "mine": true, "text": "Bonjour, voilà"});
    assert_eq!(preview().await, sent);
    let draft = json!({"conversation": of(1), "text": "Et encore"});
    desk.call("draft", draft).await;
    let draft = json!({"kind": "draft", "author": "Marie", "mine": true, "text": "Et encore"});
    assert_eq!(preview().await, draft);
    desk.app.shut_down().await;
}

/// What the agent may do with a thread, by name.
fn abilities(thread: &Value) -> Vec<&str> {
    let can = thread["can"].as_object().expect("abilities");
    let mut names: Vec<&str> = can
        .iter()
        .filter(|(_, may)| **may == json!(true))
        .map(|(name, _)| name.as_str())
        .collect();
    names.sort_unstable();
    names
}

#[tokio::test]
async fn a_thread_says_what_the_agent_may_do() {
    let ended = Ownership::Closed {
        last_owner: Some(me()),
        queue: None,
        at: Timestamp(1),
        outcome: Outcome::EndedByAgent,
    };
    let mut puts = vec![
        talk(1, 1, owned_by(me())),
        talk(2, 1, offered(&[])),
        talk(3, 1, ended),
    ];
    let dismissed = Mine {
        read: 1,
        banner_dismissed: true,
        ..Mine::new(me(), id(1))
    };
    puts.push(vec![put(1, Entity::Mine(dismissed))]);
    let desk = desk_with(puts).await;
    let thread = async |n| desk.call("thread", json!({"conversation": of(n)})).await;
    let mine = thread(1).await;
    let own = [
        "archive",
        "block",
        "deal_with",
        "end_session",
        "note",
        "release",
        "reply",
        "transfer",
    ];
    assert_eq!(abilities(&mine), own);
    assert_eq!(mine["owner"]["me"], true);
    assert_eq!(
        (&mine["banner"], &mine["unread"]),
        (&json!(false), &json!(0))
    );
    let waiting = thread(2).await;
    assert_eq!(
        abilities(&waiting),
        ["block", "note", "reply", "take", "transfer"]
    );
    assert_eq!(waiting["queue"]["name"], "Service");
    assert_eq!(
        (&waiting["banner"], &waiting["unread"]),
        (&json!(true), &json!(1))
    );
    desk.call("read", json!({"conversation": of(2), "up_to": 1}))
        .await;
    assert_eq!(thread(2).await["unread"], 0);
    let ended = [
        "archive",
        "block",
        "deal_with",
        "delete",
        "note",
        "transfer",
    ];
    assert_eq!(abilities(&thread(3).await), ended);
    let unknown = desk
        .try_call("thread", json!({"conversation": of(9)}))
        .await;
    assert_eq!(unknown.unwrap_err().code, "not-found");
    desk.app.shut_down().await;
}

#[tokio::test]
async fn lines_say_how_far_they_came_and_what_happened() {
    let line = |seq, author, body| -> Message { message(id(1), seq, author, body) };
    let text = |text: &str| Body::Text(text.to_owned());
    let marie = Author::Agent(me());
    let taken = SystemLine::Taken { agent: me() };
    let lines = [
        from_customer(id(1), 1, "Bonjour"),
        line(2, Author::Hub, Body::System(taken)),
        line(3, marie, text("lu")),
        line(4, marie, text("reçu")),
        line(5, marie, text("envoyé")),
        line(6, marie, Body::Note("entre nous".to_owned())),
    ];
    let mut row = conversation(1, owned_by(me()), &lines);
    (row.customer_read, row.customer_received) = (3, 4);
    let desk = desk_with(vec![vec![put_with(1, row, &lines, true)]]).await;
    let args = json!({"conversation": of(1), "limit": 50});
    let window = desk.call("messages", args).await;
    let found: Vec<(&Value, &Value)> = window["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (&line["kind"], &line["state"]))
        .collect();
    let (null, out) = (Value::Null, json!("out"));
    let expected = [
        (&json!("in"), &null),
        (&json!("system"), &null),
        (&out, &json!("read")),
        (&out, &json!("delivered")),
        (&out, &json!("sent")),
        (&json!("note"), &null),
    ];
    assert_eq!(found, expected);
    let system = json!({"code": "taken-by-me", "params": {}});
    assert_eq!(window["lines"][1]["system"], system);
    desk.app.shut_down().await;
}

#[tokio::test]
async fn what_the_screen_may_not_ask_is_refused() {
    let desk = desk_with(vec![]).await;
    let cases = [
        ("launch", json!({}), "unknown-command"),
        ("counts", json!({"more": 1}), "bad-arguments"),
        ("list", json!({"view": "archived"}), "bad-arguments"),
        ("thread", json!({"conversation": "x"}), "bad-arguments"),
        (
            "open_link",
            json!({"url": "file:///etc/passwd"}),
            "link-not-allowed",
        ),
        (
            "open_link",
            json!({"url": "javascript:alert(1)"}),
            "link-not-allowed",
        ),
        (
            "send",
            json!({"conversation": of(9), "text": "  "}),
            "text-empty",
        ),
        (
            "send",
            json!({"conversation": of(9), "text": "gardé"}),
            "gone",
        ),
        ("take", json!({"conversation": of(9)}), "gone"),
    ];
    for (name, args, code) in cases {
        let refused = desk.try_call(name, args.clone()).await.unwrap_err();
        assert_eq!(refused.code, code, "{name} {args}");
    }
    let unsent = desk.call("unsent_drafts", json!({})).await;
    assert_eq!(unsent[0]["text"], "gardé");
    desk.app.shut_down().await;
}
