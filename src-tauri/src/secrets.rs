//! Where tokens are kept: in the system's keyring; without one in a file that only this user reads; else in memory.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;

use guichet_client::Keyring;
use keyring::{Entry, Error as KeyringError};

const SERVICE: &str = "guichet";

type Tokens = BTreeMap<String, String>;
type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The tokens of one profile. Every call may block.
pub(crate) struct Secrets {
    profile: String,
    file: PathBuf,
    place: OnceLock<Keyring>,
    memory: Mutex<Tokens>,
}

impl Secrets {
    /// `folder` holds the file, if there has to be one.
    pub(crate) fn of(profile: &str, folder: &Path) -> Self {
        Self {
            profile: profile.to_owned(),
            file: folder.join("tokens.json"),
            place: OnceLock::new(),
            memory: Mutex::default(),
        }
    }

    /// The best place that this computer has; found out once.
    pub(crate) fn place(&self) -> Keyring {
        *self.place.get_or_init(|| {
            if self.has_keyring() {
                return Keyring::Os;
            }
            match self.read_file().and_then(|tokens| self.write_file(&tokens)) {
                Ok(()) => Keyring::File,
                Err(error) => {
                    tracing::warn!(%error, "tokens cannot be kept in a file");
                    Keyring::Memory
                }
            }
        })
    }

    pub(crate) fn load(&self, key: &str) -> Result<Option<String>, Failure> {
        Ok(match self.place() {
            Keyring::Os => match self.entry(key)?.get_password() {
                Ok(token) => Some(token),
                Err(KeyringError::NoEntry) => None,
                Err(error) => return Err(error.into()),
            },
            Keyring::File => self.read_file()?.remove(key),
            Keyring::Memory => self.memory().get(key).cloned(),
        })
    }

    pub(crate) fn save(&self, key: &str, token: &str) -> Result<(), Failure> {
        match self.place() {
            Keyring::Os => self.entry(key)?.set_password(token)?,
            Keyring::File => {
                self.change_file(|tokens| tokens.insert(key.to_owned(), token.to_owned()))?;
            }
            Keyring::Memory => {
                self.memory().insert(key.to_owned(), token.to_owned());
            }
        }
        Ok(())
    }

    pub(crate) fn delete(&self, key: &str) -> Result<(), Failure> {
        match self.place() {
            Keyring::Os => match self.entry(key)?.delete_credential() {
                Ok(()) | Err(KeyringError::NoEntry) => {}
                Err(error) => return Err(error.into()),
            },
            Keyring::File => self.change_file(|tokens| tokens.remove(key))?,
            Keyring::Memory => {
                self.memory().remove(key);
            }
        }
        Ok(())
    }

    fn entry(&self, key: &str) -> Result<Entry, KeyringError> {
        Entry::new(SERVICE, &format!("{}/{key}", self.profile))
    }

    /// Whether a keyring keeps what it is given: some answer, but are locked and nobody is there to open them. Asked on
    /// a thread of its own, for the caller may be one that must not block.
    fn has_keyring(&self) -> bool {
        let probe = || {
            let entry = self.entry("probe")?;
            entry.set_password("probe")?;
            entry.delete_credential()
        };
        let answer = thread::scope(|scope| scope.spawn(probe).join());
        match answer.unwrap_or(Err(KeyringError::NoDefaultStore)) {
            Ok(()) | Err(KeyringError::NoEntry) => true,
            Err(error) => {
                tracing::info!(%error, "this computer has no keyring; the token goes to a file");
                false
            }
        }
    }

    fn memory(&self) -> MutexGuard<'_, Tokens> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read_file(&self) -> io::Result<Tokens> {
        match fs::read(&self.file) {
            // An unreadable file means signing in again, nothing worse.
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Tokens::new()),
            Err(error) => Err(error),
        }
    }

    fn change_file<T>(&self, change: impl FnOnce(&mut Tokens) -> T) -> io::Result<()> {
        let _one_at_a_time = self.memory();
        let mut tokens = self.read_file()?;
        change(&mut tokens);
        self.write_file(&tokens)
    }

    /// Whole or not at all, and never readable by others, not even for a moment.
    fn write_file(&self, tokens: &Tokens) -> io::Result<()> {
        let new = self.file.with_extension("new");
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&new)?;
        file.write_all(&serde_json::to_vec(tokens)?)?;
        file.sync_all()?;
        fs::rename(&new, &self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(folder: &Path, place: Keyring) -> Secrets {
        let secrets = Secrets::of("test", folder);
        secrets.place.set(place).expect("was not known yet");
        secrets
    }

    #[test]
    fn a_token_in_the_file_survives_a_restart_and_a_deletion_does_too() {
        let folder = tempfile::tempdir().expect("a folder");
        secrets(folder.path(), Keyring::File)
            .save("hub", "token")
            .expect("kept");
        let later = secrets(folder.path(), Keyring::File);
        assert_eq!(later.load("hub").expect("read"), Some("token".to_owned()));
        assert_eq!(later.load("other").expect("read"), None);
        later.delete("hub").expect("forgotten");
        assert_eq!(
            secrets(folder.path(), Keyring::File)
                .load("hub")
                .expect("read"),
            None
        );
    }

    #[cfg(unix)]
    #[test]
    fn only_this_user_reads_the_file() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        secrets(folder.path(), Keyring::File)
            .save("hub", "token")
            .expect("kept");
        let mode = fs::metadata(folder.path().join("tokens.json"))
            .expect("there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_damaged_file_means_signing_in_again() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("tokens.json"), "{oops").expect("written");
        let secrets = secrets(folder.path(), Keyring::File);
        assert_eq!(secrets.load("hub").expect("read"), None);
        secrets.save("hub", "token").expect("kept");
        assert_eq!(secrets.load("hub").expect("read"), Some("token".to_owned()));
    }

    #[test]
    fn memory_forgets_with_the_program() {
        let folder = tempfile::tempdir().expect("a folder");
        let secrets = secrets(folder.path(), Keyring::Memory);
        secrets.save("hub", "token").expect("kept");
        assert_eq!(secrets.load("hub").expect("read"), Some("token".to_owned()));
        assert!(!folder.path().join("tokens.json").exists());
    }
}
