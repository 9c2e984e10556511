//! An agent at work: an app in a folder of its own, signed in to a hub of the test.

use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::broadcast;

use super::host::TestHost;
use super::hub::FakeHub;
use crate::view::{ConnectionState, UiEvent};
use crate::{App, AppConfig, CallError, Clock, Language, commands};

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(20);

/// An agent at work.
pub(crate) struct Desk {
    pub(crate) app: App<TestHost>,
    events: broadcast::Receiver<UiEvent>,
    folder: TempDir,
}

impl Desk {
    /// Signs in to `hub`, and is online.
    pub(crate) async fn at(hub: &FakeHub) -> Self {
        Self::at_with(hub, Clock::system()).await
    }

    /// The same, by a clock of the test.
    pub(crate) async fn at_with(hub: &FakeHub, clock: Clock) -> Self {
        let folder = TempDir::new().unwrap();
        let mut desk = Self::open(folder, TestHost::default(), clock).await;
        desk.sign_in(hub, "100").await;
        hub.listening().await;
        desk
    }

    async fn open(folder: TempDir, host: TestHost, clock: Clock) -> Self {
        let config = AppConfig {
            system_language: Language::En,
            clock,
            ..AppConfig::new(folder.path())
        };
        let app = App::open(config, host).await.unwrap();
        let events = app.subscribe();
        Self {
            app,
            events,
            folder,
        }
    }

    /// Signs in as the agent of that number, and is online.
    pub(crate) async fn sign_in(&mut self, hub: &FakeHub, agent: &str) {
        self.app
            .sign_in_with_code(&hub.address, agent)
            .await
            .unwrap();
        self.until(|event| {
            matches!(event, UiEvent::Connection { connection }
                if connection.state == ConnectionState::Online)
        })
        .await;
    }

    /// The same agent after a restart of the app.
    pub(crate) async fn restarted(self) -> Self {
        self.app.shut_down().await;
        let host = self.app.host.restarted();
        Self::open(self.folder, host, Clock::system()).await
    }

    /// Does what the screen would.
    pub(crate) async fn call(&self, name: &str, args: Value) -> Value {
        self.try_call(name, args).await.unwrap()
    }

    pub(crate) async fn try_call(&self, name: &str, args: Value) -> Result<Value, CallError> {
        commands::call(&self.app, name, args).await
    }

    /// The lines of a conversation as text, place and state.
    pub(crate) async fn lines(&self, conversation: Value) -> Vec<(Value, Value, Value)> {
        let args = json!({"conversation": conversation, "limit": 50});
        let window = self.call("messages", args).await;
        let lines = window["lines"].as_array().unwrap();
        lines
            .iter()
            .map(|line| {
                (
                    line["text"].clone(),
                    line["seq"].clone(),
                    line["state"].clone(),
                )
            })
            .collect()
    }

    /// Waits for an event.
    pub(crate) async fn until(&mut self, wanted: impl Fn(&UiEvent) -> bool) -> UiEvent {
        let waiting = async {
            loop {
                let event = self.events.recv().await.unwrap();
                if wanted(&event) {
                    return event;
                }
            }
        };
        tokio::time::timeout(PATIENCE, waiting).await.unwrap()
    }

    /// Waits until a question, asked again after every event, is answered with yes.
    pub(crate) async fn until_that(&mut self, question: impl AsyncFn(&Self) -> bool) {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        while !question(self).await {
            let next = tokio::time::timeout_at(deadline, self.events.recv());
            next.await.unwrap().unwrap();
        }
    }
}
