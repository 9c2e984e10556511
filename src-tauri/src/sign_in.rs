//! Signing in with a one-time code that whoever started the app hands over on stdin: an argument or a variable of the
//! environment could be read by others on this computer.

use std::io::BufRead;

use anyhow::{Context as _, Result};
use serde::Deserialize;

/// Longer than any address and code.
const LONGEST: u64 = 4096;

/// The line on stdin.
#[derive(Deserialize, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
#[serde(deny_unknown_fields)]
pub(crate) struct Ticket {
    /// The hub's address.
    pub(crate) hub: String,
    /// Good once, for a minute.
    pub(crate) code: String,
}

impl Ticket {
    /// Reads one line.
    pub(crate) fn read(from: impl BufRead) -> Result<Self> {
        let mut line = String::new();
        from.take(LONGEST)
            .read_line(&mut line)
            .context("read the sign-in code from stdin")?;
        // The line holds a secret: an error must not quote it.
        serde_json::from_str(&line).map_err(|error| {
            anyhow::anyhow!(
                "the line on stdin is no sign-in code ({:?} error at column {})\nhint: it looks like {{\"hub\":\"http://…\",\"code\":\"…\"}}",
                error.classify(),
                error.column()
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_is_read_and_an_error_keeps_the_secret() {
        let good = "{\"hub\":\"http://127.0.0.1:1\",\"code\":\"c0de\"}\nmore";
        assert_eq!(
            Ticket::read(good.as_bytes()).expect("is a ticket").code,
            "c0de"
        );
        let bad = "{\"hub\":\"http://127.0.0.1:1\",\"code\":\"c0de\",\"x\":1}";
        let error = format!(
            "{:#}",
            Ticket::read(bad.as_bytes()).expect_err("has too much")
        );
        assert!(!error.contains("c0de") && error.contains("hint"), "{error}");
        let endless = "x".repeat(100_000);
        assert!(Ticket::read(endless.as_bytes()).is_err());
    }
}
