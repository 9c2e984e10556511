//! Cards as other address books write them: vCard 3.0 and 4.0 (RFC 2426, RFC 6350), and 2.1 where it is not encoded. Of a
//! card its name, e-mail addresses and phone numbers are read.

use guichet_domain::ContactDetails;

use super::{Read, some};
use crate::error::CallError;
use crate::templates::table::bad;

pub(super) const BEGIN: &str = "BEGIN:VCARD";
const END: &str = "END:VCARD";
/// Where a written line is folded, in bytes.
const WIDTH: usize = 75;

/// A card that is not whole, or has what cannot be read, is a bad line; those around it are read all the same.
pub(super) fn read(text: &str) -> Read {
    let mut read = Read::default();
    let mut open: Option<(u64, Card)> = None;
    for (line, content) in unfolded(text) {
        if content.eq_ignore_ascii_case(BEGIN) {
            if let Some((began, _)) = open.replace((line, Card::default())) {
                read.bad.push(bad(began, CallError::new("import-card")));
            }
        } else if content.eq_ignore_ascii_case(END) {
            match open.take() {
                Some((
                    began,
                    Card {
                        fault: None,
                        details,
                        name,
                    },
                )) => {
                    let name = details.name.or(name);
                    read.contacts
                        .push((began, ContactDetails { name, ..details }));
                }
                Some((
                    _,
                    Card {
                        fault: Some(at), ..
                    },
                )) => {
                    read.bad.push(bad(at, CallError::new("import-card")));
                }
                None => read.bad.push(bad(line, CallError::new("import-card"))),
            }
        } else if let Some((_, card)) = &mut open {
            card.take(line, &content);
        } else if !content.trim().is_empty() {
            read.bad.push(bad(line, CallError::new("import-card")));
        }
    }
    if let Some((began, _)) = open {
        read.bad.push(bad(began, CallError::new("import-card")));
    }
    read
}

/// Lines with where they begin; what begins with white space continues the one before.
fn unfolded(text: &str) -> Vec<(u64, String)> {
    let mut lines: Vec<(u64, String)> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, before))) => before.push_str(rest),
            _ => lines.push((number, line.to_owned())),
        }
    }
    lines
}

#[derive(Default)]
struct Card {
    details: ContactDetails,
    /// Made of its parts, for a card without the whole of it.
    name: Option<String>,
    /// The first line that cannot be read.
    fault: Option<u64>,
}

impl Card {
    fn take(&mut self, line: u64, content: &str) {
        let Some((head, value)) = content.split_once(':') else {
            if !content.trim().is_empty() {
                self.fault.get_or_insert(line);
            }
            return;
        };
        let mut parts = head.split(';');
        let property = parts.next().unwrap_or_default();
        // `item1.EMAIL`: what belongs together.
        let property = property
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase();
        if !["FN", "N", "EMAIL", "TEL"].contains(&property.as_str()) {
            return;
        }
        if parts.any(|parameter| parameter.to_ascii_uppercase().contains("QUOTED-PRINTABLE")) {
            self.fault.get_or_insert(line);
            return;
        }
        let details = &mut self.details;
        match property.as_str() {
            "FN" => details.name = details.name.take().or_else(|| some(&unescaped(value))),
            "N" => self.name = name_of(value),
            "EMAIL" => add(&mut details.email, &mut details.also, &unescaped(value)),
            _ => {
                let value = unescaped(value);
                let number = value.strip_prefix("tel:").unwrap_or(&value);
                add(&mut details.phone, &mut details.also, number);
            }
        }
    }
}

fn add(first: &mut Option<String>, others: &mut Vec<String>, value: &str) {
    match (some(value), &first) {
        (None, _) => {}
        (value, None) => *first = value,
        (value, Some(_)) => others.extend(value),
    }
}

/// `family;given;…` as one says it.
fn name_of(value: &str) -> Option<String> {
    let mut parts = parts(value).into_iter().map(|part| unescaped(&part));
    let (family, given) = (parts.next()?, parts.next().unwrap_or_default());
    some(&format!("{given} {family}"))
}

/// Between semicolons that are not escaped.
fn parts(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut escape = false;
    for sign in value.chars() {
        if sign == ';' && !escape {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
        escape = sign == '\\' && !escape;
    }
    parts
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match (sign, sign == '\\') {
            (_, true) => match signs.next() {
                Some('n' | 'N') => text.push(' '),
                Some(other) => text.push(other),
                None => text.push(sign),
            },
            (other, false) => text.push(other),
        }
    }
    text
}

/// vCard 4.0, which is UTF-8 always.
pub(super) fn write(contacts: &[ContactDetails]) -> String {
    let mut text = String::new();
    for contact in contacts {
        let mut line = |property: &str, value: &str| {
            fold(&mut text, &format!("{property}:{}", escaped(value)));
        };
        line("BEGIN", "VCARD");
        line("VERSION", "4.0");
        line("FN", contact.name.as_deref().unwrap_or_default());
        for point in contact.points() {
            line(if point.contains('@') { "EMAIL" } else { "TEL" }, point);
        }
        line("END", "VCARD");
    }
    text
}

fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for sign in value.chars() {
        if matches!(sign, '\\' | ',' | ';') {
            text.push('\\');
        }
        text.push(sign);
    }
    text
}

/// Adds a line, folded between characters.
fn fold(text: &mut String, line: &str) {
    let mut room = WIDTH;
    for sign in line.chars() {
        if sign.len_utf8() > room {
            text.push_str("\r\n ");
            room = WIDTH - 1;
        }
        room -= sign.len_utf8();
        text.push(sign);
    }
    text.push_str("\r\n");
}
