//! Templates through the whole system: a manager writes them, an agent inserts them, the others hear of it.

use std::path::Path;

use guichet_hub::Clock;
use guichet_tests::colleague::{Colleague, PATIENCE};
use guichet_tests::visitor::Visitor;
use reqwest::Method;
use serde_json::{Value, json};

use crate::door::{Door, answered, body, random_id};

const HEADINGS: &str = "department,category,title,language,text\n";
const HERE: &str = "Boutique en ligne";

struct Desks {
    door: Door,
    marie: Colleague,
    ines: Colleague,
}

impl Desks {
    /// Inès manages the department in which Marie works.
    async fn open(folder: &Path) -> Self {
        let door = Door::open(&folder.join("hub"), Clock::system()).await;
        let marie = door.colleague(folder, "marie").await;
        let ines = door.colleague(folder, "ines").await;
        let desks = Self { door, marie, ines };
        let may = async || {
            !desks.managed("").await["places"]
                .as_array()
                .expect("places")
                .is_empty()
        };
        desks.ines.until("knew her role", may).await;
        desks
    }

    async fn managed(&self, search: &str) -> Value {
        let asked = json!({ "search": search, "limit": 10 });
        self.ines
            .call("managed_templates", asked)
            .await
            .expect("a list")
    }

    async fn import(&self, lines: &str, dry_run: bool) -> Value {
        let asked = json!({ "text": format!("{HEADINGS}{lines}"), "dry_run": dry_run });
        self.ines
            .call("import_templates", asked)
            .await
            .expect("a plan")
    }

    /// Waits until both have so many.
    async fn both_have(&self, total: usize) {
        for (desk, command) in [
            (&self.marie, "templates"),
            (&self.ines, "managed_templates"),
        ] {
            let there = async || {
                let asked = json!({ "search": "", "limit": 1 });
                desk.call(command, asked).await.expect("a list")["total"] == total
            };
            desk.until("had the templates", there).await;
        }
    }

    async fn offered(&self, search: &str) -> Vec<Value> {
        let asked = json!({ "search": search, "limit": 50 });
        let found = self.marie.call("templates", asked).await.expect("a list");
        found["rows"].as_array().cloned().unwrap_or_default()
    }

    async fn close(self) {
        self.marie.app.shut_down().await;
        self.ines.app.shut_down().await;
        self.door.hub.stop().await.expect("stops");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_written_inserted_counted_and_deleted() {
    let folder = tempfile::tempdir().expect("a folder");
    let desks = Desks::open(folder.path()).await;
    desks
        .import(
            &format!("{HERE},Accueil,Bonjour,fr,\"Bonjour {{{{contact.first_name}}}}, {{{{agent.name}}}} à votre service, {{{{date}}}}.\"\n"),
            false,
        )
        .await;
    desks.both_have(1).await;
    let [row] = desks.offered("BONJOUR").await.try_into().expect("one");
    let conversation = written_by_a_visitor(&desks).await;

    let insert = json!({ "conversation": conversation, "template": row["id"], "language": "fr", "date": "le 23" });
    let filled = desks.marie.call("insert_template", insert.clone()).await;
    let filled = filled.expect("is filled");
    let text = "Bonjour {{contact.first_name}}, Marie Lefèvre à votre service, le 23.";
    assert_eq!(filled["text"], text);
    assert_eq!(filled["fields"], json!([{ "from": 8, "to": 30 }]));

    let send = |text: &str| json!({ "conversation": conversation, "text": text });
    let refused = desks
        .marie
        .call("send", send(text))
        .await
        .expect_err("has a field");
    assert_eq!(refused.code, "field-left");
    let note = desks.marie.call("note", send(text)).await;
    assert!(note.is_ok(), "colleagues may speak of a field");
    let sent = desks.marie.call("send", send("Bonjour Anne.")).await;
    sent.expect("is sent");

    desks
        .marie
        .call("insert_template", insert.clone())
        .await
        .expect("again");
    let counted = async || {
        let uses = desks
            .ines
            .call("template_uses", json!({}))
            .await
            .expect("uses");
        uses == json!([{ "id": row["id"], "uses": 2 }])
    };
    while !counted().await {
        tokio::task::yield_now().await;
    }
    let of_marie = desks.marie.call("template_uses", json!({})).await;
    assert_eq!(of_marie.expect_err("not hers").code, "not-found");

    let delete = json!({ "template": row["id"] });
    let hers = desks.marie.call("delete_template", delete.clone()).await;
    assert_eq!(hers.expect_err("not hers").code, "not-allowed");
    desks
        .ines
        .call("delete_template", delete.clone())
        .await
        .expect("deleted");
    desks.both_have(0).await;
    let gone = desks.marie.call("insert_template", insert).await;
    assert_eq!(gone.expect_err("is gone").code, "template-gone");
    let twice = desks.ines.call("delete_template", delete).await;
    assert_eq!(twice.expect_err("is gone").code, "template-gone");
    desks.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_inserted_while_the_hub_is_away_is_counted_once_it_is_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let desks = Desks::open(folder.path()).await;
    desks
        .import(&format!("{HERE},Accueil,Merci,fr,Merci\n"), false)
        .await;
    desks.both_have(1).await;
    let row = desks.offered("").await.remove(0);
    let conversation = written_by_a_visitor(&desks).await;
    let (address, data) = (desks.door.hub.address, folder.path().join("hub"));
    let Desks { door, marie, ines } = desks;
    door.hub.stop().await.expect("stops");
    let insert = json!({ "conversation": conversation, "template": row["id"], "language": "fr", "date": "" });
    let filled = marie
        .call("insert_template", insert)
        .await
        .expect("is filled");
    assert_eq!(filled["text"], "Merci");

    let listener = tokio::net::TcpListener::bind(address)
        .await
        .expect("its port");
    let config = guichet_hub::Config {
        data,
        ..guichet_hub::Config::default()
    };
    let hub = guichet_hub::start(config, listener, None, Clock::system())
        .await
        .expect("starts");
    let counting = async {
        let wanted = json!([{ "id": row["id"], "uses": 1 }]);
        while ines.call("template_uses", json!({})).await.ok() != Some(wanted.clone()) {
            tokio::task::yield_now().await;
        }
    };
    let counted = tokio::time::timeout(PATIENCE, counting).await;
    assert!(counted.is_ok(), "the use is never counted");
    marie.app.shut_down().await;
    ines.app.shut_down().await;
    hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_of_ten_thousand_lines_is_all_or_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let desks = Desks::open(folder.path()).await;
    let line = |number: usize| {
        format!(
            "{HERE},Liste {},n° {number},fr,texte {number}\n",
            number % 7
        )
    };
    let lines: String = (0..10_000).map(line).collect();

    let plan = desks
        .import(&format!("{lines}{HERE},Liste,x,fr,{{{{x}}}}\n"), true)
        .await;
    assert_eq!(plan["fresh"].as_array().map(Vec::len), Some(10_000));
    assert_eq!(plan["bad"][0]["line"], 10_002);
    let bad = json!({ "text": format!("{HEADINGS}{lines},,,,\n"), "dry_run": false });
    let refused = desks.ines.call("import_templates", bad).await;
    assert_eq!(
        refused.expect_err("has a bad line").code,
        "import-bad-lines"
    );
    assert_eq!(desks.managed("").await["total"], 0, "nothing was imported");

    desks.import(&lines, false).await;
    desks.both_have(10_000).await;
    let again = desks.import(&lines, true).await;
    assert_eq!(
        (&again["unchanged"], &again["fresh"]),
        (&json!(10_000), &json!([]))
    );
    assert_eq!(desks.offered("9876").await[0]["title"], "n° 9876");

    let export = json!({ "name": "modeles", "format": "csv" });
    let saved = desks
        .ines
        .call("export_templates", export)
        .await
        .expect("saved");
    assert_eq!(saved["path"], "modeles.csv");
    desks.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_that_a_manager_gives_is_that_of_the_agents() {
    let folder = tempfile::tempdir().expect("a folder");
    let desks = Desks::open(folder.path()).await;
    let lines: String = ["a", "b", "c"]
        .map(|title| format!("{HERE},Accueil,{title},fr,x\n"))
        .concat();
    desks.import(&lines, false).await;
    desks.both_have(3).await;
    let rows = desks.offered("").await;
    let move_to = json!({ "template": rows[2]["id"], "beside": rows[0]["id"], "behind": false });
    desks
        .ines
        .call("move_template", move_to)
        .await
        .expect("moved");
    let moved = async || {
        let titles: Vec<Value> = desks
            .offered("")
            .await
            .iter()
            .map(|row| row["title"].clone())
            .collect();
        titles == ["c", "a", "b"]
    };
    desks.marie.until("saw the new order", moved).await;
    desks.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_hub_itself_looks_at_what_an_app_sends() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(folder.path(), Clock::system()).await;
    let (ines, marie) = (door.sign_in("ines").await, door.sign_in("marie").await);
    let post = |token: &str, id: &str, command: Value| {
        let request = json!({ "id": random_id(id), "command": command });
        door.knock(Method::POST, "/v1/templates")
            .bearer_auth(token)
            .json(&request)
    };
    let board = door.hub.hub.committer.board();
    let department = board.departments.keys().next().expect("a department");
    let put = |text: &str| {
        let content = json!({ "department": department, "category": "C", "title": "t", "texts": { "fr": text } });
        json!({ "do": "put", "template": random_id("t"), "content": content })
    };
    let company_wide = json!({ "do": "put", "template": random_id("t"),
        "content": { "category": "C", "title": "t", "texts": { "fr": "x" } } });
    for (token, id, command, code) in [
        (&marie, "1", put("x"), "not_allowed"),
        (&ines, "2", company_wide, "not_allowed"),
        (&ines, "3", put("{{x}}"), "unknown_variable"),
        (&ines, "4", put(" "), "text_empty"),
        (
            &ines,
            "5",
            json!({ "do": "delete", "template": random_id("t") }),
            "not_found",
        ),
        (
            &marie,
            "6",
            json!({ "do": "used", "template": random_id("t") }),
            "not_found",
        ),
    ] {
        let answer = body(post(token, id, command)).await;
        assert_eq!(answer["refusal"]["code"], code, "{answer}");
    }
    for _ in 0..2 {
        let answer = body(post(&ines, "put", put("x"))).await;
        assert_eq!(answer["result"], "done");
        let used = json!({ "do": "used", "template": random_id("t") });
        let answer = body(post(&marie, "used", used)).await;
        assert_eq!(answer["result"], "done");
    }
    let uses = |token: &str| {
        door.knock(Method::GET, "/v1/templates/uses")
            .bearer_auth(token)
    };
    assert_eq!(
        body(uses(&ines)).await[0]["uses"],
        1,
        "a command happens once"
    );
    assert_eq!(answered(uses(&marie)).await, (404, "not_found".to_owned()));
    let other_body = post(&ines, "put", put("y"));
    assert_eq!(answered(other_body).await.1, "id_reused");
    let nobody = door.knock(Method::POST, "/v1/templates").json(&json!({}));
    assert_eq!(answered(nobody).await, (401, "unauthorized".to_owned()));
    let large = "x".repeat(13 * 1024 * 1024);
    assert_eq!(
        answered(post(&ines, "large", put(&large))).await.1,
        "too_large"
    );
    door.hub.stop().await.expect("stops");
}

/// A visitor without a name writes; Marie has it.
async fn written_by_a_visitor(desks: &Desks) -> String {
    let hub = format!("http://{}", desks.door.hub.address);
    let visitor = Visitor::arrive(&hub, 0).await.expect("arrives");
    visitor
        .write(random_id("hello"), "hello")
        .await
        .expect("is heard");
    let waits = async || desks.marie.rows("queues").await.len() == 1;
    desks.marie.until("saw the visitor", waits).await;
    desks.marie.rows("queues").await[0]["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}
