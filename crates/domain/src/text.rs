//! What a text must be to be accepted.

use crate::Refusal;

/// A text of a message: not blank, at most `limit` characters. Kept as written, but for control characters other
/// than line feed and tab, which have no meaning in a chat and can harm a terminal or a log.
pub fn message_text(text: &str, limit: usize) -> Result<String, Refusal> {
    if text.chars().count() > limit {
        return Err(Refusal::TextTooLong { limit });
    }
    let clean: String = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    if clean.trim().is_empty() {
        return Err(Refusal::TextEmpty);
    }
    Ok(clean)
}

/// A name, e-mail or phone number as a customer wrote it: one line, without control characters or marks that change
/// the direction of what follows; `None` when nothing is left. At most 120 characters.
pub fn single_line(text: &str) -> Option<String> {
    let clean: String = text
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .take(120)
        .collect();
    let clean = clean.trim();
    (!clean.is_empty()).then(|| clean.to_owned())
}

/// An e-mail address as it is kept; `None` when it is not one. Says nothing of whether somebody reads what is sent to it.
pub fn email_address(text: &str) -> Option<String> {
    let email = single_line(text)?;
    let (user, host) = email.split_once('@')?;
    let sound = !user.is_empty() && !host.is_empty() && !host.contains('@');
    (sound && !email.contains(char::is_whitespace)).then_some(email)
}
