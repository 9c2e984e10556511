//! Variables in a template: `{{contact.first_name}}`, or `{{contact.first_name|dear customer}}` with what is said when
//! it cannot be filled. No logic, nothing nested: whatever is not exactly that is text.

use std::ops::Range;

/// What a variable stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variable {
    /// The first word of the contact's name.
    ContactFirstName,
    /// The contact's name.
    ContactName,
    /// The agent who inserts it.
    AgentName,
    /// The conversation's queue.
    QueueName,
    /// Today, in words.
    Date,
}

impl Variable {
    /// Every variable.
    pub const ALL: [Self; 5] = [
        Self::ContactFirstName,
        Self::ContactName,
        Self::AgentName,
        Self::QueueName,
        Self::Date,
    ];

    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ContactFirstName => "contact.first_name",
            Self::ContactName => "contact.name",
            Self::AgentName => "agent.name",
            Self::QueueName => "queue.name",
            Self::Date => "date",
        }
    }

    /// The variable of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|variable| variable.name() == name)
    }
}

/// A well-formed field of a text, whether its variable is known or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// Of the variable, as it is written.
    pub name: &'a str,
    /// What is said when the variable cannot be filled.
    pub fallback: Option<&'a str>,
    /// Its bytes in the text, braces included.
    pub place: Range<usize>,
}

/// The fields of a text, in order.
pub fn fields(text: &str) -> impl Iterator<Item = Field<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(found) = text[from..].find("{{") {
            let begin = from + found;
            if let Some(field) = field_at(text, begin) {
                from = field.place.end;
                return Some(field);
            }
            // Of `{{{date}}` the second brace may still begin one.
            from = begin + 1;
        }
        None
    })
}

/// The fields that must be filled before the text may be sent.
pub fn unfilled(text: &str) -> impl Iterator<Item = Field<'_>> {
    fields(text).filter(|field| Variable::named(field.name).is_some())
}

/// The text with its fields filled by `value`, or by their fallback; and where those are that could not be, in bytes.
pub fn fill(text: &str, value: impl Fn(Variable) -> Option<String>) -> (String, Vec<Range<usize>>) {
    let mut filled = String::with_capacity(text.len());
    let mut open = Vec::new();
    let mut from = 0;
    for field in fields(text) {
        filled.push_str(&text[from..field.place.start]);
        from = field.place.end;
        let known = Variable::named(field.name);
        let said = known
            .and_then(&value)
            .filter(|said| !said.trim().is_empty());
        if let Some(said) = said.as_deref().or(field.fallback) {
            filled.push_str(said);
            continue;
        }
        let begin = filled.len();
        filled.push_str(&text[field.place]);
        if known.is_some() {
            open.push(begin..filled.len());
        }
    }
    filled.push_str(&text[from..]);
    (filled, open)
}

/// The field that begins at `begin`, where there are two braces.
fn field_at(text: &str, begin: usize) -> Option<Field<'_>> {
    let inner = &text[begin + 2..];
    let end = inner.find("}}")?;
    let inner = &inner[..end];
    if inner.contains(['{', '}', '\n']) {
        return None;
    }
    let (name, fallback) = match inner.split_once('|') {
        Some((name, fallback)) => (name.trim(), Some(fallback.trim())),
        None => (inner.trim(), None),
    };
    let may_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    if name.is_empty() || !name.chars().all(may_name) {
        return None;
    }
    Some(Field {
        name,
        fallback: fallback.filter(|said| !said.is_empty()),
        place: begin..begin + 2 + end + 2,
    })
}
