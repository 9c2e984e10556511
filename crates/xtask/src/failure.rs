//! A failure that tells the person what to do next.

use std::fmt;

/// What went wrong, and the step that helps.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    hint: String,
}

impl Failure {
    /// An error with a hint; `main` prints both.
    pub(crate) fn with_hint(what: impl Into<String>, hint: impl Into<String>) -> anyhow::Error {
        anyhow::Error::new(Self {
            what: what.into(),
            hint: hint.into(),
        })
    }

    /// The hint of the innermost failure in this chain that has one.
    pub(crate) fn hint_of(error: &anyhow::Error) -> Option<&str> {
        error
            .chain()
            .filter_map(|cause| cause.downcast_ref::<Self>())
            .next_back()
            .map(|failure| failure.hint.as_str())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.what)
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;

    use super::*;

    #[test]
    fn the_hint_survives_added_context() {
        let error = Err::<(), _>(Failure::with_hint("no node", "install node"))
            .context("lint")
            .expect_err("is an error");
        assert_eq!(Failure::hint_of(&error), Some("install node"));
        assert_eq!(format!("{error:#}"), "lint: no node");
    }
}
