//! How an agent's app catches up and listens.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use futures_util::StreamExt;
use guichet_domain::ConversationId;
use guichet_protocol::{ApiError, Cursor, ErrorCode, Fetch, Fetched, Manifest, Page, SyncAnswer};
use serde::Deserialize;
use utoipa::IntoParams;

use super::caller::SignedIn;
use super::edge::Edge;
use super::failure::Failure;
use super::input::{Asked, Body, Named};
use super::sse;
use crate::access::session;
use crate::feed;
use crate::store::Store;

/// Lines of the log that one answer covers.
const STEP: u32 = 2_000;
/// Most rows of one fetch.
const FETCH: usize = 500;
/// Most messages of one page.
const PAGE: u32 = 200;
/// Longest wait for something to happen, in seconds.
const WAIT: u64 = 25;
/// Who waits looks again so long after something happened, not for each of many changes.
const GATHER: Duration = Duration::from_millis(20);

/// Where the app is.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Since {
    /// The app's cursor.
    pub since: Cursor,
    /// Waits so many seconds, at most 25, for something to happen. For networks that hold a stream back.
    #[serde(default)]
    pub wait: u64,
}

/// What changed for the agent since a cursor.
#[utoipa::path(get, path = "/v1/sync", params(Since), responses(
    (status = 200, body = SyncAnswer), (status = "4XX", body = ApiError)))]
pub async fn sync(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Asked(Since { since, wait }): Asked<Since>,
) -> Result<Json<SyncAnswer>, Failure> {
    let deadline = tokio::time::Instant::now() + Duration::from_secs(wait.min(WAIT));
    let mut changed = edge.feed.changed();
    loop {
        changed.borrow_and_update();
        let board = edge.committer.board();
        let answer = feed::changes(&*edge.store, &board, signed_in.agent.id, &since, STEP).await?;
        let nothing = matches!(&answer, SyncAnswer::Delta(delta) if delta.to == since);
        if !nothing {
            return Ok(Json(answer));
        }
        tokio::select! {
            _ = changed.changed() => tokio::time::sleep(GATHER).await,
            () = tokio::time::sleep_until(deadline) => return Ok(Json(answer)),
            () = edge.closing().cancelled() => return Ok(Json(answer)),
        }
    }
}

/// Which page of the manifest.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// `next` of the page before.
    pub after: Option<String>,
}

/// Everything the agent holds, by name and change.
#[utoipa::path(get, path = "/v1/manifest", params(After), responses(
    (status = 200, body = Manifest), (status = "4XX", body = ApiError)))]
pub async fn manifest(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Asked(After { after }): Asked<After>,
) -> Result<Json<Manifest>, Failure> {
    feed::manifest(&*edge.store, signed_in.agent.id, after.as_deref())
        .await?
        .map(Json)
        .ok_or_else(|| Failure::new(ErrorCode::BadRequest, "`after` is not a `next`"))
}

/// The current rows of some entities, of those the agent holds.
#[utoipa::path(post, path = "/v1/fetch", request_body = Fetch, responses(
    (status = 200, body = Fetched), (status = "4XX", body = ApiError)))]
pub async fn fetch(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Body(Fetch { keys }): Body<Fetch>,
) -> Result<Json<Fetched>, Failure> {
    if keys.len() > FETCH {
        return Err(Failure::new(
            ErrorCode::BadRequest,
            format!("at most {FETCH} rows at once"),
        ));
    }
    let fetched = feed::fetch(&*edge.store, signed_in.agent.id, &keys).await?;
    Ok(Json(fetched))
}

/// Which messages.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Before {
    /// Older than this place; without it the newest.
    pub before: Option<u64>,
    /// At most so many, and 200.
    #[serde(default = "page")]
    pub limit: u32,
}

fn page() -> u32 {
    50
}

/// Messages of a conversation that the agent may read, ascending.
#[utoipa::path(get, path = "/v1/conversations/{id}/messages",
    params(("id" = ConversationId, Path, description = "which conversation"), Before),
    responses((status = 200, body = Page), (status = "4XX", body = ApiError)))]
pub async fn messages(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Named(conversation): Named<ConversationId>,
    Asked(Before { before, limit }): Asked<Before>,
) -> Result<Json<Page>, Failure> {
    let store = &edge.store;
    if !store.may_read(signed_in.agent.id, conversation).await? {
        return Err(Failure::not_found());
    }
    let limit = limit.clamp(1, PAGE);
    let messages = store.messages(conversation, before, limit).await?;
    Ok(Json(Page { messages }))
}

/// From where to listen.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct From {
    /// The app's cursor; the header `Last-Event-ID` may carry it instead.
    pub since: Option<Cursor>,
}

/// What happens, as server-sent events, each a `Frame`. Ends when the session does.
#[utoipa::path(get, path = "/v1/feed", params(From), responses(
    (status = 200, content_type = "text/event-stream", body = guichet_protocol::Frame),
    (status = "4XX", body = ApiError)))]
pub async fn listen(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Asked(From { since }): Asked<From>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let last = || headers.get("last-event-id")?.to_str().ok()?.parse().ok();
    let since = since
        .or_else(last)
        .ok_or_else(|| Failure::new(ErrorCode::BadRequest, "a cursor is needed"))?;
    let frames = edge.feed.agent(
        &edge.committer,
        signed_in.agent.id,
        signed_in.session.to_string(),
        since,
    );
    let over = session_over(edge.clone(), signed_in);
    Ok(sse::answer(frames.take_until(Box::pin(over))))
}

/// Ends when the session does, however that came about, or when the hub closes.
async fn session_over(edge: Edge, signed_in: SignedIn) {
    const LOOK: Duration = Duration::from_mins(1);
    loop {
        tokio::select! {
            () = edge.closing().cancelled() => return,
            () = tokio::time::sleep(LOOK) => {}
        }
        if matches!(session::find(&edge, signed_in.token).await, Ok(None)) {
            return;
        }
    }
}
