//! Telling whoever started the app that the inbox is on the screen.

use std::io::{Write as _, stdout};
use std::sync::atomic::{AtomicBool, Ordering};

/// Says it once, when it was asked for.
pub(crate) struct Announcement {
    due: AtomicBool,
}

impl Announcement {
    /// `asked_for`: started with `--announce`.
    pub(crate) fn new(asked_for: bool) -> Self {
        Self {
            due: AtomicBool::new(asked_for),
        }
    }

    /// The screen has painted its first inbox.
    pub(crate) fn painted(&self) {
        if self.due.swap(false, Ordering::SeqCst) {
            // Whoever asked may be gone; the app goes on.
            let _ = writeln!(stdout(), r#"{{"ready":true}}"#).and_then(|()| stdout().flush());
        }
    }
}
