//! The command line of `guichet-hub`.

mod ask;
mod command;
pub mod folder;
mod question;
mod serve;

use std::io::Write;

use anyhow::Context;
use clap::Parser;

pub use command::Cli;
use command::Command;

use crate::config::Config;

/// Reads the arguments and does what they say.
pub async fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let mut config = Config::load(cli.config.as_deref(), std::env::vars())?;
    if let Some(data) = cli.data {
        config.data = data;
    }
    match cli.command {
        Command::Serve(flags) => serve::serve(flags.over(config)?, flags.parent_pipe).await,
        Command::Ask(question) => {
            config.check()?;
            serve::log(config.log_json, "warn")?;
            let command = question.read_input()?;
            print(&ask::ask(config, command).await?)
        }
    }
}

/// What the program says goes to its standard output, for people and programs to read.
fn print(answer: &serde_json::Value) -> anyhow::Result<()> {
    line(&serde_json::to_string(answer)?)
}

fn line(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").context("cannot write to the standard output")?;
    out.flush().context("cannot write to the standard output")
}
