//! The data folder: one program at a time holds it; the others of this machine speak to that one.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::access::token::Token;

const LOCK: &str = "hub.lock";
const TOKEN: &str = "admin.token";
const ADDRESS: &str = "hub.address";

/// A data folder that this program holds, until dropped.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Locked as long as it is open; the system unlocks it even when the program is killed.
    _lock: File,
}

/// Where the hub that holds a folder listens, and what opens its door to the command line.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Holder {
    pub address: SocketAddr,
    pub token: String,
}

impl Folder {
    /// Takes the folder, creating it as needed. `None`: another program holds it.
    pub fn take(path: &Path) -> anyhow::Result<Option<Self>> {
        create_private(path)
            .with_context(|| format!("cannot create the data folder `{}`", path.display()))?;
        let lock = File::create(path.join(LOCK))
            .with_context(|| format!("cannot write into the data folder `{}`", path.display()))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => {
                return Err(error).context("the data folder cannot be locked");
            }
        }
        let folder = Self {
            path: path.to_owned(),
            _lock: lock,
        };
        // A hub that was killed left these.
        folder.forget();
        Ok(Some(folder))
    }

    /// Lets the command line find the hub that runs here.
    pub fn announce(&self, address: SocketAddr, token: &Token) -> anyhow::Result<()> {
        write_private(&self.path.join(TOKEN), token.reveal().as_bytes())?;
        write_private(&self.path.join(ADDRESS), address.to_string().as_bytes())
    }

    fn forget(&self) {
        for name in [ADDRESS, TOKEN] {
            if let Err(error) = std::fs::remove_file(self.path.join(name))
                && error.kind() != ErrorKind::NotFound
            {
                tracing::warn!(%error, name, "a file in the data folder was not removed");
            }
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        self.forget();
    }
}

impl Holder {
    /// The hub that holds this folder. `None`: it is not listening yet, or any more.
    pub fn of(path: &Path) -> anyhow::Result<Option<Self>> {
        let read = |name: &str| match std::fs::read_to_string(path.join(name)) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("cannot read `{name}`")),
        };
        let (Some(address), Some(token)) = (read(ADDRESS)?, read(TOKEN)?) else {
            return Ok(None);
        };
        let address = address.parse().context("`hub.address` is unreadable")?;
        Ok(Some(Self { address, token }))
    }
}

/// Writes a file that only this user reads, whole or not at all.
pub fn write_private(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let write = || {
        let beside = path.with_extension("new");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)
    };
    write().with_context(|| format!("cannot write `{}`", path.display()))
}

fn create_private(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_program_at_a_time_holds_a_folder() {
        let parent = tempfile::tempdir().expect("folder");
        let path = parent.path().join("data");
        let folder = Folder::take(&path).expect("taken").expect("free");
        assert!(Folder::take(&path).expect("asked").is_none());
        assert!(Holder::of(&path).expect("asked").is_none());

        let token = Token::random();
        let address = "127.0.0.1:8080".parse().expect("address");
        folder.announce(address, &token).expect("announced");
        let holder = Holder::of(&path).expect("asked").expect("found");
        assert_eq!(holder.address, address);
        assert_eq!(holder.token, token.reveal());

        drop(folder);
        assert!(Holder::of(&path).expect("asked").is_none());
        assert!(Folder::take(&path).expect("asked").is_some());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_what_is_in_it() {
        use std::os::unix::fs::PermissionsExt;
        let parent = tempfile::tempdir().expect("folder");
        let path = parent.path().join("data");
        let folder = Folder::take(&path).expect("taken").expect("free");
        let address = "127.0.0.1:8080".parse().expect("address");
        folder
            .announce(address, &Token::random())
            .expect("announced");
        let mode = |path: &Path| {
            let metadata = std::fs::metadata(path).expect("metadata");
            metadata.permissions().mode() & 0o777
        };
        assert_eq!(mode(&path), 0o700);
        assert_eq!(mode(&path.join(TOKEN)), 0o600);
    }
}
