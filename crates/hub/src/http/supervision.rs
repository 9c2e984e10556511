//! What one who supervises reads of others' conversations. Answers stay in the app's memory.

use axum::Json;
use axum::extract::State;
use guichet_domain::ConversationId;
use guichet_protocol::{ApiError, Glance, Overview};
use serde::Deserialize;
use utoipa::IntoParams;

use super::caller::SignedIn;
use super::edge::Edge;
use super::failure::Failure;
use super::input::{Asked, Named};
use crate::store::Store;

/// Most rows of one page.
const PAGE: u32 = 200;

/// Which rows.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Rows {
    /// Place of the first.
    #[serde(default)]
    pub offset: u32,
    /// At most so many, and 200.
    #[serde(default = "page")]
    pub limit: u32,
}

fn page() -> u32 {
    50
}

/// Open conversations of others that the agent supervises, longest wait first. Nobody's, to one who supervises nothing.
#[utoipa::path(get, path = "/v1/supervision", params(Rows), responses(
    (status = 200, body = Overview), (status = "4XX", body = ApiError)))]
pub async fn overview(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Asked(Rows { offset, limit }): Asked<Rows>,
) -> Result<Json<Overview>, Failure> {
    let limit = limit.clamp(1, PAGE);
    let found = edge
        .store
        .supervised(signed_in.agent.id, offset, limit)
        .await?;
    let glance = |(conversation, contact)| Glance {
        conversation,
        contact,
    };
    Ok(Json(Overview {
        total: found.total,
        conversations: found.rows.into_iter().map(glance).collect(),
    }))
}

/// A conversation that the agent may read, held or not.
#[utoipa::path(get, path = "/v1/conversations/{id}",
    params(("id" = ConversationId, Path, description = "which conversation")),
    responses((status = 200, body = Glance), (status = "4XX", body = ApiError)))]
pub async fn conversation(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Named(id): Named<ConversationId>,
) -> Result<Json<Glance>, Failure> {
    let store = &edge.store;
    if !store.may_read(signed_in.agent.id, id).await? {
        return Err(Failure::not_found());
    }
    let (conversation, _) = store
        .conversation(id)
        .await?
        .ok_or_else(Failure::not_found)?;
    let contact = match conversation.contact() {
        Some(contact) => store.contact(contact).await?,
        None => None,
    };
    Ok(Json(Glance {
        conversation,
        contact,
    }))
}
