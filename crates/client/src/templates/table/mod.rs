//! Files of templates: a table for a spreadsheet (CSV), or a list for programs (JSON).

mod cell;
mod csv;
mod json;

use std::collections::BTreeMap;

pub(crate) use cell::{escaped, plain};
pub(crate) use csv::separator;

use serde::{Deserialize, Serialize};

use crate::error::CallError;
use crate::view::{BadLine, TableFormat};

/// A template as a file has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    /// By name; none or empty: the whole company.
    #[serde(default)]
    pub(crate) department: Option<String>,
    pub(crate) category: String,
    pub(crate) title: String,
    pub(crate) texts: BTreeMap<String, String>,
}

/// The entries of a file with where they stand, and what could not be read.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) entries: Vec<(u64, Entry)>,
    pub(crate) bad: Vec<BadLine>,
}

/// A list begins with a bracket; whatever else is a table.
pub(crate) fn read(text: &str) -> Result<Read, CallError> {
    let text = text.trim_start_matches('\u{feff}');
    match text.trim_start().chars().next() {
        None => Err(CallError::new("import-empty")),
        Some('[' | '{') => json::read(text),
        Some(_) => csv::read(text),
    }
}

/// Why a file could not be written.
type WriteError = Box<dyn std::error::Error>;

/// The entries as a file.
pub(crate) fn write(entries: &[Entry], format: TableFormat) -> Result<String, CallError> {
    let written = match format {
        TableFormat::Csv => csv::write(entries),
        TableFormat::Json => json::write(entries),
    };
    written.map_err(|error| {
        tracing::error!(%error, "templates cannot be written");
        CallError::new("internal")
    })
}

/// A line that cannot be imported.
pub(crate) fn bad(line: u64, why: CallError) -> BadLine {
    BadLine {
        line,
        code: why.code.into_owned(),
        params: why.params,
    }
}
