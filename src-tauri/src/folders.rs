//! Where a profile keeps its files. The web view's own files stay apart from ours.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The folders of one profile.
pub(crate) struct Folders {
    /// The client library's.
    pub(crate) desk: PathBuf,
    /// The web view's.
    pub(crate) web: PathBuf,
    /// For the token, where the computer has no keyring.
    pub(crate) secrets: PathBuf,
}

impl Folders {
    /// Makes them below `base`, readable by this user only.
    pub(crate) fn make(base: &Path) -> Result<Self> {
        let base = std::path::absolute(base).context("find the data folder")?;
        let folders = Self {
            desk: base.join("desk"),
            web: base.join("web"),
            secrets: base.join("secrets"),
        };
        for folder in [&base, &folders.desk, &folders.web, &folders.secrets] {
            make_private(folder).with_context(|| {
                format!(
                    "make the folder `{}`\nhint: `--data-dir` takes another place",
                    folder.display()
                )
            })?;
        }
        Ok(folders)
    }
}

fn make_private(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn nobody_else_reads_them() {
        let base = tempfile::tempdir().expect("a folder");
        let folders = Folders::make(&base.path().join("a/b")).expect("made");
        let mode = fs::metadata(folders.desk)
            .expect("there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
