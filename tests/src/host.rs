//! A desktop that only remembers.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use guichet_client::{Host, HostError, Keyring, Notification, Ringtone};
use guichet_domain::ConversationId;
use url::Url;

/// What an app asked of its desktop. Clones are the same desktop: an app that is opened again finds its token.
#[derive(Clone, Default)]
pub struct RememberingHost {
    tokens: Arc<Mutex<BTreeMap<String, String>>>,
    saved: Arc<Mutex<BTreeMap<PathBuf, String>>>,
}

impl RememberingHost {
    /// Files that were saved.
    pub fn saved(&self) -> MutexGuard<'_, BTreeMap<PathBuf, String>> {
        self.saved.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tokens(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Host for RememberingHost {
    fn notify(&self, _: Notification) {}

    fn withdraw(&self, _: ConversationId) {}

    fn play(&self, _: Ringtone, _: u8) {}

    fn stop(&self) {}

    fn open_url(&self, _: &Url) -> Result<(), HostError> {
        Ok(())
    }

    fn copy(&self, _: &str) -> Result<(), HostError> {
        Ok(())
    }

    fn save(&self, name: &str, text: &str) -> Result<PathBuf, HostError> {
        let path = PathBuf::from(name);
        self.saved().insert(path.clone(), text.to_owned());
        Ok(path)
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
