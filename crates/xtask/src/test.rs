//! `cargo xtask test`: every test of the repository.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::cargo::cargo;
use crate::setup::system_packages::{self, Set};
use crate::{bench, build, e2e, paths, progress, setup, shell};

/// Folders with tests that node runs.
const SCRIPTS: &[&str] = &["ui/tests", "widget/tests"];

pub(crate) fn test() -> Result<()> {
    let node = setup::for_checking()?;
    system_packages::install(&[Set::Display, Set::Drive])?;

    for folder in SCRIPTS {
        progress::step(format_args!("tests in {folder}"));
        shell::run(
            node.node()
                .arg("--test")
                .args(test_files(&paths::root().join(folder))?),
            "the failing test is named above",
        )?;
    }

    // The whole-system tests start the real programs.
    let hub = build::program("guichet-hub", "guichet-hub", false)?;
    let app = build::program("guichet-desktop", "guichet", false)?;
    progress::step("tests in Rust, the whole system included");
    shell::run(
        cargo("test")
            .args(["--workspace", "--quiet"])
            .env("GUICHET_HUB", &hub)
            .env("GUICHET_APP", &app)
            .env("GUICHET_NODE", node.program()),
        "the failing test is named above; run it alone with `cargo test NAME`",
    )?;
    progress::step("the benches, in small");
    bench::smoke(&hub)?;
    e2e::run(&e2e::Options::default(), &hub, &app)?;
    progress::step("every test passed");
    Ok(())
}

/// Every `*.test.js` below a folder. Node takes patterns only from version 21 on.
fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in
            fs::read_dir(&folder).with_context(|| format!("list `{}`", folder.display()))?
        {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(".test.js") {
                files.push(path);
            }
        }
    }
    ensure!(!files.is_empty(), "no tests in `{}`", folder.display());
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_lost_its_tests_is_noticed() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(test_files(folder.path()).is_err());
        fs::create_dir(folder.path().join("lib")).expect("made");
        fs::write(folder.path().join("lib/a.test.js"), "").expect("written");
        fs::write(folder.path().join("lib/help.js"), "").expect("written");
        assert_eq!(
            test_files(folder.path()).expect("found"),
            [folder.path().join("lib/a.test.js")]
        );
    }
}
