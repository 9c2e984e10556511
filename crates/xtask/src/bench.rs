//! `cargo xtask bench`: how fast and how large the product is, beside what the machine gives by itself.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::run::display::Display;
use crate::setup::system_packages::{self, Set};
use crate::{build, paths, setup, shell};

#[derive(Args)]
pub(crate) struct Options {
    /// One of them; all without it
    name: Option<Name>,
    /// One JSON object a line for each figure, instead of a table
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    Hub,
    Client,
    Desktop,
    Hand,
}

/// What a failing bench means.
const HINT: &str =
    "the figure or the step that failed is named above; docs/benchmarks.md says what each means";

pub(crate) fn bench(options: &Options) -> Result<()> {
    let wanted = |name| options.name.is_none_or(|only| only == name);
    let bench = build::program("guichet-tests", "bench", true)?;
    let command = |name: &str| {
        let mut command = shell::command(&bench);
        command.arg(name).args(options.json.then_some("--json"));
        command
    };
    if wanted(Name::Hub) {
        let hub = build::program("guichet-hub", "guichet-hub", true)?;
        shell::run(command("hub").arg("--program").arg(hub), HINT)?;
    }
    if wanted(Name::Client) {
        shell::run(&mut command("client"), HINT)?;
    }
    if wanted(Name::Desktop) || wanted(Name::Hand) {
        setup::for_building()?;
        system_packages::install(&[Set::Display, Set::Drive])?;
        let app = build::program("guichet-desktop", "guichet", true)?;
        if wanted(Name::Desktop) {
            let empty = build::example("guichet-desktop", "empty", true)?;
            on_a_display(
                command("desktop")
                    .arg("--program")
                    .arg(&app)
                    .arg("--empty")
                    .arg(empty),
            )?;
        }
        if wanted(Name::Hand) {
            on_a_display(command("hand").arg("--program").arg(&app))?;
        }
    }
    Ok(())
}

/// The windows are shown on a virtual screen even where there is a real one: figures of two machines can be compared.
fn on_a_display(command: &mut Command) -> Result<()> {
    let display = Display::start(1, &logs()?)?;
    display.give_to(command);
    shell::run(command, HINT)
}

/// The benches in small, with programs that are built already: that they work, not how fast. The desktop's needs a
/// display and is left to `cargo xtask bench`.
pub(crate) fn smoke(hub: &Path) -> Result<()> {
    let bench = build::program("guichet-tests", "bench", false)?;
    for name in ["hub", "client"] {
        let mut command = shell::command(&bench);
        command.args([name, "--small"]);
        if name == "hub" {
            command.arg("--program").arg(hub);
        }
        shell::run(&mut command, HINT)?;
    }
    Ok(())
}

fn logs() -> Result<PathBuf> {
    let logs = paths::root().join(".guichet/bench-logs");
    std::fs::create_dir_all(&logs)?;
    Ok(logs)
}
