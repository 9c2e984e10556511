//! What the app needs of the desktop it runs on. Small on purpose: everything that needs a test is on this side.

use std::path::PathBuf;

use guichet_domain::ConversationId;
use serde::Serialize;
use thiserror::Error;
use url::Url;

/// The desktop. Calls come from any thread and may block for a moment; those for secrets run on blocking threads.
pub trait Host: Send + Sync + 'static {
    /// Shows a notification, replacing an earlier one of the same conversation where the system can. A click on it
    /// is told with [`crate::App::notification_clicked`].
    fn notify(&self, notification: Notification);

    /// Takes the notification of a conversation away, where the system can.
    fn withdraw(&self, conversation: ConversationId);

    /// Plays a ringtone once. `volume` is 0 to 100.
    fn play(&self, ringtone: Ringtone, volume: u8);

    /// Stops what plays.
    fn stop(&self);

    /// Opens an address with the system. Only `http`, `https`, `mailto`, `tel` and `sms` ever come here.
    fn open_url(&self, url: &Url) -> Result<(), HostError>;

    /// Puts a text on the clipboard.
    fn copy(&self, text: &str) -> Result<(), HostError>;

    /// Writes a file among the user's downloads; another of that name stays. Answers where it is.
    fn save(&self, name: &str, text: &str) -> Result<PathBuf, HostError>;

    /// Where tokens are kept on this computer.
    fn keyring(&self) -> Keyring;

    /// The token kept under `key`.
    fn load_token(&self, key: &str) -> Result<Option<String>, HostError>;

    /// Keeps a token under `key`, replacing an earlier one.
    fn save_token(&self, key: &str, token: &str) -> Result<(), HostError>;

    /// Forgets the token under `key`; none is no error.
    fn delete_token(&self, key: &str) -> Result<(), HostError>;
}

/// The desktop could not do it.
#[derive(Debug, Error)]
#[error("the desktop could not {what}")]
pub struct HostError {
    /// What was asked, as a verb: `open the address`.
    pub what: &'static str,
    /// Why not.
    #[source]
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl HostError {
    /// `what` failed for `source`.
    pub fn new(
        what: &'static str,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self {
            what,
            source: Some(source.into()),
        }
    }
}

/// What the agent is told beside the window. Already in the agent's language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Notification {
    pub title: String,
    pub body: String,
    /// Opened by a click.
    pub conversation: ConversationId,
}

/// Why it rings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ringtone {
    /// A conversation waits for an owner and rings this agent.
    Conversation,
    /// A customer wrote in a conversation of this agent.
    Message,
}

/// Where tokens are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Keyring {
    /// By the system.
    Os,
    /// In a file that only this user may read.
    File,
    /// Nowhere: the agent signs in again after a restart.
    Memory,
}
