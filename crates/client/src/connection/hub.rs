//! Requests to one hub.

use std::fmt;
use std::sync::Once;
use std::time::Duration;

use guichet_domain::{AccountId, AgentId, Contact, ContactId, ConversationId, ImportedContact};
use guichet_protocol::{
    AddressBook, AgentLoad, AuditPage, BlockRequest, BlockRow, CommandAnswer, CommandRequest,
    ConfigurationRequest, ContactExport, ContactPlan, ContactRequest, Cursor, Fetch, Fetched,
    Glance, History, Installation, Invitation, Key, Manifest, NewSession, Overview, PROTOCOL,
    PROTOCOL_HEADER, Page, SignIn, SyncAnswer, TemplateRequest, TemplateUses, Visit,
};
use reqwest::header::{HeaderMap, HeaderValue, RETRY_AFTER};
use reqwest::{Client, Method, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use url::Url;

use super::address::is_loopback;
use super::error::HubError;
use super::source::Source;
use crate::config::POLL_WAIT_SECONDS;

const CONNECT: Duration = Duration::from_secs(10);
pub(super) const ANSWER: Duration = Duration::from_secs(30);

/// A hub, as somebody or as nobody yet.
#[derive(Clone, Debug)]
pub(crate) struct Hub {
    base: Url,
    http: Client,
    token: Option<Token>,
}

/// Proves who asks. Shown nowhere.
#[derive(Clone)]
pub(crate) struct Token(pub(crate) String);

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

/// What this app calls itself: agents read it among their devices.
fn user_agent() -> String {
    let system = match std::env::consts::OS {
        "macos" => "macOS",
        "windows" => "Windows",
        _ => "Linux",
    };
    format!("Guichet/{} ({system})", env!("CARGO_PKG_VERSION"))
}

impl Hub {
    /// The hub at `base`, which ends in `/`.
    pub(crate) fn new(base: Url) -> Result<Self, HubError> {
        static PROVIDER: Once = Once::new();
        PROVIDER.call_once(|| {
            // Fails when the program installed one before, which is as good.
            let _ = rustls::crypto::ring::default_provider().install_default();
        });
        let mut headers = HeaderMap::new();
        headers.insert(PROTOCOL_HEADER, HeaderValue::from(PROTOCOL));
        let mut builder = Client::builder()
            .user_agent(user_agent())
            .default_headers(headers)
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT);
        #[cfg(target_os = "linux")]
        {
            builder = builder.tcp_user_timeout(Duration::from_secs(30));
        }
        if is_loopback(&base) {
            builder = builder.no_proxy();
        }
        let http = builder.build().map_err(HubError::Unreachable)?;
        Ok(Self {
            base,
            http,
            token: None,
        })
    }

    /// The same hub, as the holder of `token`.
    pub(crate) fn signed_in(self, token: Token) -> Self {
        Self {
            token: Some(token),
            ..self
        }
    }

    /// Its address.
    pub(crate) fn base(&self) -> &Url {
        &self.base
    }

    pub(crate) async fn sign_in(&self, how: &SignIn) -> Result<NewSession, HubError> {
        let request = self.request(Method::POST, "v1/sessions")?.json(how);
        json(request.timeout(ANSWER)).await
    }

    pub(crate) async fn sign_out(&self) -> Result<(), HubError> {
        let request = self.request(Method::DELETE, "v1/sessions/current")?;
        sent(request.timeout(Duration::from_secs(5)))
            .await
            .map(drop)
    }

    pub(crate) async fn submit(&self, command: &CommandRequest) -> Result<CommandAnswer, HubError> {
        let request = self.request(Method::POST, "v1/commands")?.json(command);
        json(request.timeout(ANSWER)).await
    }

    pub(crate) async fn template(
        &self,
        command: &TemplateRequest,
    ) -> Result<CommandAnswer, HubError> {
        let request = self.request(Method::POST, "v1/templates")?.json(command);
        json(request.timeout(ANSWER)).await
    }

    pub(crate) async fn contacts(
        &self,
        command: &ContactRequest,
    ) -> Result<CommandAnswer, HubError> {
        let request = self.request(Method::POST, "v1/contacts")?.json(command);
        json(request.timeout(ANSWER)).await
    }

    pub(crate) async fn address_book(
        &self,
        search: &str,
        offset: u32,
        limit: u32,
    ) -> Result<AddressBook, HubError> {
        let mut url = self.url("v1/contacts")?;
        url.query_pairs_mut()
            .append_pair("search", search)
            .append_pair("offset", &offset.to_string())
            .append_pair("limit", &limit.to_string());
        json(self.to(Method::GET, url).timeout(ANSWER)).await
    }

    pub(crate) async fn contact(&self, contact: ContactId) -> Result<Contact, HubError> {
        let path = format!("v1/contacts/{contact}");
        json(self.request(Method::GET, &path)?.timeout(ANSWER)).await
    }

    pub(crate) async fn contact_history(
        &self,
        contact: ContactId,
        offset: u32,
        limit: u32,
    ) -> Result<History, HubError> {
        let path = format!("v1/contacts/{contact}/history?offset={offset}&limit={limit}");
        json(self.request(Method::GET, &path)?.timeout(ANSWER)).await
    }

    /// What these would change.
    pub(crate) async fn plan_contacts(
        &self,
        contacts: &[ImportedContact],
    ) -> Result<ContactPlan, HubError> {
        let body = serde_json::json!({ "contacts": contacts });
        let request = self.request(Method::POST, "v1/contacts/plan")?.json(&body);
        json(request.timeout(ANSWER)).await
    }

    /// Everything that is kept of one.
    pub(crate) async fn export_contact(
        &self,
        contact: ContactId,
    ) -> Result<ContactExport, HubError> {
        let path = format!("v1/contacts/{contact}/export");
        json(self.request(Method::POST, &path)?.timeout(ANSWER)).await
    }

    /// The whole address book.
    pub(crate) async fn export_contacts(&self) -> Result<AddressBook, HubError> {
        let request = self.request(Method::POST, "v1/contacts/export")?;
        json(request.timeout(ANSWER)).await
    }

    pub(crate) async fn loads(&self) -> Result<Vec<AgentLoad>, HubError> {
        let request = self.request(Method::GET, "v1/loads")?;
        json(request.timeout(ANSWER)).await
    }

    pub(crate) async fn template_uses(&self) -> Result<Vec<TemplateUses>, HubError> {
        let request = self.request(Method::GET, "v1/templates/uses")?;
        json(request.timeout(ANSWER)).await
    }

    pub(crate) async fn block(&self, command: &BlockRequest) -> Result<CommandAnswer, HubError> {
        let request = self.request(Method::POST, "v1/blocks")?.json(command);
        json(request.timeout(ANSWER)).await
    }

    pub(crate) async fn blocks(&self) -> Result<Vec<BlockRow>, HubError> {
        let request = self.request(Method::GET, "v1/blocks")?;
        json(request.timeout(ANSWER)).await
    }

    /// What is known of the visitor of a conversation.
    pub(crate) async fn visit(&self, conversation: ConversationId) -> Result<Visit, HubError> {
        let path = format!("v1/conversations/{conversation}/visitor");
        json(self.request(Method::GET, &path)?.timeout(ANSWER)).await
    }

    pub(crate) async fn configure(
        &self,
        command: &ConfigurationRequest,
    ) -> Result<CommandAnswer, HubError> {
        let request = self.request(Method::POST, "v1/configuration")?;
        json(request.json(command).timeout(ANSWER)).await
    }

    pub(crate) async fn invite(&self, agent: AgentId) -> Result<Invitation, HubError> {
        let path = format!("v1/agents/{agent}/invitation");
        json(self.request(Method::POST, &path)?.timeout(ANSWER)).await
    }

    pub(crate) async fn installations(
        &self,
        account: AccountId,
    ) -> Result<Vec<Installation>, HubError> {
        let path = format!("v1/accounts/{account}/installations");
        json(self.request(Method::GET, &path)?.timeout(ANSWER)).await
    }

    pub(crate) async fn audit(&self, before: Option<u64>) -> Result<AuditPage, HubError> {
        let before = before.map_or_else(String::new, |before| format!("?before={before}"));
        let path = format!("v1/audit{before}");
        json(self.request(Method::GET, &path)?.timeout(ANSWER)).await
    }

    pub(crate) async fn older(
        &self,
        conversation: ConversationId,
        before: u64,
        limit: u32,
    ) -> Result<Page, HubError> {
        let path =
            format!("v1/conversations/{conversation}/messages?before={before}&limit={limit}");
        json(self.request(Method::GET, &path)?.timeout(ANSWER)).await
    }

    /// Open conversations of others that the agent supervises.
    pub(crate) async fn overview(&self, offset: u32, limit: u32) -> Result<Overview, HubError> {
        let path = format!("v1/supervision?offset={offset}&limit={limit}");
        json(self.request(Method::GET, &path)?.timeout(ANSWER)).await
    }

    /// A conversation that the agent may read, held or not.
    pub(crate) async fn glance(&self, conversation: ConversationId) -> Result<Glance, HubError> {
        let path = format!("v1/conversations/{conversation}");
        json(self.request(Method::GET, &path)?.timeout(ANSWER)).await
    }

    /// The newest lines of one.
    pub(crate) async fn newest(
        &self,
        conversation: ConversationId,
        limit: u32,
    ) -> Result<Page, HubError> {
        let path = format!("v1/conversations/{conversation}/messages?limit={limit}");
        json(self.request(Method::GET, &path)?.timeout(ANSWER)).await
    }

    pub(crate) async fn history(
        &self,
        conversation: ConversationId,
        offset: u32,
        limit: u32,
    ) -> Result<History, HubError> {
        let path = format!("v1/conversations/{conversation}/history?offset={offset}&limit={limit}");
        json(self.request(Method::GET, &path)?.timeout(ANSWER)).await
    }

    /// The stream of the feed; it has no end of its own.
    pub(super) async fn feed(&self, since: &Cursor) -> Result<Response, HubError> {
        let path = format!("v1/feed?since={since}");
        let request = self.request(Method::GET, &path)?;
        let request = request.header(reqwest::header::ACCEPT, "text/event-stream");
        tokio::time::timeout(ANSWER, sent(request))
            .await
            .map_err(|_| HubError::Silent)?
    }

    pub(crate) async fn alive(&self) -> Result<(), HubError> {
        let request = self.request(Method::POST, "v1/alive")?;
        sent(request.timeout(ANSWER)).await.map(drop)
    }

    pub(crate) async fn typing(&self, conversation: ConversationId) -> Result<(), HubError> {
        let body = serde_json::json!({ "conversation": conversation });
        let request = self.request(Method::POST, "v1/typing")?.json(&body);
        sent(request.timeout(ANSWER)).await.map(drop)
    }

    fn url(&self, path: &str) -> Result<Url, HubError> {
        self.base.join(path).map_err(|_| HubError::NotAHub {
            status: reqwest::StatusCode::NOT_FOUND,
        })
    }

    pub(super) fn request(&self, method: Method, path: &str) -> Result<RequestBuilder, HubError> {
        Ok(self.to(method, self.url(path)?))
    }

    fn to(&self, method: Method, url: Url) -> RequestBuilder {
        let request = self.http.request(method, url);
        match &self.token {
            Some(token) => request.bearer_auth(&token.0),
            None => request,
        }
    }
}

impl Source for Hub {
    async fn sync(&self, since: &Cursor, wait: bool) -> Result<SyncAnswer, HubError> {
        let seconds = if wait { POLL_WAIT_SECONDS } else { 0 };
        let path = format!("v1/sync?since={since}&wait={seconds}");
        let request = self.request(Method::GET, &path)?;
        json(request.timeout(ANSWER + Duration::from_secs(seconds.into()))).await
    }

    async fn manifest(&self, after: Option<&str>) -> Result<Manifest, HubError> {
        let mut url = self.url("v1/manifest")?;
        if let Some(after) = after {
            url.query_pairs_mut().append_pair("after", after);
        }
        json(self.to(Method::GET, url).timeout(ANSWER)).await
    }

    async fn fetch(&self, keys: &[Key]) -> Result<Fetched, HubError> {
        let body = Fetch {
            keys: keys.to_vec(),
        };
        let request = self.request(Method::POST, "v1/fetch")?.json(&body);
        json(request.timeout(ANSWER)).await
    }
}

pub(super) async fn json<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, HubError> {
    let answer = sent(request).await?;
    let body = answer.bytes().await.map_err(HubError::Unreachable)?;
    serde_json::from_slice(&body).map_err(HubError::Unreadable)
}

/// Sends it and reads what every answer carries: the hub's protocol, and whether it is good.
pub(super) async fn sent(request: RequestBuilder) -> Result<Response, HubError> {
    let answer = request
        .send()
        .await
        .map_err(|error| HubError::Unreachable(error.without_url()))?;
    let status = answer.status();
    if status.is_success() {
        let protocol = answer
            .headers()
            .get(PROTOCOL_HEADER)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.parse::<u32>().ok());
        return match protocol {
            None => Err(HubError::NotAHub { status }),
            // A hub serves the apps of its own version and of the one before.
            Some(hub) if hub > PROTOCOL + 1 => Err(HubError::AppTooOld),
            Some(hub) if hub < PROTOCOL => Err(HubError::AppTooNew),
            Some(_) => Ok(answer),
        };
    }
    let retry_after = answer
        .headers()
        .get(RETRY_AFTER)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse().ok())
        .map(Duration::from_secs);
    let body = answer.bytes().await.unwrap_or_default();
    Err(HubError::of_answer(status, retry_after, &body))
}
