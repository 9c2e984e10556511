//! Every Rust module begins by saying what it is for.

use super::Finding;
use super::files::SourceFile;

const RULE: &str = "a module begins with a `//!` line that says what it is for";

pub(super) fn every_module_says_what_it_is(file: &SourceFile) -> Vec<Finding> {
    let first = file.text.lines().next().unwrap_or_default();
    // A crate's page may be its README.
    let says = first
        .strip_prefix("//!")
        .is_some_and(|words| words.trim().len() > 4)
        || first.starts_with("#![doc = include_str!");
    if !file.is("rs") || says {
        return Vec::new();
    }
    vec![Finding::at(file, 1, RULE)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_without_words_is_found() {
        let silent = |text| {
            every_module_says_what_it_is(&SourceFile::new("crates/hub/src/a.rs", text)).len()
        };
        assert_eq!(silent("use std::fs;\n//! Too late.\n"), 1);
        assert_eq!(silent("//! x\n"), 1);
        assert_eq!(silent("//! Where things lie.\n"), 0);
    }
}
