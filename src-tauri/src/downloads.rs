//! Files for the user, where they look for what was downloaded.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes a new file; where one of that name is, `name (2).csv`.
pub(crate) fn save(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    // No other place than that folder.
    let name = Path::new(name)
        .file_name()
        .map(Path::new)
        .ok_or(io::ErrorKind::InvalidInput)?;
    let stem = name.file_stem().unwrap_or_default().to_string_lossy();
    let ending = name.extension().unwrap_or_default().to_string_lossy();
    std::fs::create_dir_all(folder)?;
    for number in 1..1_000 {
        let path = match number {
            1 => folder.join(name),
            _ => folder.join(format!("{stem} ({number}).{ending}")),
        };
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_file_of_that_name_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = save(folder.path(), "modèles.csv", "a").expect("saves");
        let second = save(folder.path(), "../../modèles.csv", "b").expect("saves");
        assert_eq!(first, folder.path().join("modèles.csv"));
        assert_eq!(second, folder.path().join("modèles (2).csv"));
        let read = |path| std::fs::read_to_string(path).expect("reads");
        assert_eq!((read(first), read(second)), ("a".into(), "b".into()));
        assert!(save(folder.path(), "..", "c").is_err());
    }
}
