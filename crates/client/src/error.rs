//! Errors as the screen gets them: a code, and what its words need. The words are in `locales`, as `error-<code>`.

use std::borrow::Cow;
use std::fmt;

use guichet_domain::Refusal;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::cache::CacheError;
use crate::connection::HubError;
use crate::host::HostError;

/// Why a command of the screen was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CallError {
    /// In kebab case.
    pub code: Cow<'static, str>,
    /// For the words.
    #[cfg_attr(test, ts(type = "Record<string, string>"))]
    pub params: Map<String, Value>,
}

impl CallError {
    /// An error whose words need nothing.
    pub fn new(code: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code: code.into(),
            params: Map::new(),
        }
    }

    /// With a value for the words.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }
}

/// Codes that this crate adds to those of the hub, for the test that each is translated.
#[cfg(test)]
pub(crate) const OWN_CODES: [&str; 38] = [
    "unknown-command",
    "bad-arguments",
    "signed-out",
    "offline",
    "not-a-hub",
    "insecure-address",
    "invalid-address",
    "not-an-invitation",
    "link-not-allowed",
    "cache-failed",
    "cache-corrupt",
    "desktop-failed",
    "keyring-failed",
    "expired",
    "gone",
    "template-gone",
    "template-name-taken",
    "template-title-empty",
    "template-title-too-long",
    "template-category-empty",
    "template-category-too-long",
    "template-no-text",
    "template-text-empty",
    "template-text-too-long",
    "wrong-password",
    "field-left",
    "import-empty",
    "import-unreadable",
    "import-no-column",
    "import-columns",
    "import-twice",
    "import-again",
    "import-entry",
    "import-department",
    "import-bad-lines",
    "contact-gone",
    "import-contact-again",
    "import-card",
];

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}

impl std::error::Error for CallError {}

impl From<CacheError> for CallError {
    fn from(error: CacheError) -> Self {
        tracing::error!(%error, "the cache failed");
        Self::new("cache-failed")
    }
}

impl From<HubError> for CallError {
    fn from(error: HubError) -> Self {
        tracing::debug!(%error, "the hub did not answer as hoped");
        Self::new(error.code())
    }
}

impl From<HostError> for CallError {
    fn from(error: HostError) -> Self {
        tracing::warn!(%error, source = ?error.source, "the desktop failed");
        Self::new("desktop-failed")
    }
}

impl From<&Refusal> for CallError {
    fn from(refusal: &Refusal) -> Self {
        let mut fields = match serde_json::to_value(refusal) {
            Ok(Value::Object(fields)) => fields,
            _ => Map::new(),
        };
        let code = match fields.remove("code") {
            Some(Value::String(code)) => kebab(&code),
            _ => "not-found".to_owned(),
        };
        Self {
            code: code.into(),
            params: fields,
        }
    }
}

/// `not_found` as `not-found`.
pub(crate) fn kebab(code: &str) -> String {
    code.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_keeps_its_code_and_values() {
        let error = CallError::from(&Refusal::TextTooLong { limit: 4096 });
        assert_eq!(error, CallError::new("text-too-long").with("limit", 4096));
    }
}
