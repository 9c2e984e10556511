//! A template's text for one conversation.

use guichet_domain::variables::{fill as fill_text, unfilled};
use guichet_domain::{Conversation, Variable};

use crate::error::CallError;
use crate::shared::Shared;
use crate::view::{FieldPlace, FilledTemplate};

/// What the variables stand for here.
struct Values {
    contact: Option<String>,
    agent: Option<String>,
    queue: Option<String>,
    date: String,
}

/// Fills what is known. `date` is today as the screen writes it in the text's language.
pub(crate) async fn fill(
    shared: &Shared,
    conversation: &Conversation,
    text: &str,
    date: String,
) -> Result<FilledTemplate, CallError> {
    let (cache, me) = (&shared.cache, shared.me()?);
    let contact = match conversation.contact() {
        Some(contact) => cache.contact(contact).await?,
        None => None,
    };
    let queue = match conversation.queue() {
        Some(queue) => cache.queue(queue).await?,
        None => None,
    };
    let values = Values {
        contact: contact.and_then(|contact| contact.details.name),
        agent: cache.agent(me).await?.map(|agent| agent.name),
        queue: queue.map(|queue| queue.name),
        date,
    };
    Ok(values.fill(text))
}

impl Values {
    fn fill(&self, text: &str) -> FilledTemplate {
        let (text, open) = fill_text(text, |variable| self.of(variable));
        let place = |bytes: usize| {
            let units = text[..bytes].encode_utf16().count();
            u32::try_from(units).unwrap_or(u32::MAX)
        };
        let fields = open.into_iter().map(|open| FieldPlace {
            from: place(open.start),
            to: place(open.end),
        });
        FilledTemplate {
            fields: fields.collect(),
            text,
        }
    }

    fn of(&self, variable: Variable) -> Option<String> {
        match variable {
            Variable::ContactName => self.contact.clone(),
            Variable::ContactFirstName => {
                let first = self.contact.as_ref()?.split_whitespace().next()?;
                Some(first.to_owned())
            }
            Variable::AgentName => self.agent.clone(),
            Variable::QueueName => self.queue.clone(),
            Variable::Date => Some(self.date.clone()),
        }
    }
}

/// A text with a field that nobody filled is not for a customer.
pub(crate) fn is_filled(text: &str) -> Result<(), CallError> {
    match unfilled(text).next() {
        None => Ok(()),
        Some(field) => Err(CallError::new("field-left").with("name", field.name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(contact: Option<&str>) -> Values {
        Values {
            contact: contact.map(str::to_owned),
            agent: Some("Marie Lemoine".to_owned()),
            queue: None,
            date: "23 novembre 2026".to_owned(),
        }
    }

    #[test]
    fn the_first_name_is_the_first_word_of_the_name() {
        let text = "{{contact.first_name}} / {{contact.name}}, {{agent.name}}, {{date}}";
        let filled = values(Some(" Anne Martin ")).fill(text);
        assert_eq!(
            filled.text,
            "Anne /  Anne Martin , Marie Lemoine, 23 novembre 2026"
        );
        assert!(filled.fields.is_empty());
    }

    #[test]
    fn fields_that_cannot_be_filled_are_told_as_the_screen_counts() {
        let filled =
            values(None).fill("🙂é {{contact.name}} {{queue.name|accueil}} {{queue.name}}");
        assert_eq!(filled.text, "🙂é {{contact.name}} accueil {{queue.name}}");
        let units: Vec<u16> = filled.text.encode_utf16().collect();
        let said = |place: &FieldPlace| {
            String::from_utf16(&units[place.from as usize..place.to as usize]).expect("text")
        };
        let fields: Vec<String> = filled.fields.iter().map(said).collect();
        assert_eq!(fields, ["{{contact.name}}", "{{queue.name}}"]);
    }

    #[test]
    fn a_text_with_a_field_left_is_kept_back() {
        assert_eq!(is_filled("{{name}} {date} {{contact.name"), Ok(()));
        let left = CallError::new("field-left").with("name", "contact.name");
        assert_eq!(is_filled("Bonjour {{ contact.name | x }}"), Err(left));
    }
}
