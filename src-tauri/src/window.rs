//! The one window, which shows our own pages and nothing else.

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, Runtime, Url, WebviewUrl, WebviewWindowBuilder};

use crate::folders::Folders;

/// Its label, as in the capability file.
pub(crate) const LABEL: &str = "main";

/// Opens it.
pub(crate) fn open<R: Runtime>(handle: &AppHandle<R>, folders: &Folders) -> tauri::Result<()> {
    WebviewWindowBuilder::new(handle, LABEL, WebviewUrl::App("index.html".into()))
        .title("Guichet")
        .inner_size(1280.0, 800.0)
        .min_inner_size(380.0, 480.0)
        .data_directory(folders.web.clone())
        .devtools(cfg!(debug_assertions))
        .on_navigation(|url| {
            let ours = is_ours(url);
            if !ours {
                tracing::warn!(
                    scheme = url.scheme(),
                    "the screen was led elsewhere; it stays"
                );
            }
            ours
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

/// Brings it to the front.
pub(crate) fn raise<R: Runtime>(handle: &AppHandle<R>) {
    let Some(window) = handle.get_webview_window(LABEL) else {
        return;
    };
    // Each may be refused by the desktop; what the others do still helps.
    for step in [window.show(), window.unminimize(), window.set_focus()] {
        if let Err(error) = step {
            tracing::debug!(%error, "the window cannot be raised");
        }
    }
}

/// The app's own origin, as each system spells it.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_screen_goes_nowhere_else() {
        let ours = |url: &str| is_ours(&Url::parse(url).expect("is an address"));
        #[cfg(not(windows))]
        assert!(ours("tauri://localhost/index.html"));
        for other in [
            "https://example.com/",
            "http://localhost/",
            "tauri://elsewhere/",
            "data:text/html,hello",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "about:blank",
        ] {
            assert!(!ours(other), "{other}");
        }
    }
}
