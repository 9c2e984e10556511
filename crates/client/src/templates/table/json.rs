//! A list of templates: `[{"department": null, "category": "…", "title": "…", "texts": {"fr": "…"}}]`.

use serde_json::Value;

use super::{Entry, Read, WriteError, bad};
use crate::error::CallError;

pub(super) fn read(text: &str) -> Result<Read, CallError> {
    let list: Vec<Value> = serde_json::from_str(text)
        .map_err(|error| CallError::new("import-unreadable").with("line", error.line()))?;
    let mut read = Read::default();
    for (number, value) in (1..).zip(list) {
        match serde_json::from_value::<Entry>(value) {
            Ok(entry) => read.entries.push((number, entry)),
            Err(_) => read.bad.push(bad(number, CallError::new("import-entry"))),
        }
    }
    Ok(read)
}

pub(super) fn write(entries: &[Entry]) -> Result<String, WriteError> {
    let mut text = serde_json::to_string_pretty(entries)?;
    text.push('\n');
    Ok(text)
}
