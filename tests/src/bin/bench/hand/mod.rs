//! `bench hand`: what a hand feels in an inbox of 50,000 conversations: scrolling, opening one, finding a template. In the
//! real window and in Chromium, from a cache that the client's own first sync built; the hub is away.

mod felt;
mod large_inbox;

use std::path::Path;

use anyhow::{Context as _, Result};
use guichet_tests::drive::session::Session;
use guichet_tests::drive::{chromium, webkit};
use tokio::process::Command;

use self::felt::Names;
use self::large_inbox::LargeInbox;
use crate::figure::Figure;
use crate::progress;

const WINDOW: Names = Names {
    scroll_p95: "window.scroll.p95",
    scroll_max: "window.scroll.max",
    blank: "window.scroll.blank",
    open: "window.open.p95",
    templates_first: "window.templates.first",
    templates: "window.templates.p95",
};
const CHROMIUM: Names = Names {
    scroll_p95: "chromium.scroll.p95",
    scroll_max: "chromium.scroll.max",
    blank: "chromium.scroll.blank",
    open: "chromium.open.p95",
    templates_first: "chromium.templates.first",
    templates: "chromium.templates.p95",
};

pub(crate) async fn bench(program: &Path, small: bool) -> Result<Vec<Figure>> {
    let folder = tempfile::tempdir().context("make a folder")?;
    let logs = folder.path();
    let inbox = LargeInbox::build(folder.path(), program, small).await?;

    progress("hand: the real window");
    let mut driver = Command::new("WebKitWebDriver");
    driver
        .env("LANG", "fr_FR.UTF-8")
        .env("LC_ALL", "fr_FR.UTF-8");
    let data = inbox.data();
    let window = webkit::open(large_inbox::PROFILE, &mut driver, program, &data, logs).await;
    let mut figures = felt(window, &WINDOW, small).await?;

    progress("hand: Chromium");
    let desk = inbox.desk().await?;
    let browser = chromium::open("chromium", &folder.path().join("browser"), logs).await;
    browser.page.goto(&desk.url).await?;
    figures.extend(felt(browser, &CHROMIUM, small).await?);
    desk.shut_down().await;
    Ok(figures)
}

async fn felt(page: Session, names: &Names, small: bool) -> Result<Vec<Figure>> {
    const ROWS: &str = "return String(document.querySelectorAll('.list .row').length)";
    page.until(ROWS, |rows| rows != "0", "the inbox is empty")
        .await;
    let figures = felt::figures(&page, names, small).await;
    page.close().await;
    figures
}
