//! The product's main job without a window: a visitor writes, an agent answers, and who does not own it keeps nothing.

use std::path::{Path, PathBuf};
use std::time::Duration;

use guichet_client::{App, AppConfig, commands};
use guichet_hub::access::password::Passwords;
use guichet_hub::admin::{self, AdminCommand, DEMO_KEY};
use guichet_hub::{Clock, Config, Running};
use guichet_tests::bytes;
use guichet_tests::host::RememberingHost;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// Nothing here takes long; what takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(30);

const QUESTION: &str = "Bonjour, où est ma commande 42 ?";
const ANSWER: &str = "Elle part demain matin.";
const SECOND: &str = "Merci, et la facture ?";

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_writes_an_agent_answers_and_the_others_keep_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let hub = hub(&folder.path().join("hub")).await;
    let marie = Agent::sign_in(&hub, folder.path(), "marie").await;
    let paul = Agent::sign_in(&hub, folder.path(), "paul").await;

    let visitor = Visitor::write_first(&hub, QUESTION).await;
    let conversation = marie.sees(QUESTION).await;
    assert_eq!(paul.sees(QUESTION).await, conversation);
    assert!(
        paul.keeps(QUESTION),
        "the search of the bytes finds what is there"
    );

    let sent = json!({ "conversation": conversation, "text": ANSWER });
    marie.call("send", sent).await;
    paul.sees_nothing().await;
    paul.keeps_no_longer(QUESTION).await;
    visitor.reads(ANSWER).await;

    let targets = marie
        .call("transfer_targets", json!({ "search": "Paul" }))
        .await;
    let to = targets["agents"][0]["id"].clone();
    let transfer = json!({ "conversation": conversation, "agent": to, "note": "Cliente fidèle" });
    marie.call("transfer", transfer).await;
    assert_eq!(paul.sees("Cliente fidèle").await, conversation);
    marie.sees_nothing().await;
    for gone in [QUESTION, ANSWER, "Cliente fidèle"] {
        marie.keeps_no_longer(gone).await;
    }

    visitor.write(SECOND).await;
    paul.sees(SECOND).await;
    marie.sees_nothing().await;
    let thread = json!({ "conversation": conversation, "limit": 50 });
    let lines = paul.call("messages", thread).await;
    let texts: Vec<&str> = lines["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .filter_map(|line| line["text"].as_str())
        .collect();
    assert_eq!(
        texts,
        [QUESTION, ANSWER, "Cliente fidèle", SECOND],
        "each once, in order"
    );
    marie.app.shut_down().await;
    paul.app.shut_down().await;
    hub.stop().await.expect("stops");
}

async fn hub(data: &Path) -> Running {
    let config = Config {
        data: data.to_owned(),
        ..Config::default()
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let running = guichet_hub::start(config, listener, None, Clock::system())
        .await
        .expect("starts");
    admin(&running, AdminCommand::Demo).await;
    running
}

async fn admin(hub: &Running, command: AdminCommand) -> Value {
    let passwords = Passwords::new().expect("hashes");
    admin::run(&hub.hub, &passwords, command)
        .await
        .expect("done")
}

struct Agent {
    app: App<RememberingHost>,
    folder: PathBuf,
}

impl Agent {
    async fn sign_in(hub: &Running, folder: &Path, name: &str) -> Self {
        let email = format!("{name}@demo.guichet.test");
        let code = admin(hub, AdminCommand::Code { email }).await;
        let folder = folder.join(name);
        let app = App::open(AppConfig::new(&folder), RememberingHost::default())
            .await
            .expect("opens");
        let address = format!("http://{}", hub.address);
        app.sign_in_with_code(&address, code["code"].as_str().expect("a code"))
            .await
            .expect("signs in");
        Self { app, folder }
    }

    async fn call(&self, name: &str, args: Value) -> Value {
        commands::call(&self.app, name, args).await.expect(name)
    }

    async fn rows(&self) -> Vec<Value> {
        let list = self
            .call(
                "list",
                json!({ "view": "recents", "offset": 0, "limit": 50 }),
            )
            .await;
        list["rows"].as_array().cloned().unwrap_or_default()
    }

    /// Waits, from one event of the app to the next, until the check holds.
    async fn until<T>(&self, what: &str, check: impl AsyncFn() -> Option<T>) -> T {
        let mut events = self.app.subscribe();
        let waiting = async {
            loop {
                if let Some(found) = check().await {
                    return found;
                }
                let _ = events.recv().await;
            }
        };
        tokio::time::timeout(PATIENCE, waiting).await.expect(what)
    }

    /// A line with this text in one of the conversations; answers which.
    async fn sees(&self, text: &str) -> String {
        self.until(text, async || {
            for row in self.rows().await {
                let of = json!({ "conversation": row["id"], "limit": 50 });
                let lines = self.call("messages", of).await;
                if lines["lines"].as_array()?.iter().any(|l| l["text"] == text) {
                    return row["id"].as_str().map(str::to_owned);
                }
            }
            None
        })
        .await
    }

    async fn sees_nothing(&self) {
        self.until("an empty list", async || {
            self.rows().await.is_empty().then_some(())
        })
        .await;
    }

    /// Is the text in any file of the profile?
    fn keeps(&self, text: &str) -> bool {
        !bytes::holding(&self.folder, text).is_empty()
    }

    /// The list forgets at once; the files a moment later, when no reader is in the way.
    async fn keeps_no_longer(&self, text: &str) {
        let gone = async {
            while self.keeps(text) {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, gone).await.expect(text);
    }
}

struct Visitor {
    http: reqwest::Client,
    base: String,
    token: String,
}

impl Visitor {
    async fn write_first(hub: &Running, text: &str) -> Self {
        let mut visitor = Self {
            http: reqwest::Client::new(),
            base: format!("http://{}/widget/v1", hub.address),
            token: String::new(),
        };
        let session = visitor.post("sessions", json!({})).await;
        session["token"]
            .as_str()
            .expect("a token")
            .clone_into(&mut visitor.token);
        visitor.write(text).await;
        visitor
    }

    async fn write(&self, text: &str) {
        let bytes = std::array::from_fn(|i| text.as_bytes().get(i).copied().unwrap_or_default());
        let id = uuid::Builder::from_random_bytes(bytes).into_uuid();
        let message = json!({ "id": id, "text": text });
        self.post("messages", message.clone()).await;
        // Twice: the answer got lost on the way.
        self.post("messages", message).await;
    }

    /// An agent's message with this text. The hub answers at once; what is not there yet is asked for again.
    async fn reads(&self, text: &str) {
        let arrived = async {
            loop {
                let url = format!("{}/conversation", self.base);
                let answer = self
                    .headers(self.http.get(url))
                    .send()
                    .await
                    .expect("answers");
                let bytes = answer.bytes().await.expect("a body");
                let snapshot: Value = serde_json::from_slice(&bytes).expect("json");
                let messages = snapshot["conversation"]["messages"].as_array().cloned();
                let messages = messages.unwrap_or_default();
                assert!(
                    messages.iter().all(|m| m["text"] != "Cliente fidèle"),
                    "notes are never the visitor's"
                );
                if messages
                    .iter()
                    .any(|m| m["text"] == text && m["from"] == "agent")
                {
                    return;
                }
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, arrived).await.expect(text);
    }

    async fn post(&self, route: &str, body: Value) -> Value {
        let request = self.http.post(format!("{}/{route}", self.base)).json(&body);
        let answer = self.headers(request).send().await.expect("answers");
        let (status, body) = (answer.status(), answer.text().await.expect("a body"));
        assert!(status.is_success(), "{route}: {status} {body}");
        serde_json::from_str(&body).expect("json")
    }

    fn headers(&self, request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
        let request = request.header("X-Guichet-Account", DEMO_KEY);
        if self.token.is_empty() {
            request
        } else {
            request.bearer_auth(&self.token)
        }
    }
}
