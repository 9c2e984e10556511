//! The drawer beside a thread: what else was said with the customer, and the other ways to reach them.

use guichet_domain::{ContactDetails, ConversationId};
use serde::Deserialize;
use url::Url;

use super::Done;
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::view::{History, PastMessages};
use crate::windows::{history, thread};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Beside {
    conversation: ConversationId,
    #[serde(default)]
    offset: u32,
    limit: u32,
}

pub(super) async fn history<H: Host>(app: &App<H>, args: Beside) -> Result<History, CallError> {
    history::history(&app.shared, args.conversation, args.offset, args.limit).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lines {
    conversation: ConversationId,
    #[serde(default)]
    before: Option<u64>,
    limit: u32,
}

pub(super) async fn past_messages<H: Host>(
    app: &App<H>,
    args: Lines,
) -> Result<PastMessages, CallError> {
    history::lines(&app.shared, args.conversation, args.before, args.limit).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reach {
    conversation: ConversationId,
    by: By,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum By {
    Email,
    Call,
    Sms,
}

/// By the system's own programs. The address is what the cache has of the customer, never what the screen says.
pub(super) async fn reach<H: Host>(app: &App<H>, args: Reach) -> Result<Done, CallError> {
    let cache = &app.shared.cache;
    let conversation = thread::held(&app.shared, args.conversation).await?;
    let contact = match conversation.contact() {
        Some(contact) => cache.contact(contact).await?,
        None => None,
    };
    let details = contact.map(|contact| contact.details).unwrap_or_default();
    open_way(app, args.by, &details)
}

pub(super) fn open_way<H: Host>(
    app: &App<H>,
    by: By,
    details: &ContactDetails,
) -> Result<Done, CallError> {
    let url = match by {
        By::Email => details.email.as_deref().and_then(mail),
        By::Call => details.phone.as_deref().and_then(|to| dial("tel", to)),
        By::Sms => details.phone.as_deref().and_then(|to| dial("sms", to)),
    };
    let url = url.ok_or_else(|| CallError::new("unreachable-contact"))?;
    app.host.open_url(&url)?;
    Ok(Done {})
}

/// A customer wrote the address: no part of it may become a copy, a subject or a text of the mail.
fn mail(address: &str) -> Option<Url> {
    let (person, place) = address.trim().rsplit_once('@')?;
    let plain = |part: &str| !part.is_empty() && !part.contains(char::is_whitespace);
    if !plain(person) || !plain(place) {
        return None;
    }
    let encoded =
        |part: &str| url::form_urlencoded::byte_serialize(part.as_bytes()).collect::<String>();
    Url::parse(&format!("mailto:{}@{}", encoded(person), encoded(place))).ok()
}

/// Only what a telephone dials.
fn dial(scheme: &str, number: &str) -> Option<Url> {
    let number = number.trim();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let plus = if number.starts_with('+') { "+" } else { "" };
    if digits.len() < 2 {
        return None;
    }
    Url::parse(&format!("{scheme}:{plus}{digits}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_becomes_of_what_a_customer_wrote() {
        let mail = |address| mail(address).map(String::from);
        let cases = [
            ("ana@example.org", Some("mailto:ana@example.org")),
            (" ana@example.org ", Some("mailto:ana@example.org")),
            (
                "ana+colis@example.org",
                Some("mailto:ana%2Bcolis@example.org"),
            ),
            (
                "ana@example.org?bcc=all@example.org",
                Some("mailto:ana%40example.org%3Fbcc%3Dall@example.org"),
            ),
            (
                "ana,paul@example.org",
                Some("mailto:ana%2Cpaul@example.org"),
            ),
            ("ana", None),
            ("@example.org", None),
            ("ana martins@example.org", None),
            ("", None),
        ];
        for (address, url) in cases {
            assert_eq!(mail(address).as_deref(), url, "{address}");
        }
    }

    #[test]
    fn only_digits_are_dialled() {
        let dial = |number| dial("tel", number).map(String::from);
        let cases = [
            ("+33 7 55 01 20 06", Some("tel:+33755012006")),
            ("07.55.01.20.06", Some("tel:0755012006")),
            ("12;phone-context=x", Some("tel:12")),
            ("file:///etc/passwd", None),
            ("+", None),
            ("", None),
        ];
        for (number, url) in cases {
            assert_eq!(dial(number).as_deref(), url, "{number}");
        }
    }
}
