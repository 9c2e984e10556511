//! One browser or one window under a `WebDriver` of its own, and what is done in both alike.

use std::net::TcpListener;
use std::path::Path;
use std::time::{Duration, Instant};

use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, TypingData, WebDriver};
use tokio::process::Command;

use super::program::Program;

/// Nothing takes so long on a slow machine; what does has failed.
pub const PATIENCE: Duration = Duration::from_mins(1);
/// How often a page is asked again.
pub const TICK: Duration = Duration::from_millis(100);

/// A driven page.
pub struct Session {
    /// What is asked and told.
    pub page: WebDriver,
    /// Beneath it runs what has the page.
    pub driver: Program,
}

impl Session {
    /// Starts the driver on a free port and opens what the capabilities name.
    pub async fn open(
        name: &str,
        driver: &mut Command,
        capabilities: serde_json::Value,
        logs: &Path,
    ) -> Self {
        let port = free_port();
        driver.arg(format!("--port={port}"));
        let program = Program::start(name, driver, logs);
        let capabilities = match capabilities {
            serde_json::Value::Object(map) => Capabilities::from(map),
            other => panic!("`{other}` says nothing"),
        };
        let address = format!("http://127.0.0.1:{port}");
        listens(port).await;
        // Fails only when a provider is there already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let page = WebDriver::new(address, capabilities)
            .await
            .unwrap_or_else(|error| panic!("{name} does not open: {error}"));
        Self {
            page,
            driver: program,
        }
    }

    /// The element, once it is shown.
    pub async fn shown(&self, css: &str) -> WebElement {
        self.page
            .query(By::Css(css))
            .and_displayed()
            .wait(PATIENCE, TICK)
            .first()
            .await
            .unwrap_or_else(|error| panic!("`{css}` is not shown: {error}"))
    }

    /// Once it is shown, a click on it.
    pub async fn click(&self, css: &str) {
        let deadline = Instant::now() + PATIENCE;
        // What is redrawn between being found and being clicked is found again.
        while let Err(error) = self.shown(css).await.click().await {
            assert!(Instant::now() < deadline, "`{css}` takes no click: {error}");
        }
    }

    /// Types into the element, as keys.
    pub async fn write(&self, css: &str, text: impl Into<TypingData>) {
        let element = self.shown(css).await;
        element
            .send_keys(text)
            .await
            .unwrap_or_else(|error| panic!("`{css}` takes no text: {error}"));
    }

    /// Asks the page until the answer to this script satisfies.
    pub async fn until(&self, script: &str, wanted: impl Fn(&str) -> bool, what: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let answer = self.page.execute(script, Vec::new()).await;
            let answer = answer.expect("the script runs").json().clone();
            let answer = answer.as_str().unwrap_or_default();
            if wanted(answer) {
                return;
            }
            assert!(
                Instant::now() < deadline,
                "{what}; the page says:\n{answer}"
            );
            tokio::time::sleep(TICK).await;
        }
    }

    /// Closes the browser or the window.
    pub async fn close(self) {
        self.page.quit().await.expect("it closes");
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

async fn listens(port: u16) {
    let deadline = Instant::now() + PATIENCE;
    while tokio::net::TcpStream::connect(("127.0.0.1", port))
        .await
        .is_err()
    {
        assert!(Instant::now() < deadline, "nobody listens on {port}");
        tokio::time::sleep(TICK).await;
    }
}
