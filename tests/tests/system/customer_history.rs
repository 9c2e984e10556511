//! A customer's history with all agents: who learns which facts, and who may read what was said.

use guichet_domain::{Actor, Command, CommandId, Envelope, Settings};
use guichet_hub::{Clock, clock};
use reqwest::Method;
use serde_json::{Value, json};

use crate::door::{Door, answered, body, random_id};

const FIRST: &str = "Mon colis est en retard";
const SECOND: &str = "Toujours rien";

/// A visitor came twice: Marie dealt with the first conversation, the second is Paul's.
struct Company {
    door: Door,
    _folder: tempfile::TempDir,
    marie: String,
    paul: String,
    /// Manager of the department, in no queue.
    ines: String,
    /// In no queue, and of no department.
    igor: String,
    first: String,
    second: String,
}

impl Company {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let door = Door::open(folder.path(), Clock::system()).await;
        let (marie, paul) = (door.sign_in("marie").await, door.sign_in("paul").await);
        let (ines, igor) = (door.sign_in("ines").await, door.outsider().await);
        let visitor = door.visitor().await;
        let first = door.conversation(&visitor, FIRST).await;
        does(&door, &marie, "first take", "take", &first).await;
        does(&door, &marie, "first done", "dealt_with", &first).await;
        let second = door.conversation(&visitor, SECOND).await;
        assert_ne!(first, second);
        does(&door, &paul, "second take", "take", &second).await;
        Self {
            door,
            _folder: folder,
            marie,
            paul,
            ines,
            igor,
            first,
            second,
        }
    }

    async fn history(&self, agent: &str, conversation: &str) -> Value {
        let path = format!("/v1/conversations/{conversation}/history");
        body(self.door.knock(Method::GET, &path).bearer_auth(agent)).await
    }

    /// What is answered to who asks for it: 200 or 404.
    async fn status(&self, agent: &str, conversation: &str, part: &str) -> u16 {
        let path = format!("/v1/conversations/{conversation}{part}");
        let (status, code) = answered(self.door.knock(Method::GET, &path).bearer_auth(agent)).await;
        assert!(code.is_empty() || code == "not_found", "{code}");
        status
    }

    async fn show_history(&self, history: bool) {
        let settings = Settings {
            history,
            ..Settings::default()
        };
        let envelope = Envelope {
            actor: Actor::Hub,
            id: CommandId(clock::new_id()),
            command: Command::PutSettings { settings },
        };
        let done = self.door.hub.hub.committer.submit(envelope).await;
        done.expect("committed");
    }
}

async fn does(door: &Door, agent: &str, name: &str, what: &str, conversation: &str) {
    let command = json!({ "do": what, "conversation": conversation });
    let request = json!({ "id": random_id(name), "command": command });
    let asked = door.knock(Method::POST, "/v1/commands").bearer_auth(agent);
    assert_eq!(body(asked.json(&request)).await["result"], "done", "{name}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_facts_of_every_conversation_and_never_a_word_of_them() {
    let company = Company::open().await;
    let seen = company.history(&company.paul, &company.second).await;
    assert_eq!((&seen["on"], &seen["total"]), (&json!(true), &json!(1)));
    let row = &seen["conversations"][0];
    assert_eq!(row["id"], json!(company.first));
    assert_eq!(row["channel"], "live_chat");
    assert!(row["queue"].is_string());
    assert_eq!(row["agents"].as_array().expect("agents").len(), 1, "Marie");
    assert_eq!(row["state"]["state"], "closed");
    assert_eq!(row["state"]["outcome"], "dealt_with");
    assert_eq!(row["readable"], true, "he has a current one with them");
    assert!(!seen.to_string().contains(FIRST));
    // Of what a colleague owns right now, the facts.
    let seen = company.history(&company.marie, &company.first).await;
    let row = &seen["conversations"][0];
    assert_eq!(row["id"], json!(company.second));
    assert_eq!(row["state"]["state"], "owned");
    assert_eq!(row["agents"], json!([row["state"]["owner"]]));
    assert_eq!(row["readable"], false);
    assert!(!seen.to_string().contains(SECOND));
    // One page, and the page after the last.
    let path = format!("/v1/conversations/{}/history?offset=1", company.second);
    let beyond = company.door.knock(Method::GET, &path);
    let beyond = body(beyond.bearer_auth(&company.paul)).await;
    assert_eq!(
        (&beyond["total"], &beyond["conversations"]),
        (&json!(1), &json!([]))
    );
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_what_of_a_customer() {
    let company = Company::open().await;
    let Company {
        marie,
        paul,
        ines,
        igor,
        ..
    } = &company;
    // Who, then the first (closed, Marie's) and the second (open, Paul's): as the company shows the history, and not.
    let table = [
        ("marie", marie, (200, 404), (200, 404)),
        ("paul", paul, (200, 200), (404, 200)),
        ("ines", ines, (200, 200), (200, 200)),
        ("igor", igor, (404, 404), (404, 404)),
    ];
    for history in [true, false, true] {
        company.show_history(history).await;
        for (name, agent, shown, hidden) in &table {
            let expected = if history { shown } else { hidden };
            for part in ["", "/messages", "/history"] {
                let first = company.status(agent, &company.first, part).await;
                let second = company.status(agent, &company.second, part).await;
                assert_eq!((first, second), *expected, "{name} {part} {history}");
            }
        }
        let seen = company.history(paul, &company.second).await;
        let many = usize::from(history);
        assert_eq!(seen["on"], json!(history));
        assert_eq!(seen["total"], json!(many));
        assert_eq!(seen["conversations"].as_array().map(Vec::len), Some(many));
    }
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn once_the_current_one_is_closed_the_history_is_closed_too() {
    let company = Company::open().await;
    let (door, paul) = (&company.door, &company.paul);
    assert_eq!(company.status(paul, &company.first, "/messages").await, 200);
    does(door, paul, "second done", "dealt_with", &company.second).await;
    assert_eq!(company.status(paul, &company.first, "/messages").await, 404);
    // His own he keeps, with the facts of the other.
    let seen = company.history(paul, &company.second).await;
    assert_eq!(seen["conversations"][0]["readable"], false);
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_read_of_the_history_is_in_no_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(&folder.path().join("hub"), Clock::system()).await;
    let marie = door.sign_in("marie").await;
    let visitor = door.visitor().await;
    let first = door.conversation(&visitor, FIRST).await;
    does(&door, &marie, "first take", "take", &first).await;
    does(&door, &marie, "first done", "dealt_with", &first).await;
    let second = door.conversation(&visitor, SECOND).await;
    let paul = door.colleague(folder.path(), "paul").await;
    paul.until("Paul has the second", async || {
        let asked = json!({ "conversation": second, "limit": 5 });
        let shown = paul.call("messages", asked).await;
        shown.is_ok_and(|shown| shown["lines"][0]["text"] == SECOND)
    })
    .await;

    let beside = json!({ "conversation": second, "limit": 20 });
    let history = paul.call("history", beside).await.expect("a history");
    let row = &history["rows"][0];
    assert_eq!(
        (&row["id"], &row["readable"]),
        (&json!(first), &json!(true))
    );
    assert_eq!(row["outcome"], "dealt-with");
    assert_eq!(row["agents"].as_array().map(Vec::len), Some(1));
    let asked = json!({ "conversation": first, "limit": 20 });
    let read = paul.call("past_messages", asked.clone()).await;
    let read = read.expect("lines");
    assert_eq!(read["lines"][0]["text"], FIRST);
    assert_eq!(read["has_before"], false);
    assert!(
        !paul.keeps(SECOND).is_empty(),
        "the search finds what is there"
    );
    assert!(paul.keeps(FIRST).is_empty(), "{:?}", paul.keeps(FIRST));

    // Beside what the app does not hold, there is no history.
    let beside = json!({ "conversation": first, "limit": 20 });
    let refused = paul.call("history", beside).await.expect_err("not held");
    assert_eq!(refused.code, "not-found");
    does(&door, &marie, "second take", "take", &second).await;
    let refused = paul.call("past_messages", asked).await.expect_err("gone");
    assert_eq!(refused.code, "not-found");
    paul.app.shut_down().await;
    door.hub.stop().await.expect("stops");
}
