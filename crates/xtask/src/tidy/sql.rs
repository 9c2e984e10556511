//! SQL lives in the hub's store and in the client's cache, nowhere else.

use super::files::SourceFile;
use super::{Finding, rust};

/// Whole-system tests and benches may ask a database what the programs left in it.
const PLACES: &[&str] = &[
    "crates/hub/src/store/",
    "crates/hub/migrations/",
    "crates/client/src/cache/",
    "crates/client/migrations/",
    "tests/",
];
const BEGINNINGS: &[&str] = &[
    "SELECT ",
    "INSERT ",
    "UPDATE ",
    "DELETE FROM ",
    "CREATE TABLE",
    "CREATE INDEX",
    "CREATE UNIQUE",
    "CREATE VIRTUAL",
    "ALTER TABLE",
    "DROP TABLE",
    "PRAGMA ",
    "BEGIN IMMEDIATE",
    "REPLACE INTO",
    "WITH RECURSIVE",
    "VACUUM",
];
const RULE: &str = "SQL lives only under `hub/src/store` and `client/src/cache`";

pub(super) fn only_in_its_places(file: &SourceFile) -> Vec<Finding> {
    if PLACES.iter().any(|place| file.is_in(place)) || file.is_in("crates/xtask/src/tidy/") {
        return Vec::new();
    }
    if file.is("sql") {
        return vec![Finding::at(file, 1, RULE)];
    }
    if !file.is("rs") {
        return Vec::new();
    }
    rust::parts(&file.text)
        .literals
        .iter()
        .filter(|(_, text)| {
            BEGINNINGS
                .iter()
                .any(|word| text.trim_start().starts_with(word))
        })
        .map(|(line, _)| Finding::at(file, *line, RULE))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_outside_its_places_is_found() {
        let text =
            "//! x\nfn f() {\n    query(\"\n      SELECT 1\");\n    say(\"Select a queue\");\n}\n";
        let found = only_in_its_places(&SourceFile::new("crates/hub/src/http/sync.rs", text));
        assert_eq!(
            found,
            [Finding {
                place: "crates/hub/src/http/sync.rs:3".to_owned(),
                rule: RULE
            }]
        );
        assert!(
            only_in_its_places(&SourceFile::new(
                "crates/hub/src/store/sqlite/page.rs",
                text
            ))
            .is_empty()
        );
        assert_eq!(
            only_in_its_places(&SourceFile::new("crates/domain/x.sql", "")).len(),
            1
        );
    }
}
