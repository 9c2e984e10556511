//! A test that does not run proves nothing.

use super::files::{SourceFile, lines_with};
use super::{Finding, rust};

const RULE: &str = "no test is ignored: make it pass, or delete it";

pub(super) fn no_test_is(file: &SourceFile) -> Vec<Finding> {
    let lines = if file.is("rs") {
        lines_with(&rust::parts(&file.text).code, &["#[ignore"])
    } else if file.is_script() && file.path.contains("test") {
        file.lines_with(&[
            "test.skip(",
            "test.todo(",
            "it.skip(",
            "describe.skip(",
            "test.only(",
            "it.only(",
            "describe.only(",
        ])
    } else {
        Vec::new()
    };
    lines
        .into_iter()
        .map(|line| Finding::at(file, line, RULE))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ignored_tests_are_found() {
        let rust = SourceFile::new(
            "tests/src/a.rs",
            "//! A.\n#[test]\n#[ignore = \"slow\"]\nfn a() {}\n",
        );
        assert_eq!(no_test_is(&rust)[0].place, "tests/src/a.rs:3");
        let script = SourceFile::new("ui/tests/a.test.js", "test.skip('a', () => {});\n");
        assert_eq!(no_test_is(&script).len(), 1);
    }
}
