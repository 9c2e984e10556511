//! Chats among colleagues, against a hub that does as the test says.

use std::collections::{BTreeMap, BTreeSet};

use guichet_domain::internal::direct_id;
use guichet_domain::{
    AgentId, Author, Body, Conversation, ConversationId, Internal, InternalAsk, Kind, Message,
    MessageId, Mine, Preview, Refusal, SystemLine, Timestamp,
};
use guichet_protocol::{AgentCommand, Entity, EntityKind, Key, Put, ResyncReason, SyncAnswer};
use serde_json::{Value, json};

use crate::host::Ringtone;
use crate::testing::desk::Desk;
use crate::testing::host::Asked;
use crate::testing::hub::FakeHub;
use crate::testing::{agent, delta, id, me, message, put, put_with};
use crate::view::{GoneReason, UiEvent};

fn paul() -> AgentId {
    id(101)
}

fn company() -> Vec<Put> {
    let row = |n, name| put(1, agent(n, name));
    vec![row(100, "Marie"), row(101, "Paul"), row(102, "Inès")]
}

fn said(of: ConversationId, seq: u64, by: AgentId, text: &str) -> Message {
    let id = MessageId(uuid::Uuid::from_u128(5_000 + u128::from(seq)));
    Message {
        id: Some(id),
        ..message(of, seq, Author::Agent(by), Body::Text(text.to_owned()))
    }
}

fn chat(of: ConversationId, chat: Internal, lines: &[Message]) -> Conversation {
    let last = lines
        .iter()
        .rev()
        .find_map(|l| Preview::of(l.author, &l.body));
    Conversation {
        last_seq: lines.len() as u64,
        preview: last,
        ..Conversation::new(of, Kind::Internal(chat), Timestamp(0))
    }
}

/// Marie's group with Paul and Inès.
fn group(name: Option<&str>, lines: &[Message], reads: &[(AgentId, u64)]) -> Conversation {
    let group = Internal {
        name: name.map(str::to_owned),
        members: BTreeSet::from([me(), paul(), id(102)]),
        reads: reads.iter().copied().collect::<BTreeMap<_, _>>(),
        ..Internal::default()
    };
    chat(id(1), group, lines)
}

async fn desk_with(puts: Vec<Put>) -> (FakeHub, Desk) {
    let hub = FakeHub::start(1, company().into_iter().chain(puts).collect()).await;
    let desk = Desk::at(&hub).await;
    (hub, desk)
}

async fn recents(desk: &Desk) -> Vec<Value> {
    let args = json!({"view": "recents", "offset": 0, "limit": 50});
    desk.call("list", args).await["rows"]
        .as_array()
        .unwrap()
        .clone()
}

fn asks(command: &AgentCommand) -> &InternalAsk {
    match command {
        AgentCommand::Internal { ask, .. } => ask,
        other => panic!("of a chat, not {other:?}"),
    }
}

#[tokio::test]
async fn a_direct_chat_is_asked_for_with_its_first_message_and_once() {
    let (mut hub, desk) = desk_with(vec![]).await;
    let opened = desk.call("open_direct", json!({"agent": paul()})).await;
    let chat = opened["conversation"].clone();
    assert_eq!(chat, json!(direct_id(me(), paul())));
    assert!(recents(&desk).await.is_empty());
    for text in ["un", "deux"] {
        desk.call("send", json!({"conversation": chat, "text": text}))
            .await;
    }
    let row = &recents(&desk).await[0];
    assert_eq!(
        (&row["name"], &row["preview"]["text"]),
        (&json!("Paul"), &json!("deux"))
    );
    let first = hub.next().await;
    assert_eq!(
        asks(&first.request.command),
        &InternalAsk::OpenDirect { with: paul() }
    );
    assert!(
        hub.commands.try_recv().is_err(),
        "what is written waits for it"
    );
    first.done(None);
    for text in ["un", "deux"] {
        let next = hub.next().await;
        let AgentCommand::Reply { text: sent, .. } = &next.request.command else {
            panic!("a message, not {:?}", next.request.command);
        };
        assert_eq!(sent, text);
        next.done(Some(1));
    }
    desk.app.shut_down().await;
}

#[tokio::test]
async fn a_chat_that_the_hub_does_not_open_goes_and_the_words_stay() {
    let (mut hub, mut desk) = desk_with(vec![]).await;
    let args = json!({"members": [paul()], "name": " "});
    let opened = desk.call("open_group", args).await;
    let group = opened["conversation"].clone();
    desk.call("send", json!({"conversation": group, "text": "à tous"}))
        .await;
    let asked = hub.next().await;
    let members = BTreeSet::from([paul()]);
    let expected = InternalAsk::OpenGroup {
        name: None,
        members,
    };
    assert_eq!(asks(&asked.request.command), &expected);
    asked.refuse(Refusal::NoSuchReceiver);
    let gone = |event: &UiEvent| {
        matches!(
            event,
            UiEvent::Gone {
                kept_draft: true,
                ..
            }
        )
    };
    desk.until(gone).await;
    assert!(recents(&desk).await.is_empty());
    let unsent = desk.call("unsent_drafts", json!({})).await;
    assert_eq!(unsent[0]["text"], "à tous");
    desk.app.shut_down().await;
}

#[tokio::test]
async fn comparing_everything_with_the_hub_leaves_what_began_here() {
    let (hub, mut desk) = desk_with(vec![]).await;
    let opened = desk.call("open_direct", json!({"agent": paul()})).await;
    let chat = opened["conversation"].clone();
    desk.call("draft", json!({"conversation": chat, "text": "Dis"}))
        .await;
    hub.hold(
        2,
        company()
            .into_iter()
            .chain([put(2, agent(103, "Léa"))])
            .collect(),
    );
    hub.pull(SyncAnswer::Resync {
        reason: ResyncReason::Epoch,
    });
    desk.until_that(async |desk| {
        let found = desk.call("colleagues", json!({"search": "Léa"})).await;
        found["agents"]
            .as_array()
            .is_some_and(|found| found.len() == 1)
    })
    .await;
    let thread = desk.call("thread", json!({"conversation": chat})).await;
    assert_eq!(thread["draft"], "Dis");
    assert_eq!(recents(&desk).await.len(), 1);
    desk.app.shut_down().await;
}

#[tokio::test]
async fn lines_are_by_name_and_say_who_has_seen_them() {
    let of = id(1);
    let lines = [
        message(
            of,
            1,
            Author::Hub,
            Body::System(SystemLine::GroupCreated { agent: paul() }),
        ),
        said(of, 2, paul(), "bonjour"),
        said(of, 3, me(), "lu de tous"),
        said(of, 4, me(), "lu de Paul"),
    ];
    let row = group(None, &lines, &[(paul(), 4), (id(102), 3)]);
    let (_hub, desk) = desk_with(vec![put_with(1, row, &lines, true)]).await;
    let window = desk
        .call("messages", json!({"conversation": of, "limit": 9}))
        .await;
    let shown: Vec<(&Value, &Value, &Value)> = window["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (&line["kind"], &line["author"], &line["state"]))
        .collect();
    let (out, marie) = (json!("out"), json!("Marie"));
    let expected = [
        (&json!("system"), &Value::Null, &Value::Null),
        (&json!("in"), &json!("Paul"), &Value::Null),
        (&out, &marie, &json!("read")),
        (&out, &marie, &json!("sent")),
    ];
    assert_eq!(shown, expected);
    let thread = desk.call("thread", json!({"conversation": of})).await;
    assert_eq!(thread["name"], "Paul, Inès");
    let can = &thread["can"];
    let only = ["reply", "archive"].map(|what| &can[what]);
    assert_eq!(only, [&json!(true), &json!(true)]);
    for never in [
        "take",
        "release",
        "transfer",
        "note",
        "deal_with",
        "end_session",
        "delete",
    ] {
        assert_eq!(can[never], false, "{never}");
    }
    let members = thread["chat"]["members"].as_array().unwrap();
    let read: Vec<(&Value, &Value)> = members
        .iter()
        .map(|m| (&m["name"], &m["read_up_to"]))
        .collect();
    let expected = [
        (&marie, &Value::Null),
        (&json!("Inès"), &json!(3)),
        (&json!("Paul"), &json!(4)),
    ];
    assert_eq!(read, expected);
    assert_eq!(recents(&desk).await[0]["unread"], 1);
    desk.app.shut_down().await;
}

#[tokio::test]
async fn a_colleagues_message_rings_with_their_name_and_a_muted_chat_is_silent() {
    let of = id(1);
    let first = [said(of, 1, me(), "bonjour")];
    let row = group(Some("Projet"), &first, &[]);
    let (hub, mut desk) = desk_with(vec![put_with(1, row, &first, true)]).await;
    let settings = desk.call("settings", json!({})).await;
    let mut settings = settings.as_object().unwrap().clone();
    settings.insert("notify_content".to_owned(), json!("text"));
    desk.call("save_settings", Value::Object(settings)).await;

    let wrote = [said(of, 2, paul(), "du neuf")];
    let row = Conversation {
        last_seq: 2,
        ..group(Some("Projet"), &wrote, &[])
    };
    hub.push(&delta(1, 2, vec![put_with(2, row, &wrote, false)], vec![]));
    let mut asked = desk.app.host.asked.subscribe();
    let told = asked.wait_for(|all| all.len() >= 2).await.unwrap().clone();
    assert!(matches!(told[0], Asked::Play(Ringtone::Message, _)));
    let Asked::Notify(notification) = &told[1] else {
        panic!("a notification, not {:?}", told[1]);
    };
    assert_eq!(
        (notification.title.as_str(), notification.body.as_str()),
        ("Projet", "Paul: du neuf")
    );
    let counts = desk.call("counts", json!({})).await;
    assert_eq!(counts["recents_unread"], 1);

    let muted = Mine {
        muted: true,
        ..Mine::new(me(), of)
    };
    let more = [said(of, 3, paul(), "encore")];
    let row = Conversation {
        last_seq: 3,
        ..group(Some("Projet"), &more, &[])
    };
    hub.push(&delta(2, 3, vec![put(3, Entity::Mine(muted))], vec![]));
    hub.push(&delta(3, 4, vec![put_with(4, row, &more, false)], vec![]));
    desk.until_that(async |desk| recents(desk).await[0]["unread"] == 2)
        .await;
    let counts = desk.call("counts", json!({})).await;
    assert_eq!(
        (
            &counts["recents_unread"],
            recents(&desk).await[0]["muted"].clone()
        ),
        (&json!(0), json!(true))
    );
    // What comes after it is heard again: nothing of the muted one was told before.
    let other = said(id(2), 1, paul(), "à part");
    let direct = chat(
        id(2),
        Internal::direct(me(), paul()),
        std::slice::from_ref(&other),
    );
    hub.push(&delta(
        4,
        5,
        vec![put_with(5, direct, &[other], true)],
        vec![],
    ));
    let told = asked
        .wait_for(|all| all.iter().filter(|a| matches!(a, Asked::Notify(_))).count() >= 2)
        .await
        .unwrap()
        .clone();
    let titles: Vec<&str> = told
        .iter()
        .filter_map(|asked| match asked {
            Asked::Notify(notification) => Some(notification.title.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(titles, ["Projet", "Paul"]);
    desk.app.shut_down().await;
}

#[tokio::test]
async fn an_archived_chat_is_in_archived_until_something_happens() {
    let of = id(1);
    let first = [said(of, 1, paul(), "bonjour")];
    let archived = Mine {
        archived: Some(1),
        read: 1,
        ..Mine::new(me(), of)
    };
    let row = group(None, &first, &[]);
    let puts = vec![
        put_with(1, row, &first, true),
        put(1, Entity::Mine(archived)),
    ];
    let (hub, mut desk) = desk_with(puts).await;
    assert!(recents(&desk).await.is_empty());
    let args = json!({"view": "archived", "offset": 0, "limit": 50});
    let there = desk.call("list", args).await;
    assert_eq!(there["rows"][0]["id"], json!(id::<ConversationId>(1)));
    let thread = desk.call("thread", json!({"conversation": of})).await;
    assert_eq!(
        (&thread["archived"], &thread["can"]["unarchive"]),
        (&json!(true), &json!(true))
    );
    let wrote = [said(of, 2, paul(), "du neuf")];
    let row = Conversation {
        last_seq: 2,
        ..group(None, &wrote, &[])
    };
    hub.push(&delta(1, 2, vec![put_with(2, row, &wrote, false)], vec![]));
    desk.until_that(async |desk| recents(desk).await.len() == 1)
        .await;
    desk.app.shut_down().await;
}

#[tokio::test]
async fn who_left_and_who_was_taken_out_are_told_apart() {
    let of: ConversationId = id(1);
    let first = [said(of, 1, paul(), "bonjour")];
    for (leaves, expected) in [(true, GoneReason::Left), (false, GoneReason::Removed)] {
        let row = group(None, &first, &[]);
        let (mut hub, mut desk) = desk_with(vec![put_with(1, row, &first, true)]).await;
        if leaves {
            desk.call("leave", json!({"conversation": of})).await;
            hub.next().await.done(None);
        }
        let gone = Key::new(EntityKind::Conversation, of);
        hub.push(&delta(1, 2, vec![], vec![gone]));
        let told = desk
            .until(|event| matches!(event, UiEvent::Gone { .. }))
            .await;
        let UiEvent::Gone { reason, .. } = told else {
            unreachable!()
        };
        assert_eq!(reason, expected);
        desk.app.shut_down().await;
    }
}
