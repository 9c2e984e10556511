//! `cargo xtask e2e`: the product as people use it, real windows and a real browser on a virtual screen.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::Args;

use crate::cargo::cargo;
use crate::run::display::Display;
use crate::setup::system_packages::{self, Set};
use crate::{build, paths, progress, setup, shell};

/// Agents at once in the largest play.
const WINDOWS: usize = 6;

#[derive(Args, Default)]
pub(crate) struct Options {
    /// One of them, such as `main-job`; all without it
    name: Option<String>,
    /// Write the pictures of every step here
    #[arg(long, value_name = "DIR")]
    pictures: Option<PathBuf>,
}

pub(crate) fn e2e(options: &Options) -> Result<()> {
    setup::for_building()?;
    system_packages::install(&[Set::Display, Set::Drive])?;
    let hub = build::program("guichet-hub", "guichet-hub", false)?;
    let app = build::program("guichet-desktop", "guichet", false)?;
    run(options, &hub, &app)
}

/// With the programs built already.
pub(crate) fn run(options: &Options, hub: &Path, app: &Path) -> Result<()> {
    let default = paths::root().join(".guichet/pictures");
    let pictures = std::path::absolute(options.pictures.as_ref().unwrap_or(&default))
        .context("find the folder for the pictures")?;
    let logs = pictures.join("logs");
    fs::create_dir_all(&logs).with_context(|| format!("make the folder `{}`", logs.display()))?;

    let display = Display::start(WINDOWS, &logs)?;
    progress::step("real windows and a real browser");
    let mut command = cargo("test");
    command
        .args(["--package", "guichet-tests", "--test", "e2e", "--quiet"])
        .arg("--")
        // Two cores carry one play at a time; a crowd would only wait for itself.
        .arg("--test-threads=1")
        .args(options.name.as_ref().map(|name| name.replace('-', "_")))
        .env("GUICHET_HUB", hub)
        .env("GUICHET_APP", app)
        .env("GUICHET_SHOTS", &pictures);
    display.give_to(&mut command);
    let outcome = shell::run(
        &mut command,
        "what failed is named above; the logs lie beside the pictures",
    );
    progress::note(format_args!(
        "pictures of every step: {}",
        pictures.display()
    ));
    outcome
}
