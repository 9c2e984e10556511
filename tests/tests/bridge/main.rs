//! The agents' screen in a browser: `ui/` over loopback, its one door bridged to the real client, the client at a real
//! hub. The tests themselves are scripts, `tests/bridge/*.test.js`: they ask this program for worlds and drive Chromium.
//!
//! `GUICHET_NODE` names the Node to run them by; `GUICHET_SHOTS` a folder for pictures of every screen;
//! `GUICHET_ONLY` the beginning of the names of the scripts to run; `GUICHET_SNAPSHOTS=write` writes the descriptions of the screens anew instead of comparing.

mod control;
mod time;
mod world;

use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::net::TcpListener;
use tokio::process::Command;

/// Where a server of this program is.
async fn listener() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").await.expect("a port")
}

fn clone() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().expect("a folder above").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_screen_in_a_browser() {
    let control = control::serve().await;
    let node = std::env::var_os("GUICHET_NODE").unwrap_or_else(|| "node".into());
    let scripts = clone().join("tests/bridge");
    let only = std::env::var("GUICHET_ONLY").unwrap_or_default();
    let mut tests: Vec<PathBuf> = std::fs::read_dir(&scripts)
        .expect("the scripts")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&only) && name.ends_with(".test.js")
        })
        .collect();
    tests.sort();
    assert!(!tests.is_empty(), "no tests in `{}`", scripts.display());
    let outcome = Command::new(node)
        // One after the other: two cores carry one browser.
        .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .args(tests)
        .env("GUICHET_BRIDGE", control)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .status()
        .await
        .expect("node starts");
    assert!(outcome.success(), "the failing test is named above");
}
