//! An agent who answers over the hub's routes, where no window is needed.

use serde_json::{Value, json};

use crate::hub::Colleague;

/// A signed-in agent.
pub(crate) struct Agent {
    http: reqwest::Client,
    hub: String,
    token: String,
}

impl Agent {
    pub(crate) async fn sign_in(hub: &str, who: &Colleague) -> Self {
        // Fails only when a provider is there already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut agent = Self {
            http: reqwest::Client::new(),
            hub: hub.to_owned(),
            token: String::new(),
        };
        let with = json!({ "by": "password", "email": who.email, "password": who.password });
        let session = agent.post("/v1/sessions", &with).await;
        agent.token = text(&session, "token");
        agent
    }

    /// The only conversation there is.
    pub(crate) async fn conversation(&self) -> String {
        let manifest = self.http.get(format!("{}/v1/manifest", self.hub));
        let manifest = answer(manifest.bearer_auth(&self.token)).await;
        let entries = manifest["entries"].as_array().expect("entries");
        let mut conversations = entries.iter().filter(|e| e["kind"] == "conversation");
        let found = conversations.next().expect("a conversation");
        assert!(conversations.next().is_none(), "one conversation");
        text(found, "id")
    }

    pub(crate) async fn write(&self, conversation: &str, words: &str) {
        let id = guichet_hub::clock::new_id();
        let reply = json!({ "do": "reply", "conversation": conversation, "text": words });
        let asked = json!({ "id": id, "command": reply });
        let answer = self.post("/v1/commands", &asked).await;
        assert_eq!(answer["result"], "done", "{answer}");
    }

    /// Streams that visitors' browsers hold open, as the hub counts them.
    pub(crate) async fn visitor_streams(&self) -> String {
        let metrics = self.http.get(format!("{}/metrics", self.hub)).send().await;
        let metrics = metrics.expect("answers").text().await.expect("text");
        let line = metrics
            .lines()
            .find_map(|line| line.strip_prefix("guichet_visitor_streams "));
        line.expect("the metric").to_owned()
    }

    async fn post(&self, route: &str, body: &Value) -> Value {
        let request = self.http.post(format!("{}{route}", self.hub)).json(body);
        let request = if self.token.is_empty() {
            request
        } else {
            request.bearer_auth(&self.token)
        };
        answer(request).await
    }
}

async fn answer(request: reqwest::RequestBuilder) -> Value {
    let answer = request.send().await.expect("the hub answers");
    let (status, body) = (answer.status(), answer.text().await.expect("a body"));
    assert!(status.is_success(), "{status} {body}");
    serde_json::from_str(&body).expect("json")
}

fn text(value: &Value, field: &str) -> String {
    value[field].as_str().expect("a text").to_owned()
}
