//! The address book. The hub is asked at once: what it refuses, the screen still has in its form.

use guichet_domain::{Contact, ContactDetails, ContactId, Refusal, Right, allows_somewhere};
use guichet_protocol::{CommandResult, ContactCommand, ContactRequest};
use serde::{Deserialize, Serialize};

use super::Done;
use super::file::{Export, Exported, Import, save};
use super::information::{By, open_way};
use crate::app::App;
use crate::contacts::{self, import};
use crate::error::CallError;
use crate::host::Host;
use crate::view::{AddressBook, BookFormat, BookRow, ContactForm, ContactImport, History};
use crate::windows::history;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Look {
    search: String,
    #[serde(default)]
    offset: u32,
    limit: u32,
}

pub(super) async fn address_book<H: Host>(
    app: &App<H>,
    args: Look,
) -> Result<AddressBook, CallError> {
    let hub = app.shared.hub()?;
    let found = hub
        .address_book(&args.search, args.offset, args.limit)
        .await?;
    let me = app.shared.cache.agent(app.shared.me()?).await?;
    let may = |right| me.as_ref().is_some_and(|me| allows_somewhere(me, right));
    Ok(AddressBook {
        total: found.total,
        rows: found.contacts.into_iter().map(row).collect(),
        manages: may(Right::ManageContacts),
        erases: may(Right::EraseContacts),
    })
}

fn row(contact: Contact) -> BookRow {
    let details = contact.details;
    BookRow {
        id: contact.id,
        name: details.name.unwrap_or_default(),
        email: details.email,
        phone: details.phone,
        also: details.also,
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rows {
    contact: ContactId,
    #[serde(default)]
    offset: u32,
    limit: u32,
}

pub(super) async fn contact_history<H: Host>(
    app: &App<H>,
    args: Rows,
) -> Result<History, CallError> {
    history::of_contact(&app.shared, args.contact, args.offset, args.limit).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Way {
    contact: ContactId,
    by: By,
}

/// By the system's own programs. The address is what the hub has of the contact, never what the screen says.
pub(super) async fn reach_contact<H: Host>(app: &App<H>, args: Way) -> Result<Done, CallError> {
    let contact = app.shared.hub()?.contact(args.contact).await?;
    open_way(app, args.by, &contact.details)
}

#[derive(Debug, Serialize)]
pub(super) struct Saved {
    id: ContactId,
}

pub(super) async fn save_contact<H: Host>(
    app: &App<H>,
    form: ContactForm,
) -> Result<Saved, CallError> {
    let details = ContactDetails {
        name: Some(form.name),
        email: Some(form.email),
        phone: Some(form.phone),
        also: form.also,
    };
    let details = details
        .accepted(&country(app).await?)
        .map_err(|refusal| CallError::from(&refusal))?;
    let contact = form.id.unwrap_or_else(|| new_id(app));
    let command = match form.id {
        None => ContactCommand::New { contact, details },
        Some(_) => ContactCommand::Edit { contact, details },
    };
    ask(app, command).await?;
    Ok(Saved { id: contact })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Both {
    winner: ContactId,
    loser: ContactId,
}

pub(super) async fn merge_contacts<H: Host>(app: &App<H>, args: Both) -> Result<Done, CallError> {
    let Both { winner, loser } = args;
    ask(app, ContactCommand::Merge { winner, loser }).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Of {
    contact: ContactId,
}

pub(super) async fn erase_contact<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let contact = args.contact;
    ask(app, ContactCommand::Erase { contact }).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfNamed {
    contact: ContactId,
    /// Of the file, without its ending.
    name: String,
}

/// Everything that is kept of them.
pub(super) async fn export_contact<H: Host>(
    app: &App<H>,
    args: OfNamed,
) -> Result<Exported, CallError> {
    let all = app.shared.hub()?.export_contact(args.contact).await?;
    let text = serde_json::to_string_pretty(&all).map_err(|error| {
        tracing::error!(%error, "a contact cannot be written");
        CallError::new("internal")
    })?;
    save(app, &format!("{}.json", args.name), &text)
}

pub(super) async fn export_contacts<H: Host>(
    app: &App<H>,
    args: Export<BookFormat>,
) -> Result<Exported, CallError> {
    let book = app.shared.hub()?.export_contacts().await?;
    let contacts = book.contacts.into_iter().map(|contact| contact.details);
    let text = contacts::write(&contacts.collect::<Vec<_>>(), args.format)?;
    let ending = match args.format {
        BookFormat::Csv => "csv",
        BookFormat::Vcard => "vcf",
    };
    save(app, &format!("{}.{ending}", args.name), &text)
}

/// All of it, or nothing: a file with a bad line changes nothing.
pub(super) async fn import_contacts<H: Host>(
    app: &App<H>,
    args: Import,
) -> Result<ContactImport, CallError> {
    let read = contacts::read(&args.text)?;
    let mut checked = import::check(read, &country(app).await?, || new_id(app))?;
    let planned = app.shared.hub()?.plan_contacts(&checked.list).await?;
    let plan = checked.plan(&planned.contacts);
    if args.dry_run {
        return Ok(plan);
    }
    if !plan.bad.is_empty() {
        return Err(CallError::new("import-bad-lines"));
    }
    if !checked.list.is_empty() {
        let contacts = checked.list;
        ask(app, ContactCommand::Import { contacts }).await?;
    }
    Ok(plan)
}

async fn country<H: Host>(app: &App<H>) -> Result<String, CallError> {
    Ok(app.shared.cache.settings().await?.country)
}

fn new_id<H: Host>(app: &App<H>) -> ContactId {
    ContactId(app.shared.clock.command_id().0)
}

/// Asks the hub, and says what it refuses.
async fn ask<H: Host>(app: &App<H>, command: ContactCommand) -> Result<Done, CallError> {
    let id = app.shared.clock.command_id();
    let hub = app.shared.hub()?;
    match hub.contacts(&ContactRequest { id, command }).await?.result {
        CommandResult::Done { .. } => Ok(Done {}),
        CommandResult::Refused { refusal } => Err(match refusal {
            Refusal::NotFound => CallError::new("contact-gone"),
            other => (&other).into(),
        }),
    }
}
