//! The screen does not know that it runs in a desktop shell, so it also runs in a browser.

use super::Finding;
use super::files::SourceFile;

const RULE: &str = "only `ui/platform` knows Tauri";

pub(super) fn only_in_the_platform(file: &SourceFile) -> Vec<Finding> {
    let screen =
        (file.is_in("ui/") || file.is_in("widget/")) && (file.is_script() || file.is("html"));
    if !screen || file.is_in("ui/platform/") {
        return Vec::new();
    }
    // The page's import map has to name the package.
    let words: &[&str] = if file.is("html") {
        &["__TAURI"]
    } else {
        &["__TAURI", "@tauri-apps"]
    };
    file.lines_with(words)
        .into_iter()
        .map(|line| Finding::at(file, line, RULE))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_that_imports_tauri_is_found() {
        let text = "import { invoke } from '@tauri-apps/api/core';\n";
        assert_eq!(
            only_in_the_platform(&SourceFile::new("ui/views/inbox.js", text))[0].place,
            "ui/views/inbox.js:1"
        );
        assert!(only_in_the_platform(&SourceFile::new("ui/platform/tauri.js", text)).is_empty());
    }
}
