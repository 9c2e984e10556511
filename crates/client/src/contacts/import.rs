//! What a file of contacts would change, as far as it can be told without the hub.

use guichet_domain::contact_import::MAX_IMPORT;
use guichet_domain::{ContactId, ImportedContact, Refusal};
use guichet_protocol::PlannedContact;

use super::Read;
use crate::error::CallError;
use crate::templates::table::bad;
use crate::view::{BadLine, ContactImport};

/// The good lines as the hub takes them, and the bad ones.
#[derive(Debug)]
pub(crate) struct Checked {
    lines: Vec<u64>,
    pub(crate) list: Vec<ImportedContact>,
    bad: Vec<BadLine>,
}

/// Numbers without a prefix are of `country`.
pub(crate) fn check(
    read: Read,
    country: &str,
    new_id: impl Fn() -> ContactId,
) -> Result<Checked, CallError> {
    if read.contacts.len() > MAX_IMPORT {
        return Err(CallError::new("too-many-of").with("limit", MAX_IMPORT));
    }
    let mut checked = Checked {
        lines: Vec::new(),
        list: Vec::new(),
        bad: read.bad,
    };
    for (line, details) in read.contacts {
        let accepted = details
            .accepted(country)
            .and_then(|details| match details.name {
                None => Err(Refusal::NameEmpty),
                Some(_) => Ok(details),
            });
        match accepted {
            Ok(details) => {
                checked.lines.push(line);
                let id = new_id();
                checked.list.push(ImportedContact { id, details });
            }
            Err(refusal) => checked.bad.push(bad(line, (&refusal).into())),
        }
    }
    Ok(checked)
}

impl Checked {
    /// With what the hub says of each good line.
    pub(crate) fn plan(&mut self, planned: &[PlannedContact]) -> ContactImport {
        let mut plan = ContactImport::default();
        for ((line, contact), planned) in self.lines.iter().zip(&self.list).zip(planned) {
            let name = contact.details.name.clone().unwrap_or_default();
            match planned {
                PlannedContact::Fresh => plan.fresh.push(name),
                PlannedContact::Changed => plan.changed.push(name),
                PlannedContact::Same => plan.unchanged += 1,
                PlannedContact::Again(first) => {
                    let first = self.lines.get(*first).copied().unwrap_or_default();
                    let why = CallError::new("import-contact-again").with("line", first);
                    self.bad.push(bad(*line, why));
                }
            }
        }
        plan.bad = std::mem::take(&mut self.bad);
        plan.bad.sort_by_key(|bad| bad.line);
        plan
    }
}
