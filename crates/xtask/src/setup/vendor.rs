//! The screen's modules, copied from the installed packages to `ui/vendor`: Tauri serves no folder with `node_modules`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};

use anyhow::{Context as _, Result, ensure};

use crate::failure::Failure;
use crate::{paths, progress};

/// From the file's name in `ui/vendor` to its path in `node_modules`.
type Manifest = BTreeMap<String, String>;

/// Makes `ui/vendor` hold exactly the files that `ui/vendor.json` lists.
pub(crate) fn copy_when_stale() -> Result<()> {
    let file = paths::root().join("ui/vendor.json");
    let manifest = fs::read(&file).with_context(|| format!("read `{}`", file.display()))?;
    let manifest: Manifest = serde_json::from_slice(&manifest).context("read `ui/vendor.json`")?;
    let copied = copy(
        &manifest,
        &paths::root().join("node_modules"),
        &paths::root().join("ui/vendor"),
    )?;
    if copied > 0 {
        progress::step(format_args!(
            "copied {copied} of the screen's modules to ui/vendor"
        ));
    }
    Ok(())
}

fn copy(manifest: &Manifest, from: &Path, to: &Path) -> Result<usize> {
    for (name, source) in manifest {
        for path in [name, source] {
            let inside = Path::new(path)
                .components()
                .all(|part| matches!(part, Component::Normal(_)));
            ensure!(inside, "`{path}` in `ui/vendor.json` leads outside");
        }
    }
    remove_unlisted(manifest, to, to)?;
    let mut copied = 0;
    for (name, source) in manifest {
        let bytes = fs::read(from.join(source)).map_err(|error| {
            Failure::with_hint(
                format!("`node_modules/{source}` from `ui/vendor.json` cannot be read: {error}"),
                "the package may have moved the file: correct `ui/vendor.json`, or delete `node_modules` and try again",
            )
        })?;
        let target = to.join(name);
        if fs::read(&target).is_ok_and(|present| present == bytes) {
            continue;
        }
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("make the folder `{}`", folder.display()))?;
        }
        fs::write(&target, bytes).with_context(|| format!("write `{}`", target.display()))?;
        copied += 1;
    }
    Ok(copied)
}

/// What an older manifest listed must not be served any more.
fn remove_unlisted(manifest: &Manifest, folder: &Path, base: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry?.path();
        if path.is_dir() {
            remove_unlisted(manifest, &path, base)?;
        } else if let Ok(name) = path.strip_prefix(base)
            && !manifest.contains_key(&name.to_string_lossy().replace('\\', "/"))
        {
            fs::remove_file(&path).with_context(|| format!("delete `{}`", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_holds_what_the_manifest_lists_and_is_copied_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let (from, to) = (
            folder.path().join("node_modules"),
            folder.path().join("vendor"),
        );
        fs::create_dir_all(from.join("preact")).expect("made");
        fs::write(from.join("preact/a.js"), "a").expect("written");
        fs::create_dir_all(&to).expect("made");
        fs::write(to.join("old.js"), "old").expect("written");

        let manifest = Manifest::from([("lib/preact.js".to_owned(), "preact/a.js".to_owned())]);
        assert_eq!(copy(&manifest, &from, &to).expect("copies"), 1);
        assert_eq!(copy(&manifest, &from, &to).expect("copies"), 0);
        assert_eq!(
            fs::read_to_string(to.join("lib/preact.js")).expect("there"),
            "a"
        );
        assert!(!to.join("old.js").exists());
    }

    #[test]
    fn a_path_that_leads_outside_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let manifest = Manifest::from([("../x.js".to_owned(), "a.js".to_owned())]);
        assert!(copy(&manifest, folder.path(), folder.path()).is_err());
    }
}
