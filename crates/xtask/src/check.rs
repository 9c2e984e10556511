//! `cargo xtask check`: everything that can be said about the code without running the product.

use anyhow::Result;

use crate::cargo::cargo;
use crate::{progress, setup, shell, tidy};

pub(crate) fn check() -> Result<()> {
    let node = setup::for_checking()?;

    progress::step("formatting");
    shell::run(
        cargo("fmt").args(["--all", "--check"]),
        "run `cargo fmt --all`",
    )?;

    progress::step("rules of the house");
    tidy::tidy()?;

    progress::step("types of the screen");
    shell::run(
        node.node().args([
            "node_modules/typescript/bin/tsc",
            "--noEmit",
            "--project",
            "tsconfig.json",
        ]),
        "the screen's types come from the JSDoc comments and from `ui/types`",
    )?;

    progress::step("lints of the screen");
    shell::run(
        node.node().args([
            "node_modules/eslint/bin/eslint.js",
            "--max-warnings",
            "0",
            ".",
        ]),
        "the rules stand in `eslint.config.js`",
    )?;

    progress::step("lints");
    clippy(&["--workspace", "--all-targets"])?;
    // Not among the targets of `cargo test`, and so not of those.
    clippy(&["--package", "guichet-tests", "--test", "e2e"])?;

    progress::step("documentation");
    shell::run(
        cargo("doc")
            .args(["--workspace", "--no-deps", "--quiet"])
            .env("RUSTDOCFLAGS", "-D warnings"),
        "rustdoc names the comment above; most often a link leads nowhere",
    )?;
    progress::step("all is well");
    Ok(())
}

fn clippy(targets: &[&str]) -> Result<()> {
    let mut command = cargo("clippy");
    command.arg("--quiet").args(targets);
    shell::run(
        command.args(["--", "-D", "warnings"]),
        "clippy says above what it would rather see",
    )
}
