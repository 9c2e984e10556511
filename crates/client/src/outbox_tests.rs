//! The outbox against a hub that does as the test says.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use guichet_domain::{ConversationId, MessageId, Refusal, Timestamp};
use guichet_protocol::{AgentCommand, EntityKind, Key};
use serde_json::{Value, json};

use crate::Clock;
use crate::config::OUTBOX_KEEPS;
use crate::testing::desk::Desk;
use crate::testing::hub::FakeHub;
use crate::testing::{
    agent, contact, conversation, delta, from_customer, from_me, id, offered, owned_by, put,
    put_with, queue,
};
use crate::view::{GoneReason, UiEvent};

/// Conversations 1 and 2, unowned, each with one line.
async fn hub() -> FakeHub {
    let mut puts = vec![put(1, agent(100, "Marie")), put(1, agent(101, "Paul"))];
    puts.push(put(1, queue()));
    for n in [1, 2] {
        let lines = [from_customer(id(n), 1, "Bonjour")];
        let row = conversation(n, offered(&[id(100), id(101)]), &lines);
        puts.push(put(1, contact(n, None)));
        puts.push(put_with(1, row, &lines, true));
    }
    FakeHub::start(1, puts).await
}

fn of(n: u128) -> Value {
    json!(id::<ConversationId>(n))
}

async fn send(desk: &Desk, n: u128, text: &str) -> MessageId {
    let args = json!({"conversation": of(n), "text": text});
    let sent = desk.call("send", args).await;
    serde_json::from_value(sent["message"].clone()).unwrap()
}

fn text(command: &AgentCommand) -> &str {
    match command {
        AgentCommand::Reply { text, .. } => text,
        other => panic!("a reply, not {other:?}"),
    }
}

#[tokio::test]
async fn order_is_kept_within_a_conversation_and_only_there() {
    let mut hub = hub().await;
    let desk = Desk::at(&hub).await;
    send(&desk, 1, "un").await;
    send(&desk, 1, "deux").await;
    let first = hub.next().await;
    assert_eq!(text(&first.request.command), "un");
    send(&desk, 2, "ailleurs").await;
    let elsewhere = hub.next().await;
    assert_eq!(text(&elsewhere.request.command), "ailleurs");
    assert!(hub.commands.try_recv().is_err(), "the second waits");
    first.done(Some(2));
    let second = hub.next().await;
    assert_eq!(text(&second.request.command), "deux");
    desk.app.shut_down().await;
}

#[tokio::test]
async fn a_command_keeps_its_id_until_it_is_answered() {
    let mut hub = hub().await;
    let desk = Desk::at(&hub).await;
    let sent = send(&desk, 1, "une fois").await;
    let asked = hub.next().await;
    assert_eq!(asked.request.id.0, sent.0);
    let first = asked.request.clone();
    asked.unavailable();
    let again = hub.next().await;
    assert_eq!(again.request, first);
    desk.app.shut_down().await;
}

#[tokio::test]
async fn an_echo_is_replaced_by_its_line_and_never_doubled() {
    let mut hub = hub().await;
    let mut desk = Desk::at(&hub).await;
    let sent = send(&desk, 1, "Voilà").await;
    let customer = (json!("Bonjour"), json!(1), Value::Null);
    let echo = |state: &str| (json!("Voilà"), Value::Null, json!(state));
    assert_eq!(desk.lines(of(1)).await, [customer.clone(), echo("queued")]);
    hub.next().await.done(Some(3));
    desk.until_that(async |desk| desk.lines(of(1)).await[1..] == [echo("sent")])
        .await;
    let line = [from_me(id(1), 2, sent, "Voilà")];
    let mut row = conversation(1, owned_by(id(100)), &line);
    row.customer_read = 2;
    hub.push(&delta(1, 2, vec![put_with(2, row, &line, false)], vec![]));
    let read = (json!("Voilà"), json!(2), json!("read"));
    desk.until_that(async |desk| desk.lines(of(1)).await[1..] == [read.clone()])
        .await;
    desk.app.shut_down().await;
}

#[tokio::test]
async fn a_lost_race_names_the_winner_and_keeps_the_text() {
    let mut hub = hub().await;
    let mut desk = Desk::at(&hub).await;
    send(&desk, 1, "trop tard").await;
    let winner = id(101);
    hub.next().await.refuse(Refusal::Taken { winner });
    let gone = desk
        .until(|event| matches!(event, UiEvent::Gone { .. }))
        .await;
    let expected = UiEvent::Gone {
        conversation: id(1),
        reason: GoneReason::Taken,
        by: Some("Paul".to_owned()),
        kept_draft: true,
    };
    assert_eq!(gone, expected);
    let unsent = desk.call("unsent_drafts", json!({})).await;
    assert_eq!(unsent[0]["text"], "trop tard");
    assert_eq!(unsent[0]["channel"], "live_chat");
    desk.app.shut_down().await;
}

#[tokio::test]
async fn who_presses_just_after_it_went_is_told_the_winner_too() {
    let mut hub = hub().await;
    let mut desk = Desk::at(&hub).await;
    hub.listening().await;
    let del = Key::new(EntityKind::Conversation, id::<ConversationId>(2));
    hub.push(&delta(1, 2, vec![], vec![del]));
    desk.until(|event| matches!(event, UiEvent::Gone { by: None, .. }))
        .await;
    send(&desk, 2, "trop tard").await;
    let winner = id(101);
    hub.next().await.refuse(Refusal::Taken { winner });
    let gone = desk
        .until(|event| matches!(event, UiEvent::Gone { .. }))
        .await;
    let expected = UiEvent::Gone {
        conversation: id(2),
        reason: GoneReason::Taken,
        by: Some("Paul".to_owned()),
        kept_draft: true,
    };
    assert_eq!(gone, expected);
    desk.app.shut_down().await;
}

#[tokio::test]
async fn any_other_refusal_keeps_the_text_and_says_why() {
    let mut hub = hub().await;
    let mut desk = Desk::at(&hub).await;
    send(&desk, 2, "d’abord prendre").await;
    hub.next().await.refuse(Refusal::TakeFirst);
    let failed = desk
        .until(|event| matches!(event, UiEvent::Failed { .. }))
        .await;
    let UiEvent::Failed { code, .. } = failed else {
        panic!("a failure");
    };
    assert_eq!(code, "take-first");
    let unsent = desk.call("unsent_drafts", json!({})).await;
    assert_eq!(unsent[0]["text"], "d’abord prendre");
    desk.app.shut_down().await;
}

#[tokio::test]
async fn what_was_not_sent_is_sent_after_a_restart_with_the_same_id() {
    let mut hub = hub().await;
    let desk = Desk::at(&hub).await;
    let sent = send(&desk, 1, "plus tard").await;
    let interrupted = hub.next().await;
    let desk = desk.restarted().await;
    let again = hub.next().await;
    assert_eq!(again.request, interrupted.request);
    assert_eq!(again.request.id.0, sent.0);
    desk.app.shut_down().await;
}

#[tokio::test]
async fn what_waited_for_three_days_becomes_a_draft() {
    let mut hub = hub().await;
    let now = Arc::new(AtomicI64::new(1_000_000));
    let hands = Arc::clone(&now);
    let clock = Clock::from_fn(move || Timestamp(hands.load(Ordering::Relaxed)));
    let mut desk = Desk::at_with(&hub, clock).await;
    send(&desk, 1, "trop vieux").await;
    let asked = hub.next().await;
    now.fetch_add(OUTBOX_KEEPS + 1, Ordering::Relaxed);
    asked.unavailable();
    let failed = desk
        .until(|event| matches!(event, UiEvent::Failed { .. }))
        .await;
    let UiEvent::Failed { code, .. } = failed else {
        panic!("a failure");
    };
    assert_eq!(code, "expired");
    let unsent = desk.call("unsent_drafts", json!({})).await;
    assert_eq!(unsent[0]["text"], "trop vieux");
    desk.app.shut_down().await;
}
