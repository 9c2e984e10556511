//! The benches: each figure beside what it is compared with, measured in the same run. `cargo xtask bench` builds the
//! programs in release and starts this; `docs/benchmarks.md` says what the figures mean.

mod client;
mod desktop;
mod figure;
#[cfg(unix)]
mod hand;
mod hub;
mod machine;
mod spread;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::figure::Figure;

/// Measures Guichet. Figures go to stdout, progress to stderr.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    bench: Bench,
    /// One JSON object a line instead of a table
    #[arg(long, global = true)]
    json: bool,
    /// Small counts, to see that the benches work; the figures mean nothing
    #[arg(long, global = true)]
    small: bool,
}

#[derive(Subcommand)]
enum Bench {
    /// Accepting, delivering, memory
    Hub {
        /// The program `guichet-hub`
        #[arg(long)]
        program: PathBuf,
    },
    /// The cache of an app with a million messages
    Client,
    /// Start and memory of the window, on the display of the environment
    Desktop {
        /// The program `guichet`
        #[arg(long)]
        program: PathBuf,
        /// The program `empty`: a window of the same framework without anything in it
        #[arg(long)]
        empty: PathBuf,
    },
    /// What a hand feels in a large inbox, in the window and in Chromium, on the display of the environment
    #[cfg(unix)]
    Hand {
        /// The program `guichet`
        #[arg(long)]
        program: PathBuf,
    },
    /// The bare HTTP stub of `hub`, which starts it itself
    #[command(hide = true)]
    Stub { data: PathBuf },
}

fn main() -> ExitCode {
    // Fails only when a provider is there already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match tokio::runtime::Runtime::new()
        .map_err(anyhow::Error::from)
        .and_then(|runtime| runtime.block_on(run(Arguments::parse())))
    {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<ExitCode> {
    let small = arguments.small;
    let figures: Vec<Figure> = match arguments.bench {
        Bench::Hub { program } => hub::bench(&program, small).await?,
        Bench::Client => client::bench(small).await?,
        Bench::Desktop { program, empty } => desktop::bench(&program, &empty, small).await?,
        #[cfg(unix)]
        Bench::Hand { program } => hand::bench(&program, small).await?,
        Bench::Stub { data } => return hub::stub::serve(&data).await.map(|()| ExitCode::SUCCESS),
    };
    figure::print(&figures, arguments.json)?;
    let missed: Vec<&str> = figures
        .iter()
        .filter(|figure| figure.misses())
        .map(|figure| figure.name)
        .collect();
    if missed.is_empty() || small {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("error: below what it must reach: {}", missed.join(", "));
    eprintln!(
        "hint: another program that works beside the bench counts too; try again when the machine is quiet"
    );
    Ok(ExitCode::FAILURE)
}

/// What the bench does now.
fn progress(what: impl std::fmt::Display) {
    eprintln!("==> {what}");
}
