//! One agent's desktop app, signed in by a one-time code.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::Folders;
use super::child::Child;
use super::display::Display;
use super::interrupt::Interrupt;
use crate::shell;

/// Start, sign-in and first paint, on a slow machine without a graphics card.
const PATIENCE: Duration = Duration::from_secs(90);

/// A window that opens or is open.
pub(crate) struct App {
    child: Child,
}

impl App {
    /// Starts it with a profile of its own; the code travels by stdin, which other users of the machine cannot see.
    pub(crate) fn start(
        program: &Path,
        number: usize,
        folders: &Folders,
        hub: &str,
        code: &str,
        display: Option<&Display>,
    ) -> Result<Self> {
        let name = format!("app-{number}");
        let mut command = shell::command(program);
        command
            .args([
                "--profile",
                &format!("demo-{number}"),
                "--announce",
                "--sign-in-from",
                "-",
                "--data-dir",
            ])
            .arg(folders.base.join(&name));
        if let Some(display) = display {
            display.give_to(&mut command);
        }
        let mut child = Child::start_with_input(&name, &mut command, &folders.logs)?;
        child.tell_and_close(&json!({ "hub": hub, "code": code }).to_string())?;
        Ok(Self { child })
    }

    /// Until its inbox has painted.
    pub(crate) fn wait_until_ready(&mut self, interrupt: &Interrupt) -> Result<()> {
        let line = self.child.next_line(PATIENCE, Some(interrupt))?;
        let said: Value =
            serde_json::from_str(&line).with_context(|| format!("the app said `{line}`"))?;
        anyhow::ensure!(
            said["ready"] == true,
            "the app said `{line}` instead of being ready"
        );
        Ok(())
    }

    pub(crate) fn has_ended(&mut self) -> Result<bool> {
        Ok(self.child.ended()?.is_some())
    }
}
