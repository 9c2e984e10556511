//! Contacts that come from a file: who of them is known already.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Contact, ContactDetails, ContactId};

/// Most contacts of one import.
pub const MAX_IMPORT: usize = 20_000;

/// One contact of a list that is imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportedContact {
    /// Their id, unless they are known already.
    pub id: ContactId,
    /// What the list says of them.
    pub details: ContactDetails,
}

/// What an imported contact changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Planned {
    Fresh,
    /// Of this one, who has these details from then on.
    Changes(ContactId, ContactDetails),
    /// All of it is known.
    Same,
    /// Is this one of the list, too.
    Again(usize),
}

impl ContactDetails {
    /// By what one is known again: an e-mail address; a phone number with the name, for families share one; who has
    /// neither, by name.
    pub fn identities(&self) -> Vec<String> {
        let name = self.name.as_deref().unwrap_or_default().to_lowercase();
        let of = |point: &String| {
            if point.contains('@') {
                point.to_lowercase()
            } else {
                format!("{point} {name}")
            }
        };
        let known: Vec<String> = self.points().map(of).collect();
        if known.is_empty() {
            return vec![format!(" {name}")];
        }
        known
    }

    /// Of a line, by what it is looked for: its e-mail addresses, and only without one the rest.
    pub fn looked_for(&self) -> Vec<String> {
        // An address has no space, the others have one.
        let is_address = |identity: &String| !identity.contains(' ');
        let mut identities = self.identities();
        if identities.iter().any(is_address) {
            identities.retain(is_address);
        }
        identities
    }
}

/// What each contact of `list` changes among those `known`, of whom only who is in the address book counts. Of several
/// who fit, it is the one who is known longest.
pub fn plan<'a>(
    list: &[ImportedContact],
    known: impl IntoIterator<Item = &'a Contact>,
) -> Vec<Planned> {
    let mut there: HashMap<String, &Contact> = HashMap::new();
    for contact in known.into_iter().filter(|contact| contact.known) {
        for identity in contact.details.identities() {
            let first = there.entry(identity).or_insert(contact);
            if (contact.since, contact.id) < (first.since, first.id) {
                *first = contact;
            }
        }
    }
    let mut named: HashMap<String, usize> = HashMap::new();
    let mut found: HashMap<ContactId, usize> = HashMap::new();
    let mut planned = Vec::with_capacity(list.len());
    for (place, line) in list.iter().enumerate() {
        let looked_for = line.details.looked_for();
        let known = looked_for.iter().find_map(|identity| there.get(identity));
        let again = looked_for.iter().find_map(|identity| named.get(identity));
        let again = again.or_else(|| found.get(&known?.id)).copied();
        if let Some(known) = known {
            found.entry(known.id).or_insert(place);
        }
        for identity in line.details.identities() {
            named.entry(identity).or_insert(place);
        }
        planned.push(match (again, known) {
            (Some(first), _) => Planned::Again(first),
            (None, None) => Planned::Fresh,
            (None, Some(known)) => {
                let details = line.details.joined(&known.details);
                if details == known.details {
                    Planned::Same
                } else {
                    Planned::Changes(known.id, details)
                }
            }
        });
    }
    planned
}
