//! Contacts: the customers, and the details an agent keeps of them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ContactId, Timestamp};

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Contact {
    /// Who.
    pub id: ContactId,
    /// What is known of them.
    pub details: ContactDetails,
    /// Is in the address book: an agent added them.
    pub known: bool,
    /// Short number by which an unnamed visitor is called.
    pub number: u32,
    /// Wrote first.
    pub since: Timestamp,
}

/// What a customer said, or an agent wrote down, of themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ContactDetails {
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
}

impl ContactDetails {
    /// These details, with those of `newer` where it has some.
    #[must_use]
    pub fn updated(&self, newer: &Self) -> Self {
        let pick = |new: &Option<String>, old: &Option<String>| new.clone().or_else(|| old.clone());
        Self {
            name: pick(&newer.name, &self.name),
            email: pick(&newer.email, &self.email),
            phone: pick(&newer.phone, &self.phone),
        }
    }
}
