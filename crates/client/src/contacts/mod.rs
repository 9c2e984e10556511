//! Files of contacts: a table for a spreadsheet (CSV), or cards for other address books (vCard).

mod csv;
pub(crate) mod import;
#[cfg(test)]
mod tests;
mod vcard;

use guichet_domain::ContactDetails;

use crate::error::CallError;
use crate::view::{BadLine, BookFormat};

/// The contacts of a file with the lines where they begin, and what could not be read.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) contacts: Vec<(u64, ContactDetails)>,
    pub(crate) bad: Vec<BadLine>,
}

/// Cards begin with `BEGIN:VCARD`; whatever else is a table.
pub(crate) fn read(text: &str) -> Result<Read, CallError> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.trim_start();
    if first.is_empty() {
        return Err(CallError::new("import-empty"));
    }
    match first.get(..vcard::BEGIN.len()) {
        Some(begin) if begin.eq_ignore_ascii_case(vcard::BEGIN) => Ok(vcard::read(text)),
        _ => csv::read(text),
    }
}

/// The contacts as a file.
pub(crate) fn write(contacts: &[ContactDetails], format: BookFormat) -> Result<String, CallError> {
    match format {
        BookFormat::Vcard => Ok(vcard::write(contacts)),
        BookFormat::Csv => csv::write(contacts).map_err(|error| {
            tracing::error!(%error, "contacts cannot be written");
            CallError::new("internal")
        }),
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
