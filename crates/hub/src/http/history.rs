//! A customer's history with all agents and departments.

use axum::Json;
use axum::extract::State;
use guichet_domain::{ContactId, ConversationId, Kind, Ownership};
use guichet_protocol::{ApiError, History, Past, PastState};

use super::caller::SignedIn;
use super::edge::Edge;
use super::failure::Failure;
use super::input::{Asked, Named};
use super::supervision::Rows;
use crate::store::{PastRow, Store};

/// Most rows of one page.
const PAGE: u32 = 100;

/// Every other conversation with the customer of one that the agent may read: facts of all, and which of them can be
/// read.
#[utoipa::path(get, path = "/v1/conversations/{id}/history",
    params(("id" = ConversationId, Path, description = "which conversation"), Rows),
    responses((status = 200, body = History), (status = "4XX", body = ApiError)))]
pub async fn history(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Named(id): Named<ConversationId>,
    Asked(rows): Asked<Rows>,
) -> Result<Json<History>, Failure> {
    let (store, agent) = (&edge.store, signed_in.agent.id);
    if !store.may_read(agent, id).await? {
        return Err(Failure::not_found());
    }
    let conversation = store.conversation(id).await?;
    let contact = conversation.and_then(|(conversation, _)| conversation.contact());
    match contact {
        Some(contact) => page_of(&edge, &signed_in, (contact, Some(id)), rows)
            .await
            .map(Json),
        None => Ok(Json(none(edge.committer.board().settings.history))),
    }
}

/// A page of what was said with a contact, beside one conversation.
pub(super) async fn page_of(
    edge: &Edge,
    signed_in: &SignedIn,
    (with, beside): (ContactId, Option<ConversationId>),
    Rows { offset, limit }: Rows,
) -> Result<History, Failure> {
    if !edge.committer.board().settings.history {
        return Ok(none(false));
    }
    let page = (offset, limit.clamp(1, PAGE));
    let (total, rows) = edge
        .store
        .past(signed_in.agent.id, with, beside, page)
        .await?;
    Ok(History {
        on: true,
        total,
        conversations: rows.into_iter().filter_map(past).collect(),
    })
}

fn none(on: bool) -> History {
    History {
        on,
        total: 0,
        conversations: Vec::new(),
    }
}

/// Without its preview, which is what was said.
fn past(row: PastRow) -> Option<Past> {
    let conversation = row.conversation;
    let queue = conversation.queue();
    let Kind::Customer {
        channel, ownership, ..
    } = conversation.kind
    else {
        return None;
    };
    let (state, responsible) = match ownership {
        Ownership::Offered { .. } => (PastState::Waiting, None),
        Ownership::Owned { owner, .. } => (PastState::Owned { owner }, Some(owner)),
        Ownership::Closed {
            at,
            outcome,
            last_owner,
            ..
        } => (PastState::Closed { at, outcome }, last_owner),
    };
    let mut agents = row.wrote;
    agents.extend(responsible.filter(|agent| !agents.contains(agent)));
    Some(Past {
        id: conversation.id,
        channel,
        queue,
        agents,
        opened_at: conversation.opened_at,
        state,
        readable: row.readable,
    })
}
