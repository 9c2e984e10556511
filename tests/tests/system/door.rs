//! A hub's door, knocked at by hand: any method, path, header and body.

use std::path::Path;

use guichet_client::Language;
use guichet_hub::access::password::Passwords;
use guichet_hub::admin::{self, AdminCommand, DEMO_KEY};
use guichet_hub::config::RateLimits;
use guichet_hub::{Clock, Config, Running};
use guichet_tests::colleague::Colleague;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// A running hub with the demo company.
pub(crate) struct Door {
    pub(crate) hub: Running,
    http: reqwest::Client,
}

/// What was answered: status and code, `""` when all is well.
pub(crate) type Answered = (u16, String);

impl Door {
    pub(crate) async fn open(data: &Path, clock: Clock) -> Self {
        let door = Self::unfurnished(data, clock).await;
        door.admin(AdminCommand::Demo).await;
        door
    }

    /// For tests that ask more often than strangers may.
    pub(crate) async fn unlimited(data: &Path, clock: Clock) -> Self {
        let door = Self::with(data, clock, RateLimits::none()).await;
        door.admin(AdminCommand::Demo).await;
        door
    }

    /// Before anybody set the company up.
    pub(crate) async fn unfurnished(data: &Path, clock: Clock) -> Self {
        Self::with(data, clock, RateLimits::default()).await
    }

    async fn with(data: &Path, clock: Clock, limits: RateLimits) -> Self {
        let config = Config {
            data: data.to_owned(),
            limits,
            ..Config::default()
        };
        Self::of(config, clock).await
    }

    /// With this configuration.
    pub(crate) async fn of(mut config: Config, clock: Clock) -> Self {
        // Who is slow shall not hold the tests up.
        config.times.header = 1;
        config.times.body = 1;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let hub = guichet_hub::start(config, listener, None, clock).await;
        // Fails only when a provider is there already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self {
            hub: hub.expect("starts"),
            http: reqwest::Client::new(),
        }
    }

    pub(crate) async fn admin(&self, command: AdminCommand) -> Value {
        let passwords = Passwords::new().expect("hashes");
        let done = admin::run(&self.hub.hub, &passwords, command).await;
        done.expect("done")
    }

    pub(crate) fn knock(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("http://{}{path}", self.hub.address);
        self.http.request(method, url)
    }

    /// As the page of the demo account.
    pub(crate) fn page(&self, method: Method, path: &str) -> RequestBuilder {
        let path = format!("/widget/v1/{path}");
        self.knock(method, &path)
            .header("X-Guichet-Account", DEMO_KEY)
    }

    /// Where apps find it.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.hub.address)
    }

    /// The app of this agent of the demo company, signed in, its profile in `folder` under the agent's name.
    pub(crate) async fn colleague(&self, folder: &Path, name: &str) -> Colleague {
        let code = self.code(name).await;
        Colleague::sign_in(&self.url(), &code, &folder.join(name)).await
    }

    /// A one-time code of this agent of the demo company.
    pub(crate) async fn code(&self, name: &str) -> String {
        let email = format!("{name}@demo.guichet.test");
        let code = self.admin(AdminCommand::Code { email }).await;
        code["code"].as_str().expect("a code").to_owned()
    }

    /// The token of a new session of this agent of the demo company.
    pub(crate) async fn sign_in(&self, name: &str) -> String {
        let asked = json!({ "by": "code", "code": self.code(name).await });
        let session = body(self.knock(Method::POST, "/v1/sessions").json(&asked)).await;
        session["token"].as_str().expect("a token").to_owned()
    }

    /// The token of somebody of the company who is in no queue.
    pub(crate) async fn outsider(&self) -> String {
        let outsider = AdminCommand::AgentAdd {
            name: "Igor".to_owned(),
            email: "igor@demo.guichet.test".to_owned(),
            extension: None,
            role: None,
            queues: Vec::new(),
            password: None,
        };
        self.admin(outsider).await;
        self.sign_in("igor").await
    }

    /// The token of a new visitor.
    pub(crate) async fn visitor(&self) -> String {
        let visitor = body(self.page(Method::POST, "sessions").json(&json!({}))).await;
        visitor["token"].as_str().expect("a token").to_owned()
    }

    /// A new conversation, opened by this text; its id.
    pub(crate) async fn conversation(&self, visitor: &str, text: &str) -> String {
        let message = json!({ "id": random_id(text), "text": text });
        let request = self.page(Method::POST, "messages").bearer_auth(visitor);
        let accepted = body(request.json(&message)).await;
        accepted["conversation"].as_str().expect("an id").to_owned()
    }

    /// The texts of a conversation, as this agent reads them.
    pub(crate) async fn texts(&self, agent: &str, conversation: &str) -> Vec<String> {
        let path = format!("/v1/conversations/{conversation}/messages");
        let page = body(self.knock(Method::GET, &path).bearer_auth(agent)).await;
        let messages = page["messages"].as_array().expect("messages").iter();
        let texts = messages.filter_map(|message| message["body"]["text"].as_str());
        texts.map(str::to_owned).collect()
    }
}

/// An id as a page makes them, always the same for the same text.
pub(crate) fn random_id(text: &str) -> uuid::Uuid {
    let bytes = std::array::from_fn(|i| text.as_bytes().get(i).copied().unwrap_or_default());
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// The body of an answer that must be good.
pub(crate) async fn body(request: RequestBuilder) -> Value {
    let answer = request.send().await.expect("an answer");
    let (status, text) = (answer.status(), answer.text().await.expect("a body"));
    assert!(status.is_success(), "{status} {text}");
    serde_json::from_str(&text).unwrap_or_default()
}

/// What the hub says to it. A code must have words in both languages, and a sentence for the log.
pub(crate) async fn answered(request: RequestBuilder) -> Answered {
    let answer = request.send().await.expect("an answer");
    let status = answer.status();
    let text = answer.text().await.expect("a body");
    if status.is_success() {
        return (status.as_u16(), String::new());
    }
    let error: Value = serde_json::from_str(&text).expect("an error is JSON");
    let code = error["code"].as_str().expect("a code").to_owned();
    assert!(!error["detail"].as_str().expect("a detail").is_empty());
    for language in [Language::Fr, Language::En] {
        let words = format!("\nerror-{} = ", code.replace('_', "-"));
        assert!(language.ftl().contains(&words), "{code} in {language}");
    }
    (status.as_u16(), code)
}
