//! A table with a line for each contact: name, email, phone, and whatever else one has, separated by `|`.

use csv::{ReaderBuilder, StringRecord, Trim, Writer};
use guichet_domain::ContactDetails;

use super::{Read, some};
use crate::error::CallError;
use crate::templates::table::{bad, escaped, plain, separator};

const COLUMNS: [&str; 4] = ["name", "email", "phone", "also"];

/// Needs a line of headings, in any order; all but the name may be missing.
pub(super) fn read(text: &str) -> Result<Read, CallError> {
    // The reader counts a line too few where they end in both.
    let text = &text.replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .delimiter(separator(text))
        .flexible(true)
        .trim(Trim::Headers)
        .from_reader(text.as_bytes());
    let headings = reader.headers().map_err(unreadable)?.clone();
    let place = |name: &str| {
        let mut headings = headings.iter();
        headings.position(|heading| heading.eq_ignore_ascii_case(name))
    };
    let columns = COLUMNS.map(place);
    if columns[0].is_none() {
        return Err(CallError::new("import-no-column").with("name", COLUMNS[0]));
    }
    let mut read = Read::default();
    for record in reader.records() {
        let record = record.map_err(unreadable)?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() == headings.len() {
            read.contacts.push((line, contact(&record, columns)));
        } else {
            let why = CallError::new("import-columns").with("found", record.len());
            read.bad
                .push(bad(line, why.with("expected", headings.len())));
        }
    }
    Ok(read)
}

fn contact(record: &StringRecord, columns: [Option<usize>; COLUMNS.len()]) -> ContactDetails {
    let cell = |column: usize| {
        columns[column]
            .and_then(|at| record.get(at))
            .unwrap_or_default()
    };
    let also = cell(3).split('|').map(plain).filter_map(some);
    ContactDetails {
        name: some(plain(cell(0))),
        email: some(plain(cell(1))),
        phone: some(plain(cell(2))),
        also: also.collect(),
    }
}

fn unreadable(error: csv::Error) -> CallError {
    let line = error.position().map_or(0, csv::Position::line);
    CallError::new("import-unreadable").with("line", line)
}

/// With the mark by which spreadsheets know UTF-8.
pub(super) fn write(contacts: &[ContactDetails]) -> Result<String, Box<dyn std::error::Error>> {
    let mut table = Writer::from_writer("\u{feff}".as_bytes().to_vec());
    table.write_record(COLUMNS)?;
    for contact in contacts {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let also = contact.also.join("|");
        let cells = [
            text(&contact.name),
            text(&contact.email),
            text(&contact.phone),
            also,
        ];
        table.write_record(cells.each_ref().map(|cell| escaped(cell)))?;
    }
    let bytes = table
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8(bytes)?)
}
