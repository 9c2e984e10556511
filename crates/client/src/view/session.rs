//! Who is signed in, the connection, the settings.

use guichet_domain::{AgentId, QueueId, Status};
use serde::{Deserialize, Serialize};

use crate::host::Keyring;
use crate::words::Language;

/// Who is signed in, or that nobody is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Session {
    /// Somebody is.
    pub signed_in: bool,
    /// The hub of this, or of the last, session.
    pub hub: Option<String>,
    /// Who; while `expired`, who was.
    pub agent: Option<Me>,
    /// Where the token is kept.
    pub keyring: Keyring,
    /// What the screen speaks.
    pub language: Language,
    /// How the screen looks.
    pub theme: Theme,
    /// The hub ended the session; the cache is still there for who signs in again.
    pub expired: bool,
}

/// The agent at this desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Me {
    pub id: AgentId,
    pub name: String,
    pub email: String,
}

/// What the agent says of themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct OwnPresence {
    pub status: Status,
    /// May see and manage conversations of others.
    pub supervises: bool,
    /// Has agents, queues or more to configure.
    pub administers: bool,
    /// Those the agent shares, by name.
    pub queues: Vec<OwnQueue>,
}

/// A queue the agent shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OwnQueue {
    /// Which.
    pub id: QueueId,
    /// As agents read it.
    pub name: String,
    /// What comes there rings the agent.
    pub logged_in: bool,
}

/// How things are with the hub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Connection {
    /// The state.
    pub state: ConnectionState,
    /// When it began.
    pub since: i64,
    /// Commands that wait for the hub.
    pub waiting: u32,
    /// When the hub is tried again.
    pub retry_at: Option<i64>,
}

/// A state of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum ConnectionState {
    Online,
    Connecting,
    Offline,
    SignedOut,
    /// The hub serves this app's protocol no more.
    TooOld,
    /// The hub does not know this app's protocol yet.
    TooNew,
}

/// What the agent set on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What the screen speaks.
    pub language: LanguageChoice,
    /// How it looks.
    pub theme: Theme,
    /// Enter sends; otherwise it breaks the line.
    pub enter_sends: bool,
    /// Notifications inside the window.
    pub notify_app: bool,
    /// Notifications by the system.
    pub notify_system: bool,
    /// What they say.
    pub notify_content: NotifyContent,
    /// It rings.
    pub ringtone: bool,
    /// How loud, 0 to 100.
    pub ringtone_volume: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: LanguageChoice::System,
            theme: Theme::System,
            enter_sends: true,
            notify_app: true,
            notify_system: true,
            notify_content: NotifyContent::Queue,
            ringtone: true,
            ringtone_volume: 80,
        }
    }
}

/// A language, or the desktop's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum LanguageChoice {
    System,
    Fr,
    En,
}

/// Light, dark, or as the desktop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Theme {
    System,
    Light,
    Dark,
}

/// What a notification says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum NotifyContent {
    /// The customer's name and words.
    Text,
    /// The customer's name and the queue.
    Queue,
    /// That there is a message.
    None,
}
