//! Cargo, called the same way everywhere.

use std::env;
use std::process::Command;

use crate::{paths, shell};

/// A cargo command in the clone. In CI the build lies outside the clone, so that the next clone finds it, and is not
/// incremental: nothing is edited between two builds there.
pub(crate) fn cargo(subcommand: &str) -> Command {
    let mut command = shell::command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.arg(subcommand);
    if env::var_os("CI").is_some() {
        command.env("CARGO_INCREMENTAL", "0");
        if env::var_os("CARGO_TARGET_DIR").is_none() {
            command.env("CARGO_TARGET_DIR", paths::cache().join("target"));
        }
    }
    command
}
