//! A table with a line for each text: department, category, title, language, text.

use std::collections::hash_map::Entry as Place;
use std::collections::{BTreeMap, HashMap};

use csv::{ReaderBuilder, StringRecord, Trim, Writer};

use super::cell::{escaped, plain};
use super::{Entry, Read, bad};
use crate::error::CallError;

const COLUMNS: [&str; 5] = ["department", "category", "title", "language", "text"];

/// Spreadsheets separate by what the system's language leaves free.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Lines of one name are one template. Needs a line of headings, in any order.
pub(super) fn read(text: &str) -> Result<Read, CallError> {
    // The reader counts a line too few where they end in both.
    let text = &text.replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .delimiter(separator(text))
        .flexible(true)
        .trim(Trim::Headers)
        .from_reader(text.as_bytes());
    let headings = reader.headers().map_err(unreadable)?.clone();
    let mut columns = [0; COLUMNS.len()];
    for (column, name) in columns.iter_mut().zip(COLUMNS) {
        let found = headings
            .iter()
            .position(|heading| heading.eq_ignore_ascii_case(name));
        *column = found.ok_or_else(|| CallError::new("import-no-column").with("name", name))?;
    }
    let mut read = Read::default();
    let mut known = HashMap::new();
    for record in reader.records() {
        let record = record.map_err(unreadable)?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() != headings.len() {
            let found = record.len();
            let why = CallError::new("import-columns");
            let why = why.with("found", found).with("expected", headings.len());
            read.bad.push(bad(line, why));
            continue;
        }
        if let Err(why) = add(&mut read, &mut known, line, &record, columns) {
            read.bad.push(bad(line, why));
        }
    }
    Ok(read)
}

/// By which the headings are separated.
pub(crate) fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    // Of several that fit equally, as when there is none, the comma.
    SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(count)
        .unwrap_or(b',')
}

/// Names so far, with the place of their entry.
type Known = HashMap<(String, String, String), usize>;

fn add(
    read: &mut Read,
    known: &mut Known,
    line: u64,
    record: &StringRecord,
    columns: [usize; COLUMNS.len()],
) -> Result<(), CallError> {
    let cell = |column: usize| plain(record.get(column).unwrap_or_default());
    let [department, category, title, language] =
        [0, 1, 2, 3].map(|at| cell(columns[at]).trim().to_owned());
    let text = cell(columns[4]).to_owned();
    let name = (department.clone(), category.clone(), title.clone());
    let entry = match known.entry(name) {
        Place::Occupied(at) => &mut read.entries[*at.get()].1,
        Place::Vacant(free) => {
            free.insert(read.entries.len());
            let entry = Entry {
                department: Some(department),
                category,
                title,
                texts: BTreeMap::new(),
            };
            read.entries.push((line, entry));
            let last = read.entries.len() - 1;
            &mut read.entries[last].1
        }
    };
    if entry.texts.contains_key(&language) {
        return Err(CallError::new("import-twice").with("name", language));
    }
    entry.texts.insert(language, text);
    Ok(())
}

fn unreadable(error: csv::Error) -> CallError {
    let line = error.position().map_or(0, csv::Position::line);
    CallError::new("import-unreadable").with("line", line)
}

/// With the mark by which spreadsheets know UTF-8.
pub(super) fn write(entries: &[Entry]) -> Result<String, super::WriteError> {
    let mut table = Writer::from_writer("\u{feff}".as_bytes().to_vec());
    table.write_record(COLUMNS)?;
    for entry in entries {
        let department = entry.department.as_deref().unwrap_or_default();
        for (language, text) in &entry.texts {
            let cells = [department, &entry.category, &entry.title, language, text];
            table.write_record(cells.map(escaped))?;
        }
    }
    let bytes = table
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8(bytes)?)
}
