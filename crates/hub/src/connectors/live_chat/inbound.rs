//! What a visitor's page sends, as commands.

use guichet_domain::{
    Account, Actor, Command, CommandId, ContactDetails, ContactId, ConversationId, Customer,
    Envelope, FieldRule, MessageId,
};
use sha2::{Digest, Sha256};
use thiserror::Error;
use uuid::{Builder, Uuid, Version};

use super::wire::NewMessage;

/// What the page sent is not what the account asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[allow(missing_docs)]
pub enum Invalid {
    #[error("the id must be a UUID of version 4 or 7")]
    Id,
    #[error("the form asks for a name")]
    NameMissing,
    #[error("the form asks for an e-mail address")]
    EmailMissing,
    #[error("the form asks for consent")]
    ConsentMissing,
}

/// A visitor wrote. `first`: they never did before, so the form counts.
pub fn receive(
    account: &Account,
    visitor: ContactId,
    message: NewMessage,
    first: bool,
) -> Result<Envelope, Invalid> {
    if !matches!(
        message.id.get_version(),
        Some(Version::Random | Version::SortRand)
    ) {
        return Err(Invalid::Id);
    }
    if first {
        check_form(account, &message)?;
    }
    Ok(Envelope {
        actor: Actor::Customer(account.id),
        id: CommandId(message.id),
        command: Command::Receive {
            account: account.id,
            customer: Customer {
                contact: visitor,
                details: ContactDetails {
                    name: message.name,
                    email: message.email,
                    phone: None,
                    also: Vec::new(),
                },
            },
            message: MessageId(message.id),
            opens: conversation_opened_by(visitor, message.id),
            text: message.text,
        },
    })
}

/// A visitor ends the conversation.
pub fn end(account: &Account, id: CommandId, conversation: ConversationId) -> Envelope {
    Envelope {
        actor: Actor::Customer(account.id),
        id,
        command: Command::EndByVisitor { conversation },
    }
}

/// A visitor has seen every line up to `up_to`.
pub fn read(
    account: &Account,
    id: CommandId,
    conversation: ConversationId,
    up_to: u64,
) -> Envelope {
    Envelope {
        actor: Actor::Customer(account.id),
        id,
        command: Command::CustomerRead {
            conversation,
            up_to,
        },
    }
}

/// A visitor's page was sent every line up to `up_to`.
pub fn received(
    account: &Account,
    id: CommandId,
    conversation: ConversationId,
    up_to: u64,
) -> Envelope {
    Envelope {
        actor: Actor::Customer(account.id),
        id,
        command: Command::CustomerReceived {
            conversation,
            up_to,
        },
    }
}

/// The conversation that a message opens when none is open: the same for the same message, so that a repeated one is
/// the same command to the byte; not to be guessed or chosen by a visitor.
fn conversation_opened_by(visitor: ContactId, message: Uuid) -> ConversationId {
    ConversationId(derived(b"conversation", &visitor.0, message.as_bytes()))
}

/// A UUID made from others.
pub(super) fn derived(purpose: &[u8], of: &Uuid, and: &[u8]) -> Uuid {
    let digest = Sha256::new()
        .chain_update(purpose)
        .chain_update(of.as_bytes())
        .chain_update(and)
        .finalize();
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&digest[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}

fn check_form(account: &Account, message: &NewMessage) -> Result<(), Invalid> {
    let Some(widget) = &account.widget else {
        return Ok(());
    };
    let is_blank =
        |field: &Option<String>| field.as_deref().is_none_or(|text| text.trim().is_empty());
    if widget.name == FieldRule::Required && is_blank(&message.name) {
        return Err(Invalid::NameMissing);
    }
    if widget.email == FieldRule::Required && is_blank(&message.email) {
        return Err(Invalid::EmailMissing);
    }
    if widget.privacy.consent == FieldRule::Required && !message.consent {
        return Err(Invalid::ConsentMissing);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connectors::live_chat::testdata::{account, message};

    const VISITOR: ContactId = ContactId(Uuid::from_u128(7));

    #[test]
    fn the_same_message_is_the_same_command() {
        let json = include_str!("testdata/message.json");
        let once = receive(&account(), VISITOR, message(json), true).expect("command");
        let twice = receive(&account(), VISITOR, message(json), false).expect("command");
        assert_eq!(once, twice);
        let other = receive(
            &account(),
            ContactId(Uuid::from_u128(8)),
            message(json),
            true,
        );
        let opens = |envelope: &Envelope| match &envelope.command {
            Command::Receive { opens, .. } => *opens,
            _ => panic!("not a message"),
        };
        assert_ne!(opens(&once), opens(&other.expect("command")));
    }

    #[test]
    fn a_message_carries_what_the_form_asked() {
        let json = include_str!("testdata/message.json");
        let envelope = receive(&account(), VISITOR, message(json), true).expect("command");
        assert_eq!(envelope.actor, Actor::Customer(account().id));
        let Command::Receive { customer, text, .. } = envelope.command else {
            panic!("not a message");
        };
        assert_eq!(text, "Bonjour, où est ma commande ? 📦");
        assert_eq!(customer.contact, VISITOR);
        assert_eq!(customer.details.name.as_deref(), Some("Nadia"));
        assert_eq!(customer.details.email.as_deref(), Some("nadia@example.com"));
    }

    #[test]
    fn the_form_is_checked_once() {
        let mut account = account();
        let widget = account.widget.as_mut().expect("widget");
        widget.name = FieldRule::Required;
        widget.email = FieldRule::Required;
        widget.privacy.consent = FieldRule::Required;
        let full = message(include_str!("testdata/message.json"));
        let table = [
            (
                NewMessage {
                    name: Some("  ".to_owned()),
                    ..full.clone()
                },
                Invalid::NameMissing,
            ),
            (
                NewMessage {
                    email: None,
                    ..full.clone()
                },
                Invalid::EmailMissing,
            ),
            (
                NewMessage {
                    consent: false,
                    ..full.clone()
                },
                Invalid::ConsentMissing,
            ),
        ];
        for (message, invalid) in table {
            let first = receive(&account, VISITOR, message.clone(), true);
            assert_eq!(first, Err(invalid));
            assert!(receive(&account, VISITOR, message, false).is_ok());
        }
        assert!(receive(&account, VISITOR, full, true).is_ok());
    }

    #[test]
    fn an_id_that_is_not_random_is_refused() {
        let mut message = message(include_str!("testdata/message.json"));
        message.id = Uuid::nil();
        assert_eq!(
            receive(&account(), VISITOR, message, true),
            Err(Invalid::Id)
        );
    }

    #[test]
    fn unknown_fields_and_wrong_types_are_not_messages() {
        for json in [
            include_str!("testdata/unknown_field.json"),
            include_str!("testdata/wrong_type.json"),
            include_str!("testdata/malformed.json"),
        ] {
            assert!(serde_json::from_str::<NewMessage>(json).is_err(), "{json}");
        }
    }
}
