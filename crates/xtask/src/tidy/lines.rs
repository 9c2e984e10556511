//! A file that one can read in one sitting.

use super::Finding;
use super::files::SourceFile;

const RUST: usize = 400;
/// Tables of cases and long stories.
const TESTS: usize = 600;
const SCREEN: usize = 250;
const RULE: &str =
    "too long (Rust 400 lines, tests 600, screen and widget 250): split it by what its parts do";

pub(super) fn files_stay_short(file: &SourceFile) -> Vec<Finding> {
    let limit = if file.is("rs") && (file.is_in("tests/") || file.path.contains("/tests/")) {
        TESTS
    } else if file.is("rs") {
        RUST
    } else if (file.is_in("ui/") || file.is_in("widget/"))
        && (file.is_script() || file.is("css") || file.is("html"))
    {
        SCREEN
    } else {
        return Vec::new();
    };
    let lines = file.text.lines().count();
    if lines <= limit {
        return Vec::new();
    }
    vec![Finding::at(file, lines, RULE)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found() {
        let text = "//\n".repeat(RUST + 1);
        assert_eq!(
            files_stay_short(&SourceFile::new("crates/hub/src/a.rs", &text)).len(),
            1
        );
        assert_eq!(
            files_stay_short(&SourceFile::new("ui/a.js", &text[..3 * SCREEN])).len(),
            0
        );
    }
}
