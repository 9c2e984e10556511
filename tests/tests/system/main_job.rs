//! The product's main job without a window: a visitor writes, an agent answers, and who does not own it keeps nothing.

use std::time::Duration;

use guichet_hub::Clock;
use guichet_tests::colleague::{Colleague, PATIENCE};
use guichet_tests::visitor::Visitor;
use serde_json::json;

use crate::door::{Door, random_id};

const QUESTION: &str = "Bonjour, où est ma commande 42 ?";
const ANSWER: &str = "Elle part demain matin.";
const NOTE: &str = "Cliente fidèle";
const SECOND: &str = "Merci, et la facture ?";

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_writes_an_agent_answers_and_the_others_keep_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(&folder.path().join("hub"), Clock::system()).await;
    let marie = door.colleague(folder.path(), "marie").await;
    let paul = door.colleague(folder.path(), "paul").await;

    let visitor = Visitor::arrive(&door.url(), 0).await.expect("arrives");
    write(&visitor, QUESTION).await;
    let conversation = sees(&marie, &[QUESTION]).await;
    assert_eq!(sees(&paul, &[QUESTION]).await, conversation);
    assert!(
        !paul.keeps(QUESTION).is_empty(),
        "the search of the bytes finds what is there"
    );

    let sent = json!({ "conversation": conversation, "text": ANSWER });
    marie.call("send", sent).await.expect("sent");
    sees_nothing(&paul).await;
    paul.keeps_no_longer(&[QUESTION, ANSWER]).await;
    reads(&visitor, &[QUESTION, ANSWER]).await;
    let loads = paul.call("loads", json!({})).await.expect("known");
    assert_eq!(loads, json!([{ "id": marie.id, "open": 1 }]));

    let asked = json!({ "search": "Paul" });
    let targets = marie.call("transfer_targets", asked).await.expect("found");
    let to = targets["agents"][0]["id"].clone();
    let transfer = json!({ "conversation": conversation, "agent": to, "note": NOTE });
    marie.call("transfer", transfer).await.expect("transferred");
    sees(&paul, &[QUESTION, ANSWER, NOTE]).await;
    sees_nothing(&marie).await;
    marie.keeps_no_longer(&[QUESTION, ANSWER, NOTE]).await;

    write(&visitor, SECOND).await;
    sees(&paul, &[QUESTION, ANSWER, NOTE, SECOND]).await;
    sees_nothing(&marie).await;
    // The note is never the visitor's.
    reads(&visitor, &[QUESTION, ANSWER, SECOND]).await;
    marie.app.shut_down().await;
    paul.app.shut_down().await;
    door.hub.stop().await.expect("stops");
}

/// Says it twice: the first answer got lost on the way.
async fn write(visitor: &Visitor, text: &str) {
    for _ in 0..2 {
        let heard = visitor.write(random_id(text), text).await;
        heard.expect("is heard");
    }
}

/// Waits until the one conversation of the list has these lines of people, each once, in this order; answers which.
async fn sees(colleague: &Colleague, texts: &[&str]) -> String {
    let only = async || {
        let rows = colleague.rows("recents").await;
        let [row] = rows.as_slice() else { return None };
        row["id"].as_str().map(str::to_owned)
    };
    colleague
        .until(&format!("saw {texts:?}"), async || {
            let Some(id) = only().await else { return false };
            let asked = json!({ "conversation": id, "limit": 50 });
            let page = colleague.call("messages", asked).await.unwrap_or_default();
            let lines = page["lines"].as_array().into_iter().flatten();
            let found = lines.filter_map(|line| line["text"].as_str());
            found.eq(texts.iter().copied())
        })
        .await;
    only().await.expect("one conversation")
}

async fn sees_nothing(colleague: &Colleague) {
    let empty = async || colleague.rows("recents").await.is_empty();
    colleague.until("saw an empty list", empty).await;
}

/// The hub answers at once; what is not there yet is asked for again, within what a visitor may ask.
async fn reads(visitor: &Visitor, texts: &[&str]) {
    const PAUSE: Duration = Duration::from_millis(200);
    let arrived = async {
        loop {
            let lines = visitor.lines().await.expect("is heard");
            let said = lines.iter().filter(|(from, _)| from != "system");
            if said
                .map(|(_, text)| text.as_str())
                .eq(texts.iter().copied())
            {
                return;
            }
            tokio::time::sleep(PAUSE).await;
        }
    };
    let arrived = tokio::time::timeout(PATIENCE, arrived).await;
    assert!(arrived.is_ok(), "the visitor never read {texts:?}");
}
