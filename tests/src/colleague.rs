//! An agent at a desk without a window: the real app in a folder of its own.

use std::path::{Path, PathBuf};
use std::time::Duration;

use guichet_client::{App, AppConfig, CallError, commands};
use guichet_domain::AgentId;
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;

use crate::bytes;
use crate::host::RememberingHost;

/// What takes longer has failed.
pub const PATIENCE: Duration = Duration::from_mins(2);

/// An agent's app.
pub struct Colleague {
    /// The app.
    pub app: App<RememberingHost>,
    /// Who it is.
    pub id: AgentId,
    /// By name.
    pub name: String,
    /// Its folder.
    pub profile: PathBuf,
}

impl Colleague {
    /// Signs in by a code of the command line.
    pub async fn sign_in(hub: &str, code: &str, profile: &Path) -> Self {
        let app = App::open(AppConfig::new(profile), RememberingHost::default())
            .await
            .expect("opens");
        let session = app.sign_in_with_code(hub, code).await.expect("signs in");
        let me = session.agent.expect("somebody");
        Self {
            app,
            id: me.id,
            name: me.name,
            profile: profile.to_owned(),
        }
    }

    /// What the screen would ask for.
    pub async fn call(&self, name: &str, args: Value) -> Result<Value, CallError> {
        commands::call(&self.app, name, args).await
    }

    /// Rows of a view of the inbox.
    pub async fn rows(&self, view: &str) -> Vec<Value> {
        let args = json!({ "view": view, "offset": 0, "limit": 500 });
        let list = self.call("list", args).await.expect("a list");
        list["rows"].as_array().cloned().unwrap_or_default()
    }

    /// Commands that wait for the hub.
    pub async fn waiting(&self) -> u64 {
        let connection = self.call("connection", json!({})).await;
        connection.expect("a connection")["waiting"]
            .as_u64()
            .expect("a number")
    }

    /// Is the app in touch with its hub?
    pub async fn is_online(&self) -> bool {
        let connection = self.call("connection", json!({})).await;
        connection.expect("a connection")["state"] == "online"
    }

    /// The agent's own words that did not leave, or came too late.
    pub async fn unsent(&self) -> Vec<String> {
        let drafts = self.call("unsent_drafts", json!({})).await.expect("drafts");
        let drafts = drafts.as_array().expect("a list").iter();
        let text = |draft: &Value| draft["text"].as_str().expect("a text").to_owned();
        drafts.map(text).collect()
    }

    /// The files of the profile in which these words are.
    pub fn keeps(&self, words: &str) -> Vec<PathBuf> {
        bytes::holding(&self.profile, words)
    }

    /// Waits until no file holds any of these: the list forgets at once, the files a moment later, when no reader is
    /// in the way.
    pub async fn keeps_no_longer(&self, all: &[&str]) {
        for words in all {
            let gone = async {
                while !self.keeps(words).is_empty() {
                    tokio::task::yield_now().await;
                }
            };
            let gone = tokio::time::timeout(PATIENCE, gone).await;
            assert!(
                gone.is_ok(),
                "`{words}` is still in {:?}",
                self.keeps(words)
            );
        }
    }

    /// Waits, from one event of the app to the next, until the check holds.
    pub async fn until(&self, what: &str, check: impl AsyncFn() -> bool) {
        let mut events = self.app.subscribe();
        let waiting = async {
            while !check().await {
                match events.recv().await {
                    Ok(_) | Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => panic!("the app ended"),
                }
            }
        };
        let waited = tokio::time::timeout(PATIENCE, waiting).await;
        assert!(waited.is_ok(), "{}: never {what}", self.name);
    }
}
