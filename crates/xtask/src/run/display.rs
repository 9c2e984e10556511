//! A screen for machines that have none: Xvfb, a window manager and a message bus, all private to this run.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result};

use super::child::Child;
use crate::progress;

const PATIENCE: Duration = Duration::from_secs(20);
/// Room for a window with its frame. Side by side they all paint: WebKit stops painting what is covered.
const WIDTH: usize = 1360;
const HEIGHT: usize = 900;

/// A bus that starts no services: a keyring daemon, for one, would ask for a password that nobody sees.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A virtual screen; it goes away when dropped, window manager first.
pub(crate) struct Display {
    name: String,
    bus: String,
    _window_manager: Child,
    _message_bus: Child,
    _server: Child,
}

/// Whether this run must bring its own screen.
pub(crate) fn is_needed(for_a_script: bool) -> bool {
    let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()));
    cfg!(target_os = "linux") && (for_a_script || !has_screen)
}

impl Display {
    /// With room for so many windows.
    pub(crate) fn start(windows: usize, logs: &Path) -> Result<Self> {
        progress::step("no display is used here: starting Xvfb, a virtual one");
        let mut server = Child::start(
            "xvfb",
            Command::new("Xvfb").args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                &format!("{}x{HEIGHT}x24", windows * WIDTH),
                "-nolisten",
                "tcp",
            ]),
            logs,
        )?;
        let name = format!(":{}", server.next_line(PATIENCE, None)?.trim());

        let config = logs.join("dbus.conf");
        fs::write(&config, BUS).with_context(|| format!("write `{}`", config.display()))?;
        let mut message_bus = Child::start(
            "dbus",
            Command::new("dbus-daemon")
                .arg("--config-file")
                .arg(&config)
                .args(["--nofork", "--print-address=1"]),
            logs,
        )?;
        let bus = message_bus.next_line(PATIENCE, None)?.trim().to_owned();

        let mut command = Command::new("openbox");
        command
            .env("DISPLAY", &name)
            .env("DBUS_SESSION_BUS_ADDRESS", &bus);
        let window_manager = Child::start("openbox", &mut command, logs)?;
        Ok(Self {
            name,
            bus,
            _window_manager: window_manager,
            _message_bus: message_bus,
            _server: server,
        })
    }

    /// Makes a program use this screen. Without a graphics card WebKit paints faster without DMA buffers.
    pub(crate) fn give_to(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.name)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env_remove("WAYLAND_DISPLAY");
    }
}
