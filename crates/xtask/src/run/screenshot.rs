//! A picture of the whole screen.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result};

use super::display::Display;
use crate::{progress, shell};

/// From the frame that the web view says it has painted to the pixels of the screen.
const COMPOSITING: Duration = Duration::from_millis(700);

/// Writes it as the kind of file that the name's ending says.
pub(crate) fn take(file: &Path, display: Option<&Display>) -> Result<()> {
    let file = std::path::absolute(file).context("find the picture's folder")?;
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("make the folder `{}`", folder.display()))?;
    }
    thread::sleep(COMPOSITING);
    let mut command = if cfg!(target_os = "macos") {
        let mut command = Command::new("screencapture");
        command.arg("-x");
        command
    } else {
        let mut command = Command::new("import");
        command.args(["-window", "root"]);
        command
    };
    if let Some(display) = display {
        display.give_to(&mut command);
    }
    shell::run(
        command.arg(&file),
        "a screen under Wayland does not allow this: add --exit, and a virtual one is used",
    )?;
    progress::step(format_args!("the picture is {}", file.display()));
    Ok(())
}
