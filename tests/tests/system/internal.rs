//! Colleagues write to each other: real apps at a real hub.

use guichet_domain::internal::direct_id;
use guichet_hub::Clock;
use guichet_tests::colleague::Colleague;
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::door::{Door, answered};

/// Marie, Paul and Inès of the demo company at their desks.
struct Office {
    folder: TempDir,
    door: Door,
    marie: Colleague,
    paul: Colleague,
    ines: Colleague,
}

impl Office {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let door = Door::open(&folder.path().join("hub"), Clock::system()).await;
        let sign_in = async |name: &str| {
            let colleague = door.colleague(folder.path(), name).await;
            let knows_all = async || colleagues(&colleague).await.len() == 2;
            colleague.until("knew the others", knows_all).await;
            colleague
        };
        let (marie, paul) = (sign_in("marie").await, sign_in("paul").await);
        let ines = sign_in("ines").await;
        Self {
            folder,
            door,
            marie,
            paul,
            ines,
        }
    }

    async fn close(self) {
        for colleague in [&self.marie, &self.paul, &self.ines] {
            colleague.app.shut_down().await;
        }
        self.door.hub.stop().await.expect("stops");
        drop(self.folder);
    }

    /// A group of all three, opened by Marie.
    async fn group(&self) -> String {
        let args = json!({ "members": [self.paul.id, self.ines.id], "name": "Projet Lyon" });
        let opened = self.marie.call("open_group", args).await.expect("opens");
        opened["conversation"].as_str().expect("an id").to_owned()
    }
}

async fn colleagues(of: &Colleague) -> Vec<Value> {
    let found = of.call("colleagues", json!({ "search": "" })).await;
    found.unwrap_or_default()["agents"]
        .as_array()
        .cloned()
        .unwrap_or_default()
}

async fn says(colleague: &Colleague, conversation: &str, text: &str) {
    let args = json!({ "conversation": conversation, "text": text });
    colleague.call("send", args).await.expect("sent");
}

/// The lines of people, as far as the hub has them.
async fn lines(colleague: &Colleague, conversation: &str) -> Vec<String> {
    let args = json!({ "conversation": conversation, "limit": 100 });
    let page = colleague.call("messages", args).await.unwrap_or_default();
    let lines = page["lines"].as_array().into_iter().flatten();
    lines
        .filter(|line| line["seq"].is_u64())
        .filter_map(|line| line["text"].as_str().map(str::to_owned))
        .collect()
}

async fn reads(colleague: &Colleague, conversation: &str, texts: &[&str]) {
    let what = format!("read {texts:?}");
    let has = async || {
        let mut found = lines(colleague, conversation).await;
        let mut wanted: Vec<&str> = texts.to_vec();
        found.sort_unstable();
        wanted.sort_unstable();
        found == wanted
    };
    colleague.until(&what, has).await;
}

async fn thread(colleague: &Colleague, conversation: &str) -> Value {
    let args = json!({ "conversation": conversation });
    colleague.call("thread", args).await.unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_write_to_each_other_at_once_have_one_conversation() {
    let office = Office::open().await;
    let (marie, paul) = (&office.marie, &office.paul);
    let writes = async |who: &Colleague, to: &Colleague, text: &str| {
        let opened = who.call("open_direct", json!({ "agent": to.id })).await;
        let id = opened.expect("opens")["conversation"].clone();
        let id = id.as_str().expect("an id").to_owned();
        says(who, &id, text).await;
        id
    };
    let (hers, his) = tokio::join!(
        writes(marie, paul, "Paul ?"),
        writes(paul, marie, "Marie ?")
    );
    assert_eq!(hers, his);
    assert_eq!(hers, direct_id(marie.id, paul.id).to_string());
    for (who, other) in [(marie, &paul.name), (paul, &marie.name)] {
        reads(who, &hers, &["Paul ?", "Marie ?"]).await;
        let rows = who.rows("recents").await;
        let [row] = rows.as_slice() else {
            panic!("one conversation, not {rows:?}");
        };
        assert_eq!(
            (row["name"].as_str(), &row["channel"]),
            (Some(other.as_str()), &Value::Null)
        );
        assert_eq!(row["unread"], 1);
    }
    assert!(office.ines.rows("recents").await.is_empty());

    let last = json!({ "conversation": hers, "up_to": 2 });
    paul.call("read", last).await.expect("reads");
    let seen = async || {
        let args = json!({ "conversation": hers, "limit": 9 });
        let page = marie.call("messages", args).await.unwrap_or_default();
        let all = page["lines"].as_array().cloned().unwrap_or_default();
        all.iter()
            .any(|line| line["mine"] == true && line["state"] == "read")
    };
    marie.until("saw that it was read", seen).await;
    paul.call("typing", json!({ "conversation": hers }))
        .await
        .expect("told");
    let types = async || thread(marie, &hers).await["chat"]["typing"] == json!([paul.name]);
    marie.until("saw who types", types).await;
    office.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_taken_out_of_a_group_keeps_nothing_and_who_comes_in_sees_all() {
    let office = Office::open().await;
    let (marie, paul, ines) = (&office.marie, &office.paul, &office.ines);
    let group = office.group().await;
    let texts = [
        "le prix est de 4 200 euros",
        "je le dis au client",
        "attends demain",
    ];
    for (who, text) in [marie, paul, ines].into_iter().zip(texts) {
        who.until("is in the group", async || {
            thread(who, &group).await.is_object()
        })
        .await;
        says(who, &group, text).await;
    }
    reads(paul, &group, &texts).await;
    for text in texts {
        assert!(
            !paul.keeps(text).is_empty(),
            "the search of the bytes finds what is there"
        );
    }
    let draft = json!({ "conversation": group, "text": "mon brouillon" });
    paul.call("draft", draft).await.expect("kept");

    let out = json!({ "conversation": group, "agent": paul.id });
    ines.call("remove_member", out).await.expect("removed");
    paul.until("saw an empty list", async || {
        paul.rows("recents").await.is_empty()
    })
    .await;
    paul.keeps_no_longer(&texts).await;
    assert_eq!(paul.unsent().await, ["mon brouillon"]);
    let asked = paul
        .call(
            "send",
            json!({ "conversation": group, "text": "encore là ?" }),
        )
        .await;
    assert_eq!(asked.expect_err("is out").code, "gone");
    let token = office.door.sign_in("paul").await;
    let path = format!("/v1/conversations/{group}/messages");
    let request = office.door.knock(Method::GET, &path).bearer_auth(&token);
    assert_eq!(answered(request).await, (404, "not_found".to_owned()));

    says(marie, &group, "sans Paul").await;
    let back = json!({ "conversation": group, "members": [paul.id] });
    marie.call("add_members", back).await.expect("added");
    let [one, two, three] = texts;
    reads(paul, &group, &[one, two, three, "sans Paul"]).await;
    office.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mute_and_archive_are_ones_own_and_a_message_brings_it_back() {
    let office = Office::open().await;
    let (marie, paul) = (&office.marie, &office.paul);
    let group = office.group().await;
    marie
        .call("mute", json!({ "conversation": group, "on": true }))
        .await
        .expect("muted");
    marie
        .call("archive", json!({ "conversation": group }))
        .await
        .expect("archived");
    marie
        .until("archived it", async || {
            marie.rows("recents").await.is_empty() && marie.rows("archived").await.len() == 1
        })
        .await;
    paul.until("has it still", async || {
        paul.rows("recents").await.len() == 1
    })
    .await;
    says(paul, &group, "du neuf").await;
    let back = async || {
        let rows = marie.rows("recents").await;
        rows.len() == 1 && rows[0]["unread"] == 1 && rows[0]["muted"] == true
    };
    marie.until("has it back", back).await;
    let counts = marie.call("counts", json!({})).await.expect("numbers");
    assert_eq!(counts["recents_unread"], 0, "a muted chat counts in no sum");
    office.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chat_is_nobody_elses_until_something_is_said_there() {
    let office = Office::open().await;
    let (marie, paul) = (&office.marie, &office.paul);
    // Before the hub is asked anything, the chat is here, and so is its draft.
    let opened = marie.call("open_direct", json!({ "agent": paul.id })).await;
    let opened = opened.expect("opens")["conversation"].clone();
    let id = opened.as_str().expect("an id");
    assert!(
        marie.rows("recents").await.is_empty(),
        "nothing was said yet"
    );
    assert!(paul.rows("recents").await.is_empty());
    marie
        .call("draft", json!({ "conversation": id, "text": "Dis" }))
        .await
        .expect("kept");
    assert_eq!(
        marie.rows("recents").await.len(),
        1,
        "a draft is found again"
    );
    assert!(
        paul.rows("recents").await.is_empty(),
        "a draft is nobody else's"
    );
    for n in 0..5 {
        says(marie, id, &format!("message {n}")).await;
    }
    let all: Vec<String> = (0..5).map(|n| format!("message {n}")).collect();
    paul.until("read all in order", async || lines(paul, id).await == all)
        .await;
    office.close().await;
}
