//! Other programs, started in the foreground, with failures that say which one and why.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use crate::failure::Failure;
use crate::paths;

/// A command that works in the clone's folder.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// Runs it with its output shown; anything but success is an error with this hint.
pub(crate) fn run(command: &mut Command, hint: &str) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("start `{}`", name_of(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::with_hint(
            format!("`{}` failed ({status})", name_of(command)),
            hint,
        ))
    }
}

/// Runs it and returns what it wrote to stdout; its stderr is shown.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("start `{}`", name_of(command)))?;
    anyhow::ensure!(
        output.status.success(),
        "`{}` failed ({})",
        name_of(command),
        output.status
    );
    String::from_utf8(output.stdout).context("read the output of a program")
}

/// The command line, short enough for one line of a message.
fn name_of(command: &Command) -> String {
    let mut name = command
        .get_program()
        .to_string_lossy()
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned();
    for argument in command.get_args().take(6) {
        name.push(' ');
        name.push_str(&argument.to_string_lossy());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_named_with_its_hint() {
        let error = run(command("false").arg("x"), "try again").expect_err("false fails");
        assert!(error.to_string().starts_with("`false x` failed"));
        assert_eq!(Failure::hint_of(&error), Some("try again"));
    }
}
