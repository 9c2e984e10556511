//! A visitor without a browser: speaks to the hub as the widget's page does.

use std::net::Ipv4Addr;

use guichet_hub::admin::DEMO_KEY;
use reqwest::header::HeaderMap;
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use uuid::Uuid;

/// The address under which the tests' proxy is: a hub that trusts it sees each visitor at an address of their own.
pub const PROXY: &str = "127.0.0.0/8";

/// One visitor of the demo shop.
pub struct Visitor {
    http: Client,
    base: String,
    headers: HeaderMap,
}

/// The hub did not answer, or could not: what was said must be said again.
#[derive(Debug)]
pub struct Unheard;

impl Visitor {
    /// The `n`th visitor opens the page.
    pub async fn arrive(hub: &str, n: u32) -> Result<Self, Unheard> {
        Self::arrive_from(hub, Ipv4Addr::from(0x0a00_0001 + n)).await
    }

    /// A visitor of this address opens the page.
    pub async fn arrive_from(hub: &str, address: Ipv4Addr) -> Result<Self, Unheard> {
        let mut headers = HeaderMap::new();
        let value = |text: String| text.parse().expect("a header");
        headers.insert("X-Forwarded-For", value(address.to_string()));
        headers.insert("X-Guichet-Account", value(DEMO_KEY.to_owned()));
        let mut visitor = Self {
            http: Client::builder().no_proxy().build().expect("a client"),
            base: format!("{hub}/widget/v1"),
            headers,
        };
        let session = visitor.post("sessions", &json!({})).await?;
        let token = session["token"].as_str().expect("a token");
        let bearer = value(format!("Bearer {token}"));
        visitor.headers.insert("Authorization", bearer);
        Ok(visitor)
    }

    /// Says something. When it was not heard, the same words come again under the same id.
    pub async fn write(&self, id: Uuid, text: &str) -> Result<(), Unheard> {
        let message = json!({ "id": id, "text": text });
        self.post("messages", &message).await.map(drop)
    }

    /// Says who they are, and their first words.
    pub async fn introduce(&self, name: &str, text: &str) -> Result<(), Unheard> {
        let message = json!({ "id": guichet_hub::clock::new_id(), "name": name, "text": text });
        self.post("messages", &message).await.map(drop)
    }

    /// The lines of the page: who wrote each, and its text.
    pub async fn lines(&self) -> Result<Vec<(String, String)>, Unheard> {
        let snapshot = self
            .sent(self.http.get(format!("{}/conversation", self.base)))
            .await?;
        let messages = snapshot["conversation"]["messages"].as_array().cloned();
        let word =
            |message: &Value, name: &str| message[name].as_str().unwrap_or_default().to_owned();
        let line = |message| (word(message, "from"), word(message, "text"));
        Ok(messages.unwrap_or_default().iter().map(line).collect())
    }

    async fn post(&self, route: &str, body: &Value) -> Result<Value, Unheard> {
        let request = self.http.post(format!("{}/{route}", self.base));
        self.sent(request.json(body)).await
    }

    async fn sent(&self, request: RequestBuilder) -> Result<Value, Unheard> {
        let request = request.headers(self.headers.clone());
        let answer = request.send().await.map_err(|_| Unheard)?;
        let status = answer.status();
        let body = answer.text().await.map_err(|_| Unheard)?;
        if status.is_server_error() {
            return Err(Unheard);
        }
        assert!(status.is_success(), "{status} {body}");
        Ok(serde_json::from_str(&body).expect("json"))
    }
}
