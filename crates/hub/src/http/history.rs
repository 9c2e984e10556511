//! A customer's history with all agents and departments.

use axum::Json;
use axum::extract::State;
use guichet_domain::{ConversationId, Kind, Ownership};
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
    Asked(Rows { offset, limit }): Asked<Rows>,
) -> Result<Json<History>, Failure> {
    let (store, agent) = (&edge.store, signed_in.agent.id);
    if !store.may_read(agent, id).await? {
        return Err(Failure::not_found());
    }
    if !edge.committer.board().settings.history {
        return Ok(Json(History {
            on: false,
            total: 0,
            conversations: Vec::new(),
        }));
    }
    let page = (offset, limit.clamp(1, PAGE));
    let (total, rows) = store.past(agent, id, page).await?;
    Ok(Json(History {
        on: true,
        total,
        conversations: rows.into_iter().filter_map(past).collect(),
    }))
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
