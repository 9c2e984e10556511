//! The rules of the house that neither Cargo nor the linters know. Each rule is one function from files to findings.

mod clocks;
mod docs;
mod edges;
mod files;
mod ignored;
mod licences;
mod lines;
mod markup;
mod rust;
mod shell_words;
mod sql;

use anyhow::Result;

use self::files::SourceFile;
use crate::failure::Failure;

/// One place where a rule is broken.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    /// `path:line`, or what else says where.
    place: String,
    /// The rule, in the words of somebody who has to follow it.
    rule: &'static str,
}

impl Finding {
    fn at(file: &SourceFile, line: usize, rule: &'static str) -> Self {
        Self {
            place: format!("{}:{line}", file.path),
            rule,
        }
    }
}

/// Rules that look at one file at a time.
const RULES: &[fn(&SourceFile) -> Vec<Finding>] = &[
    sql::only_in_its_places,
    clocks::one_per_program,
    docs::every_module_says_what_it_is,
    ignored::no_test_is,
    shell_words::only_in_the_platform,
    markup::never_from_text,
    lines::files_stay_short,
];

/// Fails with everything that is untidy.
pub(crate) fn tidy() -> Result<()> {
    let files = files::of_the_clone()?;
    let mut findings: Vec<Finding> = RULES
        .iter()
        .flat_map(|rule| files.iter().flat_map(rule))
        .collect();
    let metadata = licences::metadata()?;
    findings.extend(licences::of_crates(&metadata));
    findings.extend(edges::between_crates(&metadata));
    if let Some(lock) = files.iter().find(|file| file.path == "package-lock.json") {
        findings.extend(licences::of_packages(&lock.text)?);
    }
    if findings.is_empty() {
        return Ok(());
    }
    let list: Vec<String> = findings
        .iter()
        .map(|finding| format!("{}: {}", finding.place, finding.rule))
        .collect();
    Err(Failure::with_hint(
        format!("{} untidy places:\n{}", list.len(), list.join("\n")),
        "the rules stand in `crates/xtask/src/tidy`, the reasons in ARCHITECTURE.md",
    ))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_clone_is_tidy() {
        if let Err(error) = super::tidy() {
            panic!("{error:#}");
        }
    }
}
