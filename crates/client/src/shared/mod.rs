//! What the parts of an app share. Knows no host.

mod telling;
#[cfg(test)]
mod tests;
mod typing;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use guichet_domain::{AgentId, Contact, Conversation, ConversationId, Message};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use tokio::sync::{Notify, broadcast, mpsc};
use tokio::time::Instant;
use url::Url;

use crate::cache::{Applied, Cache};
use crate::clock::Clock;
use crate::connection::Hub;
use crate::error::CallError;
use crate::templates::Kept;
use crate::view::{Connection, ConnectionState, GoneReason, LanguageChoice, Me, Settings, UiEvent};
use crate::words::Language;

/// What the parts of an app share.
pub(crate) struct Shared {
    pub(crate) cache: Cache,
    pub(crate) clock: Clock,
    /// Something was put into the outbox, or the hub can be reached again.
    pub(crate) outbox: Notify,
    /// A template was inserted.
    pub(crate) uses: Notify,
    system_language: Language,
    events: broadcast::Sender<UiEvent>,
    signals: mpsc::UnboundedSender<Signal>,
    state: Mutex<State>,
}

/// Something for the side that knows the host.
#[derive(Debug)]
pub(crate) enum Signal {
    /// The cache changed by the feed.
    Applied(Applied),
    /// The agent looks at another conversation, or away.
    Focus,
    /// The hub ended the session.
    Expired,
}

/// What is known in memory only.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) session: Option<StoredSession>,
    /// While signed in.
    pub(crate) hub: Option<Hub>,
    pub(crate) settings: Settings,
    pub(crate) focus: Focus,
    pub(crate) templates: Kept,
    connection: (ConnectionState, i64, Option<i64>),
    typing: HashMap<typing::Typist, Instant>,
    /// When the agent's own typing was last told.
    pub(crate) told_typing: HashMap<ConversationId, i64>,
    /// Conversations that this agent gives away, with the reason of their going.
    pub(crate) leaving: HashMap<ConversationId, GoneReason>,
    /// Conversations that somebody else took, and when this app heard of it.
    taken: HashMap<ConversationId, i64>,
    /// Conversations whose going the screen knows already.
    told_gone: HashSet<ConversationId>,
    /// What one who supervises has open. In memory only: it is not theirs.
    pub(crate) overseen: Option<Overseen>,
}

/// A conversation of somebody else, as it was when it was fetched.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub(crate) struct Overseen {
    pub(crate) conversation: Conversation,
    pub(crate) contact: Option<Contact>,
    pub(crate) lines: Vec<Message>,
}

/// The session as it is stored: all but the token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StoredSession {
    pub(crate) hub: Url,
    pub(crate) agent: Me,
    pub(crate) state: SessionState,
}

/// Whether a stored session holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SessionState {
    Open,
    /// Ended by the hub; the cache is kept for who signs in again.
    Expired,
    SignedOut,
}

/// What the agent looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Focus {
    pub(crate) conversation: Option<ConversationId>,
    /// The window has the keyboard.
    pub(crate) focused: bool,
}

/// Nobody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("nobody is signed in")]
pub(crate) struct NobodySignedIn;

impl From<NobodySignedIn> for CallError {
    fn from(_: NobodySignedIn) -> Self {
        Self::new("signed-out")
    }
}

/// The hub is not there, and is tried again and again: one absence, which began when it was lost.
fn away(state: ConnectionState) -> bool {
    matches!(
        state,
        ConnectionState::Connecting | ConnectionState::Offline
    )
}

impl Shared {
    pub(crate) fn new(
        cache: Cache,
        clock: Clock,
        system_language: Language,
        settings: Settings,
        session: Option<StoredSession>,
    ) -> (Arc<Self>, mpsc::UnboundedReceiver<Signal>) {
        let (signals, receiver) = mpsc::unbounded_channel();
        let state = State {
            session,
            hub: None,
            settings,
            focus: Focus::default(),
            templates: Kept::default(),
            connection: (ConnectionState::SignedOut, clock.now().0, None),
            typing: HashMap::new(),
            told_typing: HashMap::new(),
            leaving: HashMap::new(),
            taken: HashMap::new(),
            told_gone: HashSet::new(),
            overseen: None,
        };
        let shared = Self {
            cache,
            clock,
            outbox: Notify::new(),
            uses: Notify::new(),
            system_language,
            events: broadcast::Sender::new(1024),
            signals,
            state: Mutex::new(state),
        };
        (Arc::new(shared), receiver)
    }

    /// Never held across an await.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn subscribe(&self) -> broadcast::Receiver<UiEvent> {
        self.events.subscribe()
    }

    /// Tells the screen; nobody listening is no matter.
    pub(crate) fn tell(&self, event: UiEvent) {
        let _ = self.events.send(event);
    }

    pub(crate) fn signal(&self, signal: Signal) {
        let _ = self.signals.send(signal);
    }

    /// The agent signed in.
    pub(crate) fn me(&self) -> Result<AgentId, NobodySignedIn> {
        let state = self.state();
        match (&state.session, &state.hub) {
            (Some(session), Some(_)) => Ok(session.agent.id),
            _ => Err(NobodySignedIn),
        }
    }

    /// What was remembered of a session means nothing to the next.
    pub(crate) fn forget(&self) {
        let mut state = self.state();
        state.templates.forget();
        state.typing.clear();
        state.told_typing.clear();
        state.leaving.clear();
        state.taken.clear();
        state.told_gone.clear();
    }

    /// The hub, as the agent signed in.
    pub(crate) fn hub(&self) -> Result<Hub, NobodySignedIn> {
        self.state().hub.clone().ok_or(NobodySignedIn)
    }

    /// What the screen speaks.
    pub(crate) fn language(&self) -> Language {
        match self.state().settings.language {
            LanguageChoice::System => self.system_language,
            LanguageChoice::Fr => Language::Fr,
            LanguageChoice::En => Language::En,
        }
    }

    /// Sets the connection's state and tells the screen. `pause`: until the hub is tried again.
    pub(crate) async fn connection(&self, state: ConnectionState, pause: Option<Duration>) {
        let now = self.clock.now().0;
        let retry_at =
            pause.map(|pause| now + i64::try_from(pause.as_millis()).unwrap_or_default());
        {
            let mut known = self.state();
            let since = match known.connection {
                (was, since, _) if was == state || (away(was) && away(state)) => since,
                _ => now,
            };
            known.connection = (state, since, retry_at);
        }
        self.tell_connection().await;
    }

    /// Tells the screen how things are with the hub.
    pub(crate) async fn tell_connection(&self) {
        let connection = self.connection_view().await;
        self.tell(UiEvent::Connection { connection });
    }

    pub(crate) async fn connection_view(&self) -> Connection {
        let waiting = match self.me() {
            Ok(me) => self.cache.waiting(me).await.unwrap_or_default(),
            Err(NobodySignedIn) => 0,
        };
        let (state, since, retry_at) = self.state().connection;
        Connection {
            state,
            since,
            waiting,
            retry_at,
        }
    }
}
