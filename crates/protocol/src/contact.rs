//! What an app does with the address book.

use guichet_domain::{Command, CommandId, Contact, ContactDetails, ContactId, ImportedContact};
use guichet_domain::{Conversation, Message, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// `POST /v1/contacts`: as a [`CommandRequest`](crate::CommandRequest), with room for a long list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactRequest {
    /// Made by the app before the first attempt.
    pub id: CommandId,
    /// What to do.
    pub command: ContactCommand,
}

/// What can be done with contacts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs)]
pub enum ContactCommand {
    /// Somebody who has not written.
    New {
        contact: ContactId,
        details: ContactDetails,
    },
    /// All details anew.
    Edit {
        contact: ContactId,
        details: ContactDetails,
    },
    /// What `loser` had is `winner`'s.
    Merge { winner: ContactId, loser: ContactId },
    /// All of them, or none.
    Import { contacts: Vec<ImportedContact> },
    /// Everything of the contact is deleted, on the hub and in every app.
    Erase { contact: ContactId },
}

/// Contacts of the address book, by name (`GET /v1/contacts`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AddressBook {
    /// How many there are in which every word is found.
    pub total: u32,
    /// Those asked for.
    pub contacts: Vec<Contact>,
}

/// `POST /v1/contacts/plan`: what an import would change. Changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanRequest {
    pub contacts: Vec<ImportedContact>,
}

/// For each contact of the list, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct ContactPlan {
    pub contacts: Vec<PlannedContact>,
}

/// What an imported contact changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlannedContact {
    /// Comes into the address book.
    Fresh,
    /// Is there, and learns something.
    Changed,
    /// Nothing.
    Same,
    /// Is the same as the one at this place of the list.
    Again(usize),
}

/// Everything that is kept of a contact (`POST /v1/contacts/{id}/export`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct ContactExport {
    pub at: Timestamp,
    pub contact: Contact,
    /// Oldest first.
    pub conversations: Vec<ExportedConversation>,
}

/// One conversation with what was said in it. Notes and system lines are the company's own, and stay there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct ExportedConversation {
    pub conversation: Conversation,
    pub messages: Vec<Message>,
}

impl ContactRequest {
    /// The command as the rules know it.
    pub fn into_domain(self) -> Command {
        match self.command {
            ContactCommand::New { contact, details } => Command::NewContact { contact, details },
            ContactCommand::Edit { contact, details } => Command::EditContact { contact, details },
            ContactCommand::Merge { winner, loser } => Command::MergeContacts { winner, loser },
            ContactCommand::Import { contacts } => Command::ImportContacts { contacts },
            ContactCommand::Erase { contact } => Command::EraseContact { contact },
        }
    }
}
