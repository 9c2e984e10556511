//! The address book: what an app reads of it and does with it.

use axum::Json;
use axum::extract::State;
use guichet_domain::{
    Actor, Body as Said, Command, CommandId, Contact, ContactId, Envelope, ImportedContact,
    Planned, Right, allows_somewhere, contact_import, fold,
};
use guichet_protocol::{
    AddressBook, ApiError, CommandAnswer, CommandResult, ContactCommand, ContactExport,
    ContactPlan, ContactRequest, ErrorCode, ExportedConversation, History, PlanRequest,
    PlannedContact,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::caller::SignedIn;
use super::edge::Edge;
use super::failure::Failure;
use super::history::page_of;
use super::input::{Asked, Body, Named};
use super::supervision::Rows;
use crate::store::Store;
use crate::{clock, erasures};

/// Most rows of one page.
const PAGE: u32 = 1_000;
/// Words that are looked for; more narrow nothing down.
const WORDS: usize = 10;

/// Which contacts.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// Every word of it must be found, without regard to case and accents.
    #[serde(default)]
    pub search: String,
    /// Place of the first.
    #[serde(default)]
    pub offset: u32,
    /// At most so many, and 1000.
    #[serde(default = "rows")]
    pub limit: u32,
}

fn rows() -> u32 {
    50
}

/// The address book, which is every agent's.
#[utoipa::path(get, path = "/v1/contacts", params(Search), responses(
    (status = 200, body = AddressBook), (status = "4XX", body = ApiError)))]
pub async fn book(
    State(edge): State<Edge>,
    _signed_in: SignedIn,
    Asked(asked): Asked<Search>,
) -> Result<Json<AddressBook>, Failure> {
    let folded = fold(&asked.search);
    let words: Vec<String> = folded
        .split_whitespace()
        .take(WORDS)
        .map(str::to_owned)
        .collect();
    let page = (asked.offset, asked.limit.clamp(1, PAGE));
    let found = edge.store.address_book(&words, page).await?;
    Ok(Json(AddressBook {
        total: found.total,
        contacts: found.contacts,
    }))
}

/// The whole address book, to be kept in a file. Stands in the audit trail.
#[utoipa::path(post, path = "/v1/contacts/export", responses(
    (status = 200, body = AddressBook), (status = "4XX", body = ApiError)))]
pub async fn export_book(
    State(edge): State<Edge>,
    signed_in: SignedIn,
) -> Result<Json<AddressBook>, Failure> {
    allowed(&edge, &signed_in, Command::ExportContacts).await?;
    let found = edge.store.address_book(&[], (0, u32::MAX)).await?;
    Ok(Json(AddressBook {
        total: found.total,
        contacts: found.contacts,
    }))
}

/// One of the address book.
#[utoipa::path(get, path = "/v1/contacts/{id}",
    params(("id" = ContactId, Path, description = "which contact")),
    responses((status = 200, body = Contact), (status = "4XX", body = ApiError)))]
pub async fn contact(
    State(edge): State<Edge>,
    _signed_in: SignedIn,
    Named(id): Named<ContactId>,
) -> Result<Json<Contact>, Failure> {
    in_book(&edge, id).await.map(Json)
}

/// Everything that was said with one of the address book: facts of all, and which of them can be read.
#[utoipa::path(get, path = "/v1/contacts/{id}/history",
    params(("id" = ContactId, Path, description = "which contact"), Rows),
    responses((status = 200, body = History), (status = "4XX", body = ApiError)))]
pub async fn history(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Named(id): Named<ContactId>,
    Asked(rows): Asked<Rows>,
) -> Result<Json<History>, Failure> {
    in_book(&edge, id).await?;
    page_of(&edge, &signed_in, (id, None), rows).await.map(Json)
}

/// Carries a command out, once. A refusal is an answer, too.
#[utoipa::path(post, path = "/v1/contacts", request_body = ContactRequest, responses(
    (status = 200, body = CommandAnswer), (status = "4XX", body = ApiError)))]
pub async fn command(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Body(request): Body<ContactRequest>,
) -> Result<Json<CommandAnswer>, Failure> {
    edge.metrics().command();
    let id = request.id;
    let erases = matches!(request.command, ContactCommand::Erase { .. });
    let envelope = Envelope {
        actor: Actor::Agent(signed_in.agent.id),
        id,
        command: request.into_domain(),
    };
    let result = edge.committer.submit(envelope).await?;
    if erases && matches!(result, CommandResult::Done { .. }) {
        // Done already; whoever asks again with the same id has this tried again.
        erasures::done(&edge).await.map_err(Failure::internal)?;
    }
    Ok(Json(CommandAnswer { id, result }))
}

/// What an import would change. For who may import.
#[utoipa::path(post, path = "/v1/contacts/plan", request_body = PlanRequest, responses(
    (status = 200, body = ContactPlan), (status = "4XX", body = ApiError)))]
pub async fn plan(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Body(request): Body<PlanRequest>,
) -> Result<Json<ContactPlan>, Failure> {
    if !allows_somewhere(&signed_in.agent, Right::ManageContacts) {
        return Err(Failure::not_found());
    }
    let country = edge.committer.board().settings.country.clone();
    let accepted = |line: ImportedContact| {
        let details = line.details.accepted(&country).map_err(|refusal| {
            Failure::new(
                ErrorCode::BadRequest,
                format!("a contact of the list: {refusal}"),
            )
        })?;
        Ok::<_, Failure>(ImportedContact { details, ..line })
    };
    let list: Vec<_> = request
        .contacts
        .into_iter()
        .map(accepted)
        .collect::<Result<_, _>>()?;
    let looked_for = list
        .iter()
        .flat_map(|line| line.details.looked_for())
        .collect();
    let known = edge.store.identified(&looked_for).await?;
    let planned = contact_import::plan(&list, &known).into_iter();
    let contacts = planned.map(|planned| match planned {
        Planned::Fresh => PlannedContact::Fresh,
        Planned::Changes(..) => PlannedContact::Changed,
        Planned::Same => PlannedContact::Same,
        Planned::Again(first) => PlannedContact::Again(first),
    });
    Ok(Json(ContactPlan {
        contacts: contacts.collect(),
    }))
}

/// Everything that is kept of a contact. Stands in the audit trail.
#[utoipa::path(post, path = "/v1/contacts/{id}/export",
    params(("id" = ContactId, Path, description = "which contact")),
    responses((status = 200, body = ContactExport), (status = "4XX", body = ApiError)))]
pub async fn export(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Named(id): Named<ContactId>,
) -> Result<Json<ContactExport>, Failure> {
    allowed(&edge, &signed_in, Command::ExportContact { contact: id }).await?;
    let store = &edge.store;
    let contact = store.contact(id).await?.ok_or_else(Failure::not_found)?;
    let mut conversations = Vec::new();
    for conversation in store.conversations_of(&[id]).await? {
        let mut messages = store.messages(conversation.id, None, u32::MAX).await?;
        messages.retain(|message| matches!(message.body, Said::Text(_)));
        // The preview may be a note.
        let conversation = guichet_domain::Conversation {
            preview: None,
            ..conversation
        };
        conversations.push(ExportedConversation {
            conversation,
            messages,
        });
    }
    conversations.sort_by_key(|exported| exported.conversation.opened_at);
    Ok(Json(ContactExport {
        at: edge.clock.now(),
        contact,
        conversations,
    }))
}

async fn in_book(edge: &Edge, id: ContactId) -> Result<Contact, Failure> {
    let found = edge.store.contact(id).await?;
    found
        .filter(|contact| contact.known)
        .ok_or_else(Failure::not_found)
}

/// Writes the audit row; whoever may not is answered as if there was nothing.
async fn allowed(edge: &Edge, signed_in: &SignedIn, command: Command) -> Result<(), Failure> {
    let envelope = Envelope {
        actor: Actor::Agent(signed_in.agent.id),
        id: CommandId(clock::new_id()),
        command,
    };
    match edge.committer.submit(envelope).await? {
        CommandResult::Done { .. } => Ok(()),
        CommandResult::Refused { .. } => Err(Failure::not_found()),
    }
}
