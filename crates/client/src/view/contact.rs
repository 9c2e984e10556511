//! The address book. Of the hub's answers, kept nowhere.

use guichet_domain::ContactId;
use serde::{Deserialize, Serialize};

use super::BadLine;

/// Some of the address book, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AddressBook {
    /// How many there are in whom every word is found.
    pub total: u32,
    /// Those asked for.
    pub rows: Vec<BookRow>,
    /// The agent may merge and import.
    pub manages: bool,
    /// The agent may erase, and take out in a file.
    pub erases: bool,
}

/// Somebody of the address book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct BookRow {
    pub id: ContactId,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// Other e-mail addresses and phone numbers.
    pub also: Vec<String>,
}

/// A contact as it is written in the form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ContactForm {
    /// `None`: a new one.
    pub id: Option<ContactId>,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub also: Vec<String>,
}

/// A file of contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum BookFormat {
    Csv,
    Vcard,
}

/// What an import of contacts would change, or changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ContactImport {
    /// Names that are not there yet.
    pub fresh: Vec<String>,
    /// Names that learn something.
    pub changed: Vec<String>,
    /// Contacts that are there already just so.
    pub unchanged: u32,
    /// What cannot be imported; nothing is while there is some.
    pub bad: Vec<BadLine>,
}
