//! What reaches the desktop.

use guichet_domain::ConversationId;
use serde_json::json;

use crate::host::{Notification, Ringtone};
use crate::testing::desk::Desk;
use crate::testing::host::Asked;
use crate::testing::hub::FakeHub;
use crate::testing::{
    contact, conversation, delta, from_customer, id, me, offered, owned_by, put, put_with, queue,
};

/// Waits until the desktop was asked all of these, in this order.
async fn asked(desk: &Desk, expected: &[Asked]) {
    let mut all = desk.app.host.asked.subscribe();
    let reached = all.wait_for(|all| all.len() >= expected.len());
    let reached = tokio::time::timeout(std::time::Duration::from_secs(20), reached).await;
    assert_eq!(*reached.unwrap().unwrap(), expected);
}

#[tokio::test]
async fn a_conversation_rings_until_somebody_takes_it() {
    let hub = FakeHub::start(1, vec![put(1, queue())]).await;
    let desk = Desk::at(&hub).await;
    let lines = [from_customer(id(1), 1, "Bonjour")];
    let row = conversation(1, offered(&[me()]), &lines);
    let puts = vec![
        put(2, contact(1, Some("Awa"))),
        put_with(2, row, &lines, true),
    ];
    hub.push(&delta(1, 2, puts, vec![]));
    let notification = Notification {
        title: "Awa".to_owned(),
        body: "New conversation · Service".to_owned(),
        conversation: id(1),
    };
    let mut expected = vec![
        Asked::Play(Ringtone::Conversation, 80),
        Asked::Notify(notification),
    ];
    asked(&desk, &expected).await;
    let row = conversation(1, owned_by(me()), &lines);
    hub.push(&delta(2, 3, vec![put_with(3, row, &[], false)], vec![]));
    expected.extend([Asked::Withdraw(id(1)), Asked::Stop]);
    asked(&desk, &expected).await;
    desk.app.shut_down().await;
}

#[tokio::test]
async fn a_message_is_told_until_it_is_seen_and_not_where_the_agent_looks() {
    let first = [from_customer(id(1), 1, "Bonjour")];
    let row = conversation(1, owned_by(me()), &first);
    let hub = FakeHub::start(1, vec![put_with(1, row, &first, true)]).await;
    let desk = Desk::at(&hub).await;
    let mut settings = desk.call("settings", json!({})).await;
    settings["notify_content"] = json!("text");
    settings["ringtone"] = json!(false);
    desk.call("save_settings", settings).await;
    let write = |seq: u64, text: &str| {
        let lines = [from_customer(id(1), seq, text)];
        let row = conversation(1, owned_by(me()), &lines);
        delta(
            seq - 1,
            seq,
            vec![put_with(seq, row, &lines, false)],
            vec![],
        )
    };
    hub.push(&write(2, "Êtes-vous là ?"));
    let mut expected = vec![Asked::Notify(Notification {
        title: "Visitor".to_owned(),
        body: "Êtes-vous là ?".to_owned(),
        conversation: id(1),
    })];
    asked(&desk, &expected).await;
    let here = json!({"conversation": id::<ConversationId>(1), "focused": true});
    desk.call("focus", here).await;
    expected.extend([Asked::Withdraw(id(1)), Asked::Stop]);
    asked(&desk, &expected).await;
    hub.push(&write(3, "Je vois"));
    // What is told after it shows that it was passed over.
    let lines = [from_customer(id(2), 1, "Et moi ?")];
    let row = conversation(2, owned_by(me()), &lines);
    hub.push(&delta(3, 4, vec![put_with(4, row, &lines, true)], vec![]));
    expected.push(Asked::Notify(Notification {
        title: "Visitor".to_owned(),
        body: "Et moi ?".to_owned(),
        conversation: id(2),
    }));
    asked(&desk, &expected).await;
    desk.app.shut_down().await;
}
