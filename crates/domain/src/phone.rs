//! Phone numbers as they are kept: E.164, which every telephone in the world dials.

use phonenumber::{Mode, country, parse};

/// `text` as E.164 (`+33755012006`); what has no prefix is of `country`, an ISO 3166-1 alpha-2 code. `None` when it is no
/// number that somebody can have.
pub fn e164(text: &str, country: &str) -> Option<String> {
    let country: Option<country::Id> = country.parse().ok();
    let number = parse(country, text).ok()?;
    number
        .is_valid()
        .then(|| number.format().mode(Mode::E164).to_string())
}
