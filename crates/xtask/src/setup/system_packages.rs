//! Debian packages; on other systems, words about what to install.

use std::process::{Command, Stdio};

use anyhow::Result;

use crate::failure::Failure;
use crate::{paths, progress, shell};

/// A group of packages that a command needs as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Set {
    /// Compile the desktop app.
    Build,
    /// Run it without a screen, and photograph it.
    Display,
    /// Drive browsers and the desktop window.
    Drive,
    /// Debian's own Node, enough for `npm ci`.
    Node,
    /// Python's package installer, for a newer Node.
    Python,
}

impl Set {
    /// Debian's and Ubuntu's names.
    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Build => &[
                "libwebkit2gtk-4.1-dev",
                "libayatana-appindicator3-dev",
                "librsvg2-dev",
                "libasound2-dev",
                "build-essential",
                "pkg-config",
            ],
            Self::Display => &[
                "xvfb",
                "openbox",
                "dbus",
                "dbus-x11",
                "x11-utils",
                "xdotool",
                "imagemagick",
                "fonts-noto-color-emoji",
            ],
            Self::Drive => &["chromium", "chromium-driver", "webkit2gtk-driver"],
            Self::Node => &["nodejs", "npm"],
            Self::Python => &["python3", "python3-venv"],
        }
    }

    /// A program whose presence proves the set on a system without dpkg; `None`: ask pkg-config for the web view.
    const fn witness(self) -> Option<&'static str> {
        match self {
            Self::Build => None,
            Self::Display => Some("Xvfb"),
            Self::Drive => Some("WebKitWebDriver"),
            Self::Node => Some("npm"),
            Self::Python => Some("python3"),
        }
    }

    /// What a person installs on another Linux.
    const fn elsewhere(self) -> &'static str {
        match self {
            Self::Build => {
                "Fedora: sudo dnf install webkit2gtk4.1-devel libayatana-appindicator-gtk3-devel librsvg2-devel alsa-lib-devel gcc pkgconf\n      \
                 Arch: sudo pacman -S --needed webkit2gtk-4.1 libayatana-appindicator librsvg alsa-lib base-devel"
            }
            Self::Display => {
                "Fedora: sudo dnf install xorg-x11-server-Xvfb openbox dbus-daemon xdotool ImageMagick\n      \
                 Arch: sudo pacman -S --needed xorg-server-xvfb openbox dbus xdotool imagemagick"
            }
            Self::Drive => {
                "Fedora: sudo dnf install chromium chromedriver webkit2gtk-driver\n      \
                 Arch: sudo pacman -S --needed chromium webkitgtk-6.0 webkit2gtk-4.1"
            }
            Self::Node => "install Node.js 20.19 or newer with npm (https://nodejs.org)",
            Self::Python => "install Python 3 with its venv module",
        }
    }
}

/// Installs what is missing of these sets. Windows and macOS need nothing from here: their web view is part of them.
pub(crate) fn install(sets: &[Set]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if paths::find_program("apt-get").is_some() && paths::find_program("dpkg-query").is_some() {
        return install_with_apt(sets);
    }
    for set in sets {
        if !present_without_dpkg(*set) {
            return Err(Failure::with_hint(
                format!("this system lacks what `{set:?}` needs"),
                set.elsewhere(),
            ));
        }
    }
    Ok(())
}

fn present_without_dpkg(set: Set) -> bool {
    match set.witness() {
        Some(program) => paths::find_program(program).is_some(),
        None => Command::new("pkg-config")
            .args(["--exists", "webkit2gtk-4.1", "alsa"])
            .status()
            .is_ok_and(|status| status.success()),
    }
}

fn install_with_apt(sets: &[Set]) -> Result<()> {
    let wanted: Vec<&str> = sets
        .iter()
        .flat_map(|set| set.packages())
        .copied()
        .collect();
    let missing = missing(&wanted, &installed(&wanted)?);
    if missing.is_empty() {
        return Ok(());
    }
    progress::step(format_args!("installing {}", missing.join(" ")));
    let hint = format!(
        "run it by hand: sudo apt-get update && sudo apt-get install {}",
        missing.join(" ")
    );
    shell::run(as_root("apt-get").args(["update", "--quiet"]), &hint)?;
    shell::run(
        as_root("apt-get")
            .args(["install", "--yes", "--quiet", "--no-install-recommends"])
            .args(&missing),
        &hint,
    )
}

/// dpkg's word on each of these packages; unknown ones are simply not in the answer.
fn installed(packages: &[&str]) -> Result<String> {
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat", "${db:Status-Status} ${Package}\n"])
        .args(packages)
        .stderr(Stdio::null())
        .output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn missing<'a>(wanted: &[&'a str], status: &str) -> Vec<&'a str> {
    wanted
        .iter()
        .copied()
        .filter(|package| {
            !status
                .lines()
                .any(|line| line == format!("installed {package}"))
        })
        .collect()
}

/// The program with the rights to change the system, and no questions asked on the way.
fn as_root(program: &str) -> Command {
    const QUIET: &str = "DEBIAN_FRONTEND=noninteractive";
    let root = cfg!(unix) && effective_user_is_root();
    let mut command = Command::new(if root { "env" } else { "sudo" });
    command.args([QUIET, program]);
    command
}

#[cfg(unix)]
fn effective_user_is_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(not(unix))]
fn effective_user_is_root() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_packages_that_are_fully_installed_count() {
        let status = "installed xvfb\nconfig-files openbox\n";
        assert_eq!(
            missing(&["xvfb", "openbox", "dbus"], status),
            ["openbox", "dbus"]
        );
    }

    #[test]
    fn every_set_names_packages_and_words_for_other_systems() {
        for set in [Set::Build, Set::Display, Set::Drive, Set::Node, Set::Python] {
            assert!(!set.packages().is_empty(), "{set:?}");
            assert!(set.elsewhere().contains("install") || set.elsewhere().contains("pacman"));
        }
    }
}
