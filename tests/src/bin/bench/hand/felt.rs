//! The figures of one screen.

use std::time::Duration;

use anyhow::{Context as _, Result};
use guichet_tests::drive::session::Session;
use serde::Deserialize;
use serde_json::json;

use crate::figure::{Figure, Wanted};
use crate::spread::Spread;

const SCRIPT: &str = include_str!("felt.js");
/// Frames of ten seconds.
const FRAMES: u32 = 600;
const PATIENCE: Duration = Duration::from_mins(2);
/// Typed one instead of the other; each finds others than the one before.
const SEARCHES: [&str; 20] = [
    "ret", "éch", "fact", "1", "12", "123", "ret 1", "éch 4", "fact 20", "9", "99", "999", "ret 3",
    "éch 7", "fact 2", "49", "499", "4999", "ret 9", "éch 1",
];

/// What the figures of this screen are called.
pub(super) struct Names {
    pub(super) scroll_p95: &'static str,
    pub(super) scroll_max: &'static str,
    pub(super) blank: &'static str,
    pub(super) open: &'static str,
    pub(super) templates_first: &'static str,
    pub(super) templates: &'static str,
}

/// Times in ms.
#[derive(Deserialize)]
struct Felt {
    took: Vec<f64>,
    #[serde(default)]
    blank: f64,
    #[serde(default)]
    first: f64,
}

impl Felt {
    fn spread(&self) -> Spread {
        Spread::of(
            self.took
                .iter()
                .map(|ms| Duration::from_secs_f64(ms / 1_000.0))
                .collect(),
        )
    }
}

pub(super) async fn figures(page: &Session, names: &Names, small: bool) -> Result<Vec<Figure>> {
    page.page.set_script_timeout(PATIENCE).await?;
    let frames = if small { 120 } else { FRAMES };
    let plain = ask(page, &format!("plain({frames})")).await?.spread();
    let inbox = ask(page, &format!("inbox({frames})")).await?;
    let opened = ask(page, &format!("opened({})", if small { 5 } else { 60 })).await?;
    let templates = ask(page, &format!("templates({})", json!(SEARCHES))).await?;
    let scroll = inbox.spread();
    Ok(vec![
        Figure::new(names.scroll_p95, scroll.percentile(95), "ms").over(plain.percentile(95)),
        Figure::new(names.scroll_max, scroll.percentile(100), "ms")
            .over(plain.percentile(100))
            .wanted(Wanted::AimAtMost(50.0)),
        Figure::new(names.blank, inbox.blank, "ms"),
        Figure::new(names.open, opened.spread().percentile(95), "ms")
            .wanted(Wanted::AimAtMost(50.0)),
        Figure::new(names.templates_first, templates.first, "ms"),
        Figure::new(names.templates, templates.spread().percentile(95), "ms")
            .wanted(Wanted::AimAtMost(30.0)),
    ])
}

async fn ask(page: &Session, what: &str) -> Result<Felt> {
    let script = SCRIPT.replace("export ", "");
    let script = format!(
        "{script}
         const done = arguments[arguments.length - 1];
         felt.{what}.then((answer) => done(JSON.stringify(answer)), (error) => done(JSON.stringify({{ error: String(error) }})));"
    );
    let answer = page.page.execute_async(script, Vec::new()).await?;
    let answer = answer.json().as_str().context("an answer")?.to_owned();
    serde_json::from_str(&answer).with_context(|| format!("`{what}` answered {answer}"))
}
