//! The time of day and random ids enter a program in one file, so that tests can pass their own.

use super::files::{SourceFile, lines_with};
use super::{Finding, rust};

const PLACES: &[&str] = &["crates/hub/src/clock.rs", "crates/client/src/clock.rs"];
const WORDS: &[&str] = &[
    "SystemTime::now",
    "Uuid::now_v7",
    "Uuid::new_v4",
    "Utc::now",
    "Local::now",
    "UtcDateTime::now",
    "OffsetDateTime::now",
];
const RULE: &str = "the clock and new ids come only from this program's `clock.rs`";

pub(super) fn one_per_program(file: &SourceFile) -> Vec<Finding> {
    let bound = file.is("rs")
        && (file.is_in("crates/") || file.is_in("src-tauri/"))
        && !file.is_in("crates/xtask/");
    // Files under a crate's `tests/` drive it from outside, where every program has its own clock.
    if !bound || file.path.contains("/tests/") || PLACES.contains(&file.path.as_str()) {
        return Vec::new();
    }
    lines_with(&rust::parts(&file.text).code, WORDS)
        .into_iter()
        .map(|line| Finding::at(file, line, RULE))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_clock_is_found() {
        let text = "//! x\n// not SystemTime::now\nfn now() -> u64 { SystemTime::now() }\n";
        let found = one_per_program(&SourceFile::new("crates/hub/src/jobs.rs", text));
        assert_eq!(
            found,
            [Finding {
                place: "crates/hub/src/jobs.rs:3".to_owned(),
                rule: RULE
            }]
        );
        assert!(one_per_program(&SourceFile::new(PLACES[0], text)).is_empty());
    }
}
