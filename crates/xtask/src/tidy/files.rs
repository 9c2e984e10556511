//! The text files of the clone, without what git ignores.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::paths;

/// Endings of the files that have rules.
const KINDS: &[&str] = &["rs", "js", "mjs", "html", "css", "sql", "json"];

/// A file and its path from the clone's root, with `/` on every system.
pub(super) struct SourceFile {
    pub(super) path: String,
    pub(super) text: String,
}

impl SourceFile {
    pub(super) fn is(&self, kind: &str) -> bool {
        self.path
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending == kind)
    }

    pub(super) fn is_script(&self) -> bool {
        self.is("js") || self.is("mjs")
    }

    pub(super) fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// The numbers of the lines that contain one of these words.
    pub(super) fn lines_with(&self, words: &[&str]) -> Vec<usize> {
        lines_with(&self.text, words)
    }

    #[cfg(test)]
    pub(super) fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }
}

pub(super) fn lines_with(text: &str, words: &[&str]) -> Vec<usize> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
        .map(|(index, _)| index + 1)
        .collect()
}

/// Every file with rules.
pub(super) fn of_the_clone() -> Result<Vec<SourceFile>> {
    let ignore =
        fs::read_to_string(paths::root().join(".gitignore")).context("read `.gitignore`")?;
    let ignored: Vec<&str> = ignore
        .lines()
        .filter_map(|line| line.strip_prefix('/'))
        .collect();
    let mut files = Vec::new();
    walk(paths::root(), "", &ignored, &mut files)?;
    Ok(files)
}

fn walk(folder: &Path, prefix: &str, ignored: &[&str], files: &mut Vec<SourceFile>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("list `{}`", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if name.starts_with('.') || name == "node_modules" || ignored.contains(&path.as_str()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{path}/"), ignored, files)?;
        } else if KINDS.contains(&name.rsplit('.').next().unwrap_or_default()) {
            let text =
                fs::read_to_string(entry.path()).with_context(|| format!("read `{path}`"))?;
            files.push(SourceFile { path, text });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ignored_and_hidden_folders_are_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        for path in [
            "src/a.rs",
            "target/b.rs",
            ".git/c.rs",
            "ui/vendor/d.js",
            "ui/e.js",
            "ui/f.png",
        ] {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().expect("has a parent")).expect("make it");
            fs::write(file, "").expect("write it");
        }
        let mut files = Vec::new();
        walk(folder.path(), "", &["target", "ui/vendor"], &mut files).expect("walks");
        let mut paths: Vec<_> = files.into_iter().map(|file| file.path).collect();
        paths.sort();
        assert_eq!(paths, ["src/a.rs", "ui/e.js"]);
    }
}
