//! Debian's own Chromium.

use std::path::Path;

use serde_json::json;
use tokio::process::Command;

use super::session::Session;

/// For a machine without a screen, a sandbox or a network, and with nothing kept of before.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=fr-FR",
    "--window-size=1100,820",
];

/// A French one with an empty profile in this folder. Its log is called `name`.
pub async fn open(name: &str, folder: &Path, logs: &Path) -> Session {
    let mut flags: Vec<String> = FLAGS.iter().map(|&flag| flag.to_owned()).collect();
    flags.push(format!("--user-data-dir={}", folder.display()));
    let capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": "/usr/bin/chromium",
            "args": flags,
            "prefs": { "intl.accept_languages": "fr-FR,fr" },
        },
    });
    let mut driver = Command::new("chromedriver");
    Session::open(name, &mut driver, capabilities, logs).await
}
