//! What happens to every request, whatever its route.

use std::any::Any;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, header};
use axum::middleware::Next;
use axum::response::IntoResponse;
use guichet_protocol::{ErrorCode, PROTOCOL, PROTOCOL_HEADER};

use super::edge::Edge;
use super::failure::Failure;

const PROTOCOL_NAME: HeaderName = HeaderName::from_static(PROTOCOL_HEADER);
const CROSS_ORIGIN_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The oldest protocol this hub still serves: its own and the one before.
const OLDEST: u32 = if PROTOCOL > 1 { PROTOCOL - 1 } else { 1 };

/// Counts, logs and closes: every answer forbids what it does not allow itself.
pub async fn all(
    State(edge): State<Edge>,
    request: Request,
    next: Next,
) -> axum::response::Response {
    let started = Instant::now();
    let method = request.method().clone();
    // The route's own words, never the path: it may name things.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let mut response = next.run(request).await;
    let status = response.status();
    edge.metrics().request(status);
    tracing::debug!(
        %method,
        route,
        status = status.as_u16(),
        ms = started.elapsed().as_millis(),
        "answered"
    );
    close(
        response.headers_mut(),
        edge.own().base.starts_with("https:"),
    );
    response
}

fn close(headers: &mut HeaderMap, https: bool) {
    headers.insert(PROTOCOL_NAME, HeaderValue::from(PROTOCOL));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    if https {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (CROSS_ORIGIN_POLICY, "same-origin"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        ),
    ] {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
}

/// Serves only apps of this protocol and the one before. Who sends no version (a script) is served as this one.
pub async fn protocol(request: Request, next: Next) -> Result<axum::response::Response, Failure> {
    if let Some(version) = request.headers().get(PROTOCOL_NAME) {
        let version: u32 = version
            .to_str()
            .ok()
            .and_then(|version| version.parse().ok())
            .ok_or_else(|| {
                Failure::new(
                    ErrorCode::BadRequest,
                    format!("`{PROTOCOL_HEADER}` must be a number"),
                )
            })?;
        if version < OLDEST {
            return Err(Failure::new(
                ErrorCode::AppTooOld,
                format!("this hub serves protocol {OLDEST} to {PROTOCOL}"),
            ));
        }
        if version > PROTOCOL {
            return Err(Failure::new(
                ErrorCode::HubTooOld,
                format!("this hub speaks protocol {PROTOCOL}"),
            ));
        }
    }
    Ok(next.run(request).await)
}

/// A panic ends one request, not the hub. What it said goes to the log by the panic hook.
pub fn panicked(
    edge: &Edge,
) -> impl Fn(Box<dyn Any + Send + 'static>) -> Response<axum::body::Body> + Clone + use<> {
    let edge = edge.clone();
    move |_| {
        edge.metrics().panic();
        Failure::internal("a route panicked").into_response()
    }
}

/// No such route, or not by this method.
pub async fn nothing_here() -> Failure {
    Failure::not_found()
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::http::StatusCode;
    use axum::routing::get;
    use guichet_protocol::ApiError;
    use tower::ServiceExt;
    use tower_http::catch_panic::CatchPanicLayer;

    use super::*;
    use crate::clock::Clock;
    use crate::http::edge::for_tests;

    async fn code(router: &Router, request: Request) -> (StatusCode, ErrorCode) {
        let answer = router.clone().oneshot(request).await.expect("answer");
        let status = answer.status();
        for name in ["x-guichet-protocol", "content-security-policy"] {
            assert!(answer.headers().contains_key(name), "{name}");
        }
        let body = to_bytes(answer.into_body(), 10_000).await.expect("body");
        let error: ApiError = serde_json::from_slice(&body).expect("an error");
        (status, error.code)
    }

    fn asked(path: &str, version: &str) -> Request {
        Request::builder()
            .uri(path)
            .header(PROTOCOL_NAME, version)
            .body(Body::empty())
            .expect("request")
    }

    #[tokio::test]
    async fn whatever_goes_wrong_is_answered_with_a_code() {
        let data = tempfile::tempdir().expect("folder");
        let edge = for_tests(data.path(), Clock::system()).await;
        let router = Router::new()
            .route("/panic", get(async || -> () { panic!("on purpose") }))
            .layer(axum::middleware::from_fn(protocol))
            .fallback(nothing_here)
            .layer(CatchPanicLayer::custom(panicked(&edge)))
            .layer(axum::middleware::from_fn_with_state(edge.clone(), all))
            .with_state(edge.clone());
        for (path, version, status, expected) in [
            ("/panic", "1", 500, ErrorCode::Internal),
            ("/panic", "0", 426, ErrorCode::AppTooOld),
            ("/panic", "99", 426, ErrorCode::HubTooOld),
            ("/panic", "one", 400, ErrorCode::BadRequest),
            ("/nothing", "1", 404, ErrorCode::NotFound),
        ] {
            let (found, error) = code(&router, asked(path, version)).await;
            assert_eq!(
                (found.as_u16(), error),
                (status, expected),
                "{path} {version}"
            );
        }
        let counted = edge.metrics().text(0, 0);
        assert!(counted.contains("guichet_panics_total 1"), "{counted}");
    }
}
