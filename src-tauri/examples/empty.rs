//! A window of the same framework with nothing in it: what `cargo xtask bench desktop` compares the app with. Says
//! `{"ready":true}` once its page is loaded.

#[path = "../src/generated.rs"]
mod generated;

use std::borrow::Cow;
use std::io::{Write as _, stdout};

use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::webview::PageLoadEvent;
use tauri::{Assets, Builder, Runtime, WebviewUrl, WebviewWindowBuilder};

/// One page, without a word, a style or a script.
struct Nothing;

impl<R: Runtime> Assets<R> for Nothing {
    fn get(&self, _: &AssetKey) -> Option<Cow<'_, [u8]>> {
        Some(Cow::Borrowed(
            b"<!doctype html><html lang=\"en\"><title>Empty</title></html>",
        ))
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        Box::new(std::iter::empty())
    }

    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(std::iter::empty())
    }
}

fn main() -> tauri::Result<()> {
    // The app's own configuration, of which only the page differs.
    let mut context = generated::context();
    context.set_assets(Box::new(Nothing));
    Builder::default()
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
                .title("Empty")
                .inner_size(1280.0, 800.0)
                .on_page_load(|_, page| {
                    if page.event() == PageLoadEvent::Finished {
                        // Whoever asked may be gone.
                        let _ = writeln!(stdout(), r#"{{"ready":true}}"#)
                            .and_then(|()| stdout().flush());
                    }
                })
                .build()?;
            Ok(())
        })
        .run(context)
}
