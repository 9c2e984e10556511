//! What an app does with the address book.

use guichet_domain::{Command, CommandId, ContactDetails, ContactId, ImportedContact, Timestamp};
use guichet_protocol::{
    AddressBook, ContactCommand, ContactExport, ContactPlan, ContactRequest, ExportedConversation,
    PlanRequest, PlannedContact,
};
use serde_json::json;

use super::rows::{CONTACT, contact, owned};
use super::{id, refused, wire};

const ID: &str = "00000000-0000-0000-0000-000000000050";
const OTHER: ContactId = ContactId(id(0x50));

fn details() -> ContactDetails {
    ContactDetails {
        name: Some("Anna".into()),
        email: None,
        phone: Some("+33612345678".into()),
        also: vec!["anna@example.org".into()],
    }
}

#[test]
fn every_command_about_contacts() {
    let written = json!({ "name": "Anna", "email": null, "phone": "+33612345678", "also": ["anna@example.org"] });
    let (contact, details) = (OTHER, details());
    let line = ImportedContact {
        id: OTHER,
        details: details.clone(),
    };
    for (command, expected, of_rules) in [
        (
            ContactCommand::New {
                contact,
                details: details.clone(),
            },
            json!({ "do": "new", "contact": ID, "details": written }),
            Command::NewContact {
                contact,
                details: details.clone(),
            },
        ),
        (
            ContactCommand::Edit {
                contact,
                details: details.clone(),
            },
            json!({ "do": "edit", "contact": ID, "details": written }),
            Command::EditContact { contact, details },
        ),
        (
            ContactCommand::Merge {
                winner: CONTACT,
                loser: OTHER,
            },
            json!({ "do": "merge", "winner": CONTACT, "loser": ID }),
            Command::MergeContacts {
                winner: CONTACT,
                loser: OTHER,
            },
        ),
        (
            ContactCommand::Import {
                contacts: vec![line.clone()],
            },
            json!({ "do": "import", "contacts": [{ "id": ID, "details": written }] }),
            Command::ImportContacts {
                contacts: vec![line.clone()],
            },
        ),
        (
            ContactCommand::Erase { contact },
            json!({ "do": "erase", "contact": ID }),
            Command::EraseContact { contact },
        ),
    ] {
        assert_eq!(wire(&command), expected);
        let id = CommandId(id(9));
        assert_eq!(ContactRequest { id, command }.into_domain(), of_rules);
    }
    let plan = PlanRequest {
        contacts: vec![line],
    };
    let expected = json!({ "contacts": [{ "id": ID, "details": written }] });
    assert_eq!(wire(&plan), expected);
}

#[test]
fn what_is_answered_about_contacts() {
    let one = wire(&contact());
    let book = AddressBook {
        total: 7,
        contacts: vec![contact()],
    };
    assert_eq!(wire(&book), json!({ "total": 7, "contacts": [one] }));
    let plan = ContactPlan {
        contacts: vec![
            PlannedContact::Fresh,
            PlannedContact::Changed,
            PlannedContact::Same,
            PlannedContact::Again(2),
        ],
    };
    let expected = json!({ "contacts": ["fresh", "changed", "same", { "again": 2 }] });
    assert_eq!(wire(&plan), expected);
    let export = ContactExport {
        at: Timestamp(5),
        contact: contact(),
        conversations: vec![ExportedConversation {
            conversation: owned(),
            messages: Vec::new(),
        }],
    };
    let conversations = json!([{ "conversation": wire(&owned()), "messages": [] }]);
    let expected = json!({ "at": 5, "contact": one, "conversations": conversations });
    assert_eq!(wire(&export), expected);
}

#[test]
fn what_is_not_known_is_refused() {
    let with = |command: &str| {
        let id = "00000000-0000-0000-0000-000000000009";
        refused::<ContactRequest>(&format!(r#"{{"id":"{id}","command":{command}}}"#))
    };
    let contact = format!(r#""contact":"{ID}""#);
    assert_eq!(with(&format!(r#"{{"do":"erase",{contact}}}"#)), "accepted");
    for bad in [
        r#"{"do":"erase"}"#.to_owned(),
        r#"{"do":"erase","contact":"8"}"#.to_owned(),
        format!(r#"{{"do":"forget",{contact}}}"#),
        format!(r#"{{"do":"erase",{contact},"all":true}}"#),
        format!(r#"{{"do":"edit",{contact}}}"#),
        format!(r#"{{"do":"edit",{contact},"details":{{"role":"owner"}}}}"#),
        format!(r#"{{"do":"merge","winner":"{ID}"}}"#),
        r#"{"do":"import","contacts":[1]}"#.to_owned(),
    ] {
        assert_ne!(with(&bad), "accepted", "{bad}");
    }
}

#[test]
fn where_a_merged_customer_writes_from_is_said_only_of_them() {
    let plain = owned();
    assert!(wire(&plain)["kind"]["customer"].get("point").is_none());
    let mut merged = owned();
    if let guichet_domain::Kind::Customer { point, .. } = &mut merged.kind {
        *point = Some(OTHER);
    }
    assert_eq!(wire(&merged)["kind"]["customer"]["point"], ID);
}
