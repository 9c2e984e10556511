//! One who supervises reads, whispers and takes over; nobody else learns that there is anything to supervise.

use guichet_domain::{Audit, Audited};
use guichet_hub::Clock;
use guichet_hub::store::Store;
use reqwest::Method;
use serde_json::{Value, json};

use crate::door::{Door, answered, body, random_id};

struct Company {
    door: Door,
    _folder: tempfile::TempDir,
    marie: String,
    paul: String,
    /// Manager of the department, in no queue.
    ines: String,
    conversation: String,
}

impl Company {
    /// A visitor wrote and Marie took it.
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let door = Door::open(folder.path(), Clock::system()).await;
        let (marie, paul) = (door.sign_in("marie").await, door.sign_in("paul").await);
        let ines = door.sign_in("ines").await;
        let visitor = door.visitor().await;
        let conversation = door.conversation(&visitor, "Bonjour").await;
        let company = Self {
            door,
            _folder: folder,
            marie,
            paul,
            ines,
            conversation,
        };
        let take = json!({ "do": "take", "conversation": company.conversation });
        assert_eq!(
            company.does(&company.marie, "take", take).await["result"],
            "done"
        );
        company
    }

    async fn does(&self, agent: &str, name: &str, command: Value) -> Value {
        let request = json!({ "id": random_id(name), "command": command });
        let asked = self.door.knock(Method::POST, "/v1/commands");
        body(asked.bearer_auth(agent).json(&request)).await
    }

    async fn overview(&self, agent: &str) -> Value {
        let asked = self.door.knock(Method::GET, "/v1/supervision");
        body(asked.bearer_auth(agent)).await
    }

    async fn system_lines(&self) -> Vec<String> {
        let path = format!("/v1/conversations/{}/messages", self.conversation);
        let asked = self.door.knock(Method::GET, &path).bearer_auth(&self.ines);
        let page = body(asked).await;
        let lines = page["messages"].as_array().expect("messages").iter();
        let what = |line: &Value| line["body"]["system"]["what"].as_str().map(str::to_owned);
        lines.filter_map(what).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_supervises_sees_what_others_own_and_nobody_else_does() {
    let company = Company::open().await;
    let seen = company.overview(&company.ines).await;
    assert_eq!(seen["total"], 1);
    let row = &seen["conversations"][0];
    assert_eq!(row["conversation"]["id"], json!(company.conversation));
    assert!(row["contact"].is_object());
    // Whose it is does not supervise; who shares the queue does not either.
    for agent in [&company.marie, &company.paul] {
        assert_eq!(company.overview(agent).await["total"], 0);
    }
    let path = format!("/v1/conversations/{}", company.conversation);
    let read = async |agent: &str| {
        answered(company.door.knock(Method::GET, &path).bearer_auth(agent)).await
    };
    assert_eq!(read(&company.ines).await.0, 200);
    assert_eq!(read(&company.marie).await.0, 200);
    assert_eq!(read(&company.paul).await, (404, "not_found".to_owned()));
    let nowhere = format!("/v1/conversations/{}", random_id("nowhere"));
    let nothing = company.door.knock(Method::GET, &nowhere);
    let nothing = answered(nothing.bearer_auth(&company.paul)).await;
    assert_eq!(nothing, (404, "not_found".to_owned()));
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn being_read_is_said_once_a_day_and_kept_each_time() {
    let company = Company::open().await;
    let oversee = || json!({ "do": "oversee", "conversation": company.conversation });
    for name in ["first", "second"] {
        let done = company.does(&company.ines, name, oversee()).await;
        assert_eq!(done["result"], "done");
    }
    assert_eq!(company.system_lines().await, ["taken", "overseen"]);
    let store = &company.door.hub.hub.store;
    let openings = async || {
        let rows = store.audit(None, None, 50).await.expect("reads");
        let is_one = |row: &&(u64, Audit)| matches!(row.1.what, Audited::Overseen { .. });
        rows.iter().filter(is_one).count()
    };
    assert_eq!(openings().await, 2);
    let refused = company.does(&company.paul, "third", oversee()).await;
    // Who shares the queue learns who has it, as ever; nothing is written.
    assert_eq!(refused["refusal"]["code"], "taken");
    assert_eq!(openings().await, 2);
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_take_over_names_whose_it_was() {
    let company = Company::open().await;
    let seen = company.overview(&company.ines).await;
    let owner = &seen["conversations"][0]["conversation"]["kind"]["customer"]["ownership"]["owner"];
    let take_over = |from: &Value| json!({ "do": "take_over", "conversation": company.conversation, "from": from });
    let wrong = take_over(&json!(random_id("somebody else")));
    let refused = company.does(&company.ines, "wrong", wrong).await;
    assert_eq!(refused["refusal"]["code"], "taken");
    let done = company.does(&company.ines, "right", take_over(owner)).await;
    assert_eq!(done["result"], "done");
    assert_eq!(company.system_lines().await, ["taken", "taken_over"]);
    assert_eq!(
        company.overview(&company.ines).await["total"],
        0,
        "it is hers"
    );
    company.door.hub.stop().await.expect("stops");
}
