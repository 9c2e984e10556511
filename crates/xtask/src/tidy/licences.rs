//! Only dependencies whose licences agree with MIT OR Apache-2.0.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::Finding;
use crate::cargo::cargo;
use crate::shell;

const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    // Fonts.
    "OFL-1.1",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Zlib",
];
const RULE: &str = "a licence that is not on the list of `tidy/licences.rs`";

/// What `cargo metadata` says of every package in the lock file.
#[derive(Deserialize)]
pub(super) struct Metadata {
    pub(super) packages: Vec<Package>,
}

#[derive(Deserialize)]
pub(super) struct Package {
    pub(super) name: String,
    version: String,
    license: Option<String>,
    pub(super) dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
pub(super) struct Dependency {
    pub(super) name: String,
    pub(super) kind: Option<String>,
}

impl Metadata {
    pub(super) fn parse(json: &str) -> Result<Self> {
        serde_json::from_str(json).context("read cargo's metadata")
    }
}

pub(super) fn metadata() -> Result<Metadata> {
    Metadata::parse(&shell::output(cargo("metadata").args([
        "--format-version",
        "1",
        "--locked",
        "--quiet",
    ]))?)
}

pub(super) fn of_crates(metadata: &Metadata) -> Vec<Finding> {
    metadata
        .packages
        .iter()
        .filter(|package| !package.license.as_deref().is_some_and(agrees))
        .map(|package| finding(&package.name, &package.version, package.license.as_deref()))
        .collect()
}

#[derive(Deserialize)]
struct PackageLock {
    packages: BTreeMap<String, LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    #[serde(default)]
    version: String,
    license: Option<String>,
    /// Needed only to work on Guichet, not given to anybody.
    #[serde(default)]
    dev: bool,
}

/// The JavaScript packages that we give to people.
pub(super) fn of_packages(lock: &str) -> Result<Vec<Finding>> {
    let lock: PackageLock = serde_json::from_str(lock).context("read `package-lock.json`")?;
    Ok(lock
        .packages
        .iter()
        .filter(|(name, package)| {
            !name.is_empty() && !package.dev && !package.license.as_deref().is_some_and(agrees)
        })
        .map(|(name, package)| finding(name, &package.version, package.license.as_deref()))
        .collect())
}

fn finding(name: &str, version: &str, license: Option<&str>) -> Finding {
    Finding {
        place: format!("{name} {version} ({})", license.unwrap_or("no licence")),
        rule: RULE,
    }
}

/// Whether we may follow this SPDX expression using allowed licences only.
fn agrees(expression: &str) -> bool {
    // Older crates write `MIT/Apache-2.0`.
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (agrees, rest) = either(&words);
    agrees && rest.is_empty()
}

/// `a OR b`
fn either<'a>(words: &'a [&'a str]) -> (bool, &'a [&'a str]) {
    let (mut agrees, mut rest) = both(words);
    while let [word, after @ ..] = rest
        && word.eq_ignore_ascii_case("OR")
    {
        let (next, after) = both(after);
        agrees |= next;
        rest = after;
    }
    (agrees, rest)
}

/// `a AND b`
fn both<'a>(words: &'a [&'a str]) -> (bool, &'a [&'a str]) {
    let (mut agrees, mut rest) = one(words);
    while let [word, after @ ..] = rest
        && word.eq_ignore_ascii_case("AND")
    {
        let (next, after) = one(after);
        agrees &= next;
        rest = after;
    }
    (agrees, rest)
}

/// A licence, one with an exception, or something in brackets.
fn one<'a>(words: &'a [&'a str]) -> (bool, &'a [&'a str]) {
    match words {
        ["(", inside @ ..] => {
            let (agrees, rest) = either(inside);
            match rest {
                [")", after @ ..] => (agrees, after),
                _ => (false, rest),
            }
        }
        [licence, with, exception, after @ ..] if with.eq_ignore_ascii_case("WITH") => (
            ALLOWED.contains(&format!("{licence} WITH {exception}").as_str()),
            after,
        ),
        [licence, after @ ..] => (ALLOWED.contains(licence), after),
        [] => (false, words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spdx_expressions_are_understood() {
        for good in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR MIT",
            "(MIT OR GPL-2.0-only) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR LGPL-2.1-or-later",
            "Unlicense OR MIT",
        ] {
            assert!(agrees(good), "{good}");
        }
        for bad in [
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "Unlicense",
            "Apache-2.0 WITH Other-exception",
            "(MIT",
            "MIT MIT",
            "",
        ] {
            assert!(!agrees(bad), "{bad}");
        }
    }

    #[test]
    fn a_package_with_another_licence_is_found() {
        let metadata = Metadata::parse(r#"{"packages":[{"name":"a","version":"1.0.0","license":"AGPL-3.0-only","dependencies":[]}]}"#)
            .expect("is metadata");
        assert_eq!(of_crates(&metadata)[0].place, "a 1.0.0 (AGPL-3.0-only)");
        let lock = r#"{"packages":{"":{},"node_modules/a":{"version":"1.0.0","license":"GPL-2.0"},
            "node_modules/b":{"version":"1.0.0","license":"GPL-2.0","dev":true}}}"#;
        assert_eq!(of_packages(lock).expect("is a lock").len(), 1);
    }
}
