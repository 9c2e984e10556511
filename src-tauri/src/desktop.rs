//! This computer, as the client library sees it.

use std::path::PathBuf;

use guichet_client::{Host, HostError, Keyring, Notification, Ringtone};
use guichet_domain::ConversationId;
use url::Url;

use crate::clipboard::Clipboard;
use crate::downloads;
use crate::notifications::Notifier;
use crate::ringtone::Bell;
use crate::secrets::Secrets;

/// The schemes that the system may be asked to open.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "tel", "sms"];

/// Everything the client may ask of this computer.
pub(crate) struct Desktop {
    pub(crate) notifier: Notifier,
    pub(crate) bell: Bell,
    pub(crate) secrets: Secrets,
    pub(crate) clipboard: Clipboard,
    /// Where this user's programs leave what was downloaded.
    pub(crate) downloads: PathBuf,
}

impl Host for Desktop {
    fn notify(&self, notification: Notification) {
        self.notifier.show(notification);
    }

    fn withdraw(&self, conversation: ConversationId) {
        self.notifier.withdraw(conversation);
    }

    fn play(&self, ringtone: Ringtone, volume: u8) {
        self.bell.ring(ringtone, volume);
    }

    fn stop(&self) {
        self.bell.stop();
    }

    fn open_url(&self, url: &Url) -> Result<(), HostError> {
        const WHAT: &str = "open the address";
        if !SCHEMES.contains(&url.scheme()) {
            return Err(HostError::new(
                WHAT,
                format!(
                    "`{}` is not for the web, for mail or for a telephone",
                    url.scheme()
                ),
            ));
        }
        open::that_detached(url.as_str()).map_err(|error| HostError::new(WHAT, error))
    }

    fn copy(&self, text: &str) -> Result<(), HostError> {
        self.clipboard
            .put(text)
            .map_err(|error| HostError::new("copy the text", error))
    }

    fn save(&self, name: &str, text: &str) -> Result<PathBuf, HostError> {
        downloads::save(&self.downloads, name, text)
            .map_err(|error| HostError::new("save the file", error))
    }

    fn keyring(&self) -> Keyring {
        self.secrets.place()
    }

    fn load_token(&self, key: &str) -> Result<Option<String>, HostError> {
        self.secrets
            .load(key)
            .map_err(|error| HostError::new("read the keyring", error))
    }

    fn save_token(&self, key: &str, token: &str) -> Result<(), HostError> {
        self.secrets
            .save(key, token)
            .map_err(|error| HostError::new("write to the keyring", error))
    }

    fn delete_token(&self, key: &str) -> Result<(), HostError> {
        self.secrets
            .delete(key)
            .map_err(|error| HostError::new("forget a token", error))
    }
}
