//! Building a program and knowing where cargo put it.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::cargo::cargo;
use crate::failure::Failure;
use crate::progress;

/// One line of cargo's JSON messages; only artifacts matter here.
#[derive(Deserialize)]
struct Message {
    target: Option<Target>,
    executable: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

/// Builds the program `name` of `package` and returns its path. Hub and app are built by separate calls, so that
/// neither gets the other's features.
pub(crate) fn program(package: &str, name: &str, release: bool) -> Result<PathBuf> {
    build(package, "--bin", name, release)
}

/// The same for an example of `package`.
pub(crate) fn example(package: &str, name: &str, release: bool) -> Result<PathBuf> {
    build(package, "--example", name, release)
}

fn build(package: &str, kind: &str, name: &str, release: bool) -> Result<PathBuf> {
    progress::step(format_args!(
        "building {name} (the first time takes minutes)"
    ));
    let mut command = cargo("build");
    command
        .args(["--package", package, kind, name])
        .arg("--message-format=json-render-diagnostics")
        .stdout(Stdio::piped());
    if release {
        command.arg("--release");
    }
    let output = command
        .spawn()
        .and_then(std::process::Child::wait_with_output)
        .context("start cargo")?;
    if !output.status.success() {
        return Err(Failure::with_hint(
            format!("`{name}` does not build"),
            "the compiler's messages above say why; a clean clone of the main branch builds",
        ));
    }
    executable(&output.stdout, name)
        .with_context(|| format!("cargo built `{name}` but did not say where"))
}

fn executable(messages: &[u8], name: &str) -> Option<PathBuf> {
    messages
        .split(|byte| *byte == b'\n')
        .filter_map(|line| serde_json::from_slice::<Message>(line).ok())
        .filter(|message| {
            message
                .target
                .as_ref()
                .is_some_and(|target| target.name == name)
        })
        .find_map(|message| message.executable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_executable_is_the_one_of_the_named_target() {
        let messages =
            br#"{"reason":"compiler-artifact","target":{"name":"guichet_hub"},"executable":null}
{"reason":"compiler-artifact","target":{"name":"guichet-hub"},"executable":"/t/guichet-hub"}
{"reason":"build-finished","success":true}"#;
        assert_eq!(
            executable(messages, "guichet-hub"),
            Some("/t/guichet-hub".into())
        );
        assert_eq!(executable(messages, "guichet"), None);
    }
}
