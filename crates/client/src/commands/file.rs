//! Files that the screen reads in and writes out, whatever they are of.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::CallError;
use crate::host::Host;

/// A file that was read: looked through, or taken over.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Import {
    pub(super) text: String,
    /// Only says what would change.
    pub(super) dry_run: bool,
}

/// A file to be written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Export<Format> {
    /// Of the file, without its ending.
    pub(super) name: String,
    pub(super) format: Format,
}

/// A file that was written.
#[derive(Debug, Serialize)]
pub(super) struct Exported {
    /// Where the file is now.
    path: String,
}

/// Writes it where the host keeps such files.
pub(super) fn save<H: Host>(app: &App<H>, name: &str, text: &str) -> Result<Exported, CallError> {
    let path = app.host.save(name, text)?;
    Ok(Exported {
        path: path.display().to_string(),
    })
}
