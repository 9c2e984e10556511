//! What a folder's files hold, byte for byte.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file below `folder`. A file that goes away meanwhile is no longer one of them.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The files below `folder` in which these bytes occur.
pub fn holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = files(folder);
    found.retain(|file| fs::read(file).is_ok_and(|bytes| contains(&bytes, text.as_bytes())));
    found
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|part| part == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_found_wherever_they_lie_in_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let (top, deep) = (folder.path().join("a"), folder.path().join("b/c"));
        fs::create_dir(folder.path().join("b")).expect("made");
        fs::write(&top, b"\xff\x00commande 42\x00").expect("written");
        fs::write(&deep, "une autre commande").expect("written");
        assert_eq!(holding(folder.path(), "commande 42"), [top]);
        assert_eq!(holding(folder.path(), "commande").len(), 2);
        assert!(holding(folder.path(), "42 commandes").is_empty());
    }
}
