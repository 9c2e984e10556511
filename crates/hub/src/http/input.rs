//! What comes in, with our own answers to what cannot be read.

use std::time::Duration;

use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use bytes::Bytes;
use guichet_protocol::ErrorCode;
use serde::de::DeserializeOwned;

use super::edge::Edge;
use super::failure::Failure;

/// A JSON body. How large it may be is said by the route's `DefaultBodyLimit`.
pub struct Body<T>(pub T);

/// A body of any bytes, under the same limit.
pub struct Raw(pub Bytes);

/// A query string.
pub struct Asked<T>(pub T);

/// The variable part of a path.
pub struct Named<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Edge> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, edge: &Edge) -> Result<Self, Failure> {
        if !is_json(request.headers()) {
            return Err(Failure::new(
                ErrorCode::BadRequest,
                "the body must be `application/json`",
            ));
        }
        let Raw(body) = Raw::from_request(request, edge).await?;
        // What the parser says names fields and places, and may quote a value: it stays here.
        serde_json::from_slice(&body).map(Self).map_err(|error| {
            let place = format!("line {}, column {}", error.line(), error.column());
            let what = match error.classify() {
                serde_json::error::Category::Data => "the body has a wrong field or value",
                _ => "the body is not JSON",
            };
            Failure::new(ErrorCode::BadRequest, format!("{what} ({place})"))
        })
    }
}

impl FromRequest<Edge> for Raw {
    type Rejection = Failure;

    async fn from_request(request: Request, edge: &Edge) -> Result<Self, Failure> {
        let limit = Duration::from_secs(edge.config.times.body);
        let body = tokio::time::timeout(limit, Bytes::from_request(request, edge))
            .await
            .map_err(|_| Failure::new(ErrorCode::BadRequest, "the body took too long"))?
            .map_err(unread)?;
        Ok(Self(body))
    }
}

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match Query::from_request_parts(parts, state).await {
            Ok(Query(asked)) => Ok(Self(asked)),
            Err(_) => Err(Failure::new(
                ErrorCode::BadRequest,
                "the query has a wrong or missing value",
            )),
        }
    }
}

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Named<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(named)) => Ok(Self(named)),
            Err(_) => Err(Failure::new(ErrorCode::BadRequest, "the path has a bad id")),
        }
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn unread(rejection: BytesRejection) -> Failure {
    match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => {
            Failure::new(ErrorCode::TooLarge, "the body is too large")
        }
        _ => Failure::new(ErrorCode::BadRequest, "the body ended early"),
    }
}
