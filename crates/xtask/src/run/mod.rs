//! `cargo xtask run`: a hub with a demo company, a demo shop with the widget, and the desktop app, already signed in.

mod app;
mod child;
pub(crate) mod display;
mod hub;
mod interrupt;
mod screenshot;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use clap::Args;

use self::app::App;
use self::display::Display;
use self::hub::Hub;
use self::interrupt::Interrupt;
use crate::setup::system_packages::{self, Set};
use crate::{build, paths, progress, setup};

/// How often a wait looks whether anything happened.
const TICK: Duration = Duration::from_millis(50);

#[derive(Args)]
pub(crate) struct Options {
    /// Keep the hub's and the app's data here, and find it again next time
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// How many agents sit at the counter, each with a window
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=2))]
    agents: u8,
    /// Write a picture of the screen once the inbox is there
    #[arg(long, value_name = "FILE")]
    screenshot: Option<PathBuf>,
    /// Stop everything once it is ready (for scripts)
    #[arg(long)]
    exit: bool,
    /// Build without debugging aids: slower to build, as fast as the product
    #[arg(long)]
    release: bool,
}

impl Options {
    /// A script's screenshot is taken on a screen of its own: a person's screen shows other things, and may not allow it.
    fn for_a_script(&self) -> bool {
        self.exit && self.screenshot.is_some()
    }
}

/// Where one run keeps its files.
struct Folders {
    hub: PathBuf,
    logs: PathBuf,
    base: PathBuf,
}

impl Folders {
    fn make(base: &Path) -> Result<Self> {
        let base = std::path::absolute(base).context("find the data folder")?;
        let folders = Self {
            hub: base.join("hub"),
            logs: base.join("logs"),
            base,
        };
        for folder in [&folders.hub, &folders.logs] {
            fs::create_dir_all(folder)
                .with_context(|| format!("make the folder `{}`", folder.display()))?;
        }
        Ok(folders)
    }
}

pub(crate) fn run(options: &Options) -> Result<()> {
    setup::for_building()?;
    let virtual_display = display::is_needed(options.for_a_script());
    if virtual_display || options.screenshot.is_some() {
        system_packages::install(&[Set::Display])?;
    }
    let hub_program = build::program("guichet-hub", "guichet-hub", options.release)?;
    let app_program = build::program("guichet-desktop", "guichet", options.release)?;

    let default = paths::root().join(".guichet");
    let folders = Folders::make(options.data.as_deref().unwrap_or(&default))?;
    let interrupt = Interrupt::watch()?;

    // Declared in this order, so that they stop in the opposite one: windows, hub, screen.
    let display = virtual_display
        .then(|| Display::start(options.agents.into(), &folders.logs))
        .transpose()?;
    let mut hub = Hub::start(&hub_program, &folders, &interrupt)?;
    let agents = hub.demo_company()?;
    let mut apps = Vec::new();
    for (number, agent) in agents.iter().take(options.agents.into()).enumerate() {
        progress::step(format_args!(
            "opening the counter for {} <{}>",
            agent.name, agent.email
        ));
        let code = hub.sign_in_code(&agent.email)?;
        apps.push(App::start(
            &app_program,
            number + 1,
            &folders,
            hub.address(),
            &code,
            display.as_ref(),
        )?);
    }
    for app in &mut apps {
        app.wait_until_ready(&interrupt)?;
    }
    if let Some(file) = &options.screenshot {
        screenshot::take(file, display.as_ref())?;
    }
    announce(hub.demo());
    if options.exit {
        return Ok(());
    }
    progress::note(format_args!(
        "open the address in a browser to write as a visitor; logs are in {}; Ctrl-C stops everything",
        folders.logs.display()
    ));
    stay(&interrupt, &mut hub, &mut apps)
}

/// The one line on stdout.
#[expect(clippy::print_stdout, reason = "scripts wait for this line")]
fn announce(demo: &str) {
    println!("ready {demo}");
}

/// Until Ctrl-C, or the last window is closed, or the hub dies.
fn stay(interrupt: &Interrupt, hub: &mut Hub, apps: &mut Vec<App>) -> Result<()> {
    while !interrupt.happened() {
        if hub.has_ended()? {
            bail!(hub.obituary());
        }
        let mut open = Vec::new();
        for mut app in apps.drain(..) {
            if !app.has_ended()? {
                open.push(app);
            }
        }
        *apps = open;
        if apps.is_empty() {
            progress::step("the last window is closed");
            return Ok(());
        }
        std::thread::sleep(TICK);
    }
    progress::step("stopping");
    Ok(())
}
