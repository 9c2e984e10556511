//! Set-up, signing in and out.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use guichet_protocol::{ApiError, NewSession, Session, SetUp, SignIn};

use super::caller::{Client, SignedIn};
use super::edge::Edge;
use super::failure::Failure;
use super::input::Body;
use crate::access::{session, setup};

/// The first system owner, with the token that the hub printed. Not found once there is one.
#[utoipa::path(post, path = "/v1/setup", request_body = SetUp, responses(
    (status = 201), (status = "4XX", body = ApiError)))]
pub async fn set_up(
    State(edge): State<Edge>,
    Body(asked): Body<SetUp>,
) -> Result<StatusCode, Failure> {
    setup::set_up(&edge, asked).await?;
    Ok(StatusCode::CREATED)
}

/// Signs in.
#[utoipa::path(post, path = "/v1/sessions", request_body = SignIn, responses(
    (status = 201, body = NewSession), (status = "4XX", body = ApiError)))]
pub async fn sign_in(
    State(edge): State<Edge>,
    client: Client,
    headers: HeaderMap,
    Body(with): Body<SignIn>,
) -> Result<(StatusCode, Json<NewSession>), Failure> {
    let session = session::sign_in(&edge, client, &headers, with).await?;
    Ok((StatusCode::CREATED, Json(session)))
}

/// Signs out; the session's streams end.
#[utoipa::path(delete, path = "/v1/sessions/current", responses(
    (status = 204), (status = "4XX", body = ApiError)))]
pub async fn sign_out(
    State(edge): State<Edge>,
    signed_in: SignedIn,
) -> Result<StatusCode, Failure> {
    session::end(&edge, &signed_in).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Who is signed in.
#[utoipa::path(get, path = "/v1/me", responses(
    (status = 200, body = Session), (status = "4XX", body = ApiError)))]
pub async fn me(State(edge): State<Edge>, signed_in: SignedIn) -> Json<Session> {
    Json(session::describe(&signed_in.agent, edge.clock.now()))
}
