//! The command line of a hub that runs: same machine, same data folder, hence its token.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use subtle::ConstantTimeEq;

use super::caller::bearer;
use super::demo;
use super::edge::Edge;
use super::failure::Failure;
use super::input::Body;
use crate::access::token::TokenHash;
use crate::admin::{self, AdminCommand};

/// Carries one call of the command line out. What it says about a mistake is for the person who typed it.
pub async fn command_line(
    State(edge): State<Edge>,
    headers: HeaderMap,
    Body(command): Body<Value>,
) -> Result<Response, Failure> {
    if !is_admin(&edge, &headers) {
        return Err(Failure::not_found());
    }
    let command: AdminCommand = serde_json::from_value(command).map_err(|_| {
        Failure::new(
            guichet_protocol::ErrorCode::BadRequest,
            "this hub is of another version than the command line",
        )
    })?;
    let done = async {
        let answer = admin::run(edge.hub(), edge.passwords(), command).await?;
        demo::allow(&edge).await?;
        anyhow::Ok(answer)
    };
    match done.await {
        Ok(answer) => Ok(Json(answer).into_response()),
        Err(error) => Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            Json(json!({ "code": "bad_request", "detail": format!("{error:#}") })),
        )
            .into_response()),
    }
}

/// Has the token that lies in the data folder.
pub fn is_admin(edge: &Edge, headers: &HeaderMap) -> bool {
    let expected = edge.admin().hash();
    bearer(headers).is_some_and(|token| TokenHash::of(token).0.ct_eq(&expected.0).into())
}
