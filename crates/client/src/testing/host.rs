//! A desktop that remembers what it was asked.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use guichet_domain::ConversationId;
use tokio::sync::watch;
use url::Url;

use crate::host::{Host, HostError, Keyring, Notification, Ringtone};

/// What a desktop was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    Notify(Notification),
    Withdraw(ConversationId),
    Play(Ringtone, u8),
    Stop,
}

/// A desktop that remembers what it was asked.
#[derive(Debug)]
pub(crate) struct TestHost {
    tokens: Arc<Mutex<BTreeMap<String, String>>>,
    pub(crate) asked: watch::Sender<Vec<Asked>>,
}

impl Default for TestHost {
    fn default() -> Self {
        Self {
            tokens: Arc::default(),
            asked: watch::Sender::new(Vec::new()),
        }
    }
}

impl TestHost {
    /// The same desktop after a restart: tokens are there, the rest is forgotten.
    pub(crate) fn restarted(&self) -> Self {
        Self {
            tokens: Arc::clone(&self.tokens),
            ..Self::default()
        }
    }

    fn remember(&self, asked: Asked) {
        self.asked.send_modify(|all| all.push(asked));
    }

    fn tokens(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Host for TestHost {
    fn notify(&self, notification: Notification) {
        self.remember(Asked::Notify(notification));
    }

    fn withdraw(&self, conversation: ConversationId) {
        self.remember(Asked::Withdraw(conversation));
    }

    fn play(&self, ringtone: Ringtone, volume: u8) {
        self.remember(Asked::Play(ringtone, volume));
    }

    fn stop(&self) {
        self.remember(Asked::Stop);
    }

    fn open_url(&self, _: &Url) -> Result<(), HostError> {
        Ok(())
    }

    fn copy(&self, _: &str) -> Result<(), HostError> {
        Ok(())
    }

    fn save(&self, name: &str, _: &str) -> Result<PathBuf, HostError> {
        Ok(PathBuf::from(name))
    }

    fn keyring(&self) -> Keyring {
        Keyring::Memory
    }

    fn load_token(&self, key: &str) -> Result<Option<String>, HostError> {
        Ok(self.tokens().get(key).cloned())
    }

    fn save_token(&self, key: &str, token: &str) -> Result<(), HostError> {
        self.tokens().insert(key.to_owned(), token.to_owned());
        Ok(())
    }

    fn delete_token(&self, key: &str) -> Result<(), HostError> {
        self.tokens().remove(key);
        Ok(())
    }
}
