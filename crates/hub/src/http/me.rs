//! What agents change about themselves: name, photo, password, and where they are signed in.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use guichet_domain::{Actor, AgentId, Command, CommandId, Envelope};
use guichet_protocol::{ApiError, CommandResult, Device, ErrorCode, NewPassword, Profile};
use uuid::Uuid;

use super::caller::{Client, SignedIn};
use super::edge::Edge;
use super::failure::Failure;
use super::input::{Body, Named, Raw};
use crate::access::devices;
use crate::{clock, photo};

/// Changes one's name.
#[utoipa::path(put, path = "/v1/me", request_body = Profile, responses(
    (status = 204), (status = "4XX", body = ApiError)))]
pub async fn profile(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Body(Profile { name }): Body<Profile>,
) -> Result<StatusCode, Failure> {
    does(&edge, &signed_in, Command::SetName { name }).await
}

/// Puts one's photo: a picture (JPEG, PNG, WebP, GIF) of which a small one is kept.
#[utoipa::path(put, path = "/v1/me/photo", request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 204), (status = "4XX", body = ApiError)))]
pub async fn put_photo(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Raw(body): Raw,
) -> Result<StatusCode, Failure> {
    // One after the other: reading a picture takes memory.
    let _room = edge.photos().await?;
    let small = tokio::task::spawn_blocking(move || photo::small(&body)).await;
    let jpeg = small
        .map_err(Failure::internal)?
        .map_err(|error| Failure::new(ErrorCode::NotAPhoto, error.to_string()))?;
    let id = photo::id(&jpeg);
    edge.store.put_photo(signed_in.agent.id, id, &jpeg).await?;
    does(&edge, &signed_in, Command::SetPhoto { photo: Some(id) }).await
}

/// Takes one's photo away.
#[utoipa::path(delete, path = "/v1/me/photo", responses(
    (status = 204), (status = "4XX", body = ApiError)))]
pub async fn delete_photo(
    State(edge): State<Edge>,
    signed_in: SignedIn,
) -> Result<StatusCode, Failure> {
    let done = does(&edge, &signed_in, Command::SetPhoto { photo: None }).await?;
    edge.store.delete_photo(signed_in.agent.id).await?;
    Ok(done)
}

/// The photo of a colleague, as JPEG.
#[utoipa::path(get, path = "/v1/agents/{id}/photo",
    params(("id" = AgentId, Path, description = "whose")),
    responses((status = 200, body = Vec<u8>, content_type = "image/jpeg"), (status = "4XX", body = ApiError)))]
pub async fn photo(
    State(edge): State<Edge>,
    _signed_in: SignedIn,
    Named(id): Named<AgentId>,
) -> Result<impl IntoResponse, Failure> {
    let board = edge.committer.board();
    let photo = board.agents.get(&id).and_then(|agent| agent.photo);
    let found = match photo {
        Some(photo) => edge.store.photo(id, photo).await?,
        None => None,
    };
    let jpeg = found.ok_or_else(Failure::not_found)?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg")], jpeg))
}

/// Changes one's password.
#[utoipa::path(put, path = "/v1/me/password", request_body = NewPassword, responses(
    (status = 204), (status = "4XX", body = ApiError)))]
pub async fn password(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    client: Client,
    Body(asked): Body<NewPassword>,
) -> Result<StatusCode, Failure> {
    devices::change_password(&edge, client, &signed_in, asked).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Where one is signed in, the last used first.
#[utoipa::path(get, path = "/v1/me/sessions", responses(
    (status = 200, body = Vec<Device>), (status = "4XX", body = ApiError)))]
pub async fn sessions(
    State(edge): State<Edge>,
    signed_in: SignedIn,
) -> Result<Json<Vec<Device>>, Failure> {
    Ok(Json(devices::list(&edge, &signed_in).await?))
}

/// Signs out on one of one's devices; its streams end.
#[utoipa::path(delete, path = "/v1/me/sessions/{id}",
    params(("id" = Uuid, Path, description = "which session")),
    responses((status = 204), (status = "4XX", body = ApiError)))]
pub async fn end_session(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Named(id): Named<Uuid>,
) -> Result<StatusCode, Failure> {
    devices::end(&edge, &signed_in, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn does(edge: &Edge, signed_in: &SignedIn, command: Command) -> Result<StatusCode, Failure> {
    edge.metrics().command();
    let envelope = Envelope {
        actor: Actor::Agent(signed_in.agent.id),
        id: CommandId(clock::new_id()),
        command,
    };
    match edge.committer.submit(envelope).await? {
        CommandResult::Done { .. } => Ok(StatusCode::NO_CONTENT),
        CommandResult::Refused { refusal } => Err(refusal.into()),
    }
}
