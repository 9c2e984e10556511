//! Contacts: the customers, and the details an agent keeps of them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::text::{email_address, single_line};
use crate::{ContactId, Field, Refusal, Timestamp, phone};

/// Most e-mail addresses and phone numbers beside the first.
pub const MAX_ALSO: usize = 20;

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
    /// Other e-mail addresses and phone numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
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
            also: if newer.also.is_empty() {
                self.also.clone()
            } else {
                newer.also.clone()
            },
        }
    }

    /// As an agent's words for them are kept: single lines, e-mail addresses, and phone numbers that can be dialled from
    /// everywhere. Those without a prefix are of `country`. What is blank is left out; whether a name is needed, the
    /// caller knows.
    pub fn accepted(&self, country: &str) -> Result<Self, Refusal> {
        let written = |text: &Option<String>| text.as_deref().and_then(single_line);
        let email = written(&self.email).map(|email| email_accepted(&email));
        let phone = written(&self.phone).map(|phone| phone_accepted(&phone, country));
        let (email, phone) = (email.transpose()?, phone.transpose()?);
        let mut also = Vec::new();
        for point in self.also.iter().filter_map(|point| single_line(point)) {
            let point = point_accepted(&point, country)?;
            let first = [&email, &phone]
                .into_iter()
                .flatten()
                .any(|of| *of == point);
            if !first && !also.contains(&point) {
                also.push(point);
            }
        }
        if also.len() > MAX_ALSO {
            return Err(Refusal::TooManyOf { limit: MAX_ALSO });
        }
        Ok(Self {
            name: written(&self.name),
            email,
            phone,
            also,
        })
    }

    /// These details, and what of `other` they have not: nothing by which somebody can be reached is lost.
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        let mut joined = other.updated(self);
        joined.also.clone_from(&self.also);
        for point in [&other.email, &other.phone]
            .into_iter()
            .flatten()
            .chain(&other.also)
        {
            let there = joined.points().any(|of| of == point);
            if !there && joined.also.len() < MAX_ALSO {
                joined.also.push(point.clone());
            }
        }
        joined
    }

    /// Every e-mail address and phone number.
    pub fn points(&self) -> impl Iterator<Item = &String> {
        [&self.email, &self.phone]
            .into_iter()
            .flatten()
            .chain(&self.also)
    }
}

fn email_accepted(text: &str) -> Result<String, Refusal> {
    email_address(text).ok_or(Refusal::invalid(Field::Email))
}

fn phone_accepted(text: &str, country: &str) -> Result<String, Refusal> {
    phone::e164(text, country).ok_or(Refusal::invalid(Field::Phone))
}

/// Whatever has an `@` is an e-mail address.
fn point_accepted(text: &str, country: &str) -> Result<String, Refusal> {
    if text.contains('@') {
        email_accepted(text)
    } else {
        phone_accepted(text, country)
    }
}
