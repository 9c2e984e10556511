//! The desktop app's own window, on the display of the environment.

use std::path::Path;

use serde_json::json;
use tokio::process::Command;

use super::session::Session;

/// The app with this profile in this folder. What the driver is given in its environment is the app's, too.
pub async fn open(
    name: &str,
    driver: &mut Command,
    app: &Path,
    folder: &Path,
    logs: &Path,
) -> Session {
    driver
        .env("TAURI_AUTOMATION", "true")
        .env("TAURI_WEBVIEW_AUTOMATION", "true");
    let capabilities = json!({
        "browserName": "wry",
        "webkitgtk:browserOptions": {
            "binary": app,
            "args": ["--profile", name, "--data-dir", folder],
        },
    });
    Session::open(name, driver, capabilities, logs).await
}
