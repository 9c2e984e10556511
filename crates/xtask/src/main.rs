//! `cargo xtask …`: the one tool of this repository. Each command installs what it needs before it starts.

mod bench;
mod build;
mod cargo;
mod check;
mod e2e;
mod failure;
mod paths;
mod progress;
mod run;
mod setup;
mod shell;
mod soak;
mod test;
mod tidy;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::failure::Failure;

/// The one tool of the Guichet repository.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start a hub, a demo shop and the desktop app, signed in; Ctrl-C stops everything
    Run(run::Options),
    /// Formatting, lints, the rules of the house, documentation, types and words of the screen
    Check,
    /// Every test: Rust, screen, widget and whole system
    Test,
    /// Real windows, a real browser and the hub, played through; pictures of every step
    E2e(e2e::Options),
    /// One of the long tests, with its full count
    Soak(soak::Options),
    /// How fast and how large the product is, each figure beside what the machine gives by itself
    Bench(bench::Options),
}

fn main() -> ExitCode {
    match dispatch(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            if let Some(hint) = Failure::hint_of(&error) {
                eprintln!("hint: {hint}");
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: Command) -> Result<()> {
    match command {
        Command::Run(options) => run::run(&options),
        Command::Check => check::check(),
        Command::Test => test::test(),
        Command::E2e(options) => e2e::e2e(&options),
        Command::Soak(options) => soak::soak(&options),
        Command::Bench(options) => bench::bench(&options),
    }
}
