//! Every answer that is not 2xx: a code for programs, a sentence for people who read logs.

use std::borrow::Cow;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use guichet_domain::Refusal;
use guichet_protocol::{ApiError, ErrorCode};

use crate::committer::SubmitError;
use crate::limits::TooMany;
use crate::store::StoreError;

/// Why a request was not carried out. Faults of the hub are logged here, once.
#[derive(Debug)]
pub struct Failure {
    code: ErrorCode,
    detail: Cow<'static, str>,
    retry_after: Option<u64>,
}

impl Failure {
    /// A failure of this code. The detail never has a secret or a customer's words.
    pub fn new(code: ErrorCode, detail: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code,
            detail: detail.into(),
            retry_after: None,
        }
    }

    /// Does not exist, or may not be seen: nobody can tell which.
    pub fn not_found() -> Self {
        Self::new(ErrorCode::NotFound, "there is nothing here")
    }

    /// No token, or not a good one.
    pub fn unauthorized() -> Self {
        Self::new(ErrorCode::Unauthorized, "sign in first")
    }

    /// From this address nobody may chat for a while.
    pub fn blocked() -> Self {
        Self::new(ErrorCode::Blocked, "the conversation is over")
    }

    /// Over a limit.
    pub fn too_many(retry_after: u64) -> Self {
        Self {
            retry_after: Some(retry_after.max(1)),
            ..Self::new(ErrorCode::TooMany, "too many requests; try again later")
        }
    }

    /// A fault of the hub.
    pub fn internal(error: impl std::fmt::Display) -> Self {
        tracing::error!(%error, "a request failed");
        Self::new(ErrorCode::Internal, "the hub failed; its log says why")
    }

    /// What happened.
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    fn status(&self) -> StatusCode {
        match self.code {
            ErrorCode::BadRequest
            | ErrorCode::WeakPassword
            | ErrorCode::NotAPhoto
            | ErrorCode::TextTooLong
            | ErrorCode::NameEmpty
            | ErrorCode::TextEmpty => StatusCode::BAD_REQUEST,
            ErrorCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            ErrorCode::Unauthorized | ErrorCode::WrongCredentials => StatusCode::UNAUTHORIZED,
            ErrorCode::NotFound => StatusCode::NOT_FOUND,
            ErrorCode::OriginNotAllowed | ErrorCode::Blocked => StatusCode::FORBIDDEN,
            ErrorCode::TooMany => StatusCode::TOO_MANY_REQUESTS,
            ErrorCode::IdReused => StatusCode::CONFLICT,
            ErrorCode::AppTooOld | ErrorCode::HubTooOld => StatusCode::UPGRADE_REQUIRED,
            ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = self.status();
        let body = ApiError {
            code: self.code,
            detail: self.detail.into_owned(),
        };
        let mut response = (status, Json(body)).into_response();
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Database(_) => {
                tracing::error!(error = %chain(&error), "the store failed");
                Self::new(ErrorCode::Unavailable, "nothing can be read or kept now")
            }
            StoreError::Unreadable { .. } | StoreError::Migration(_) => {
                Self::internal(chain(&error))
            }
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::internal(format_args!("{error:#}"))
    }
}

impl From<SubmitError> for Failure {
    fn from(error: SubmitError) -> Self {
        let code = match error {
            SubmitError::IdReused => ErrorCode::IdReused,
            SubmitError::Unavailable => ErrorCode::Unavailable,
            // The committer has logged it.
            SubmitError::Internal => ErrorCode::Internal,
        };
        Self::new(code, error.to_string())
    }
}

impl From<TooMany> for Failure {
    fn from(TooMany { retry_after }: TooMany) -> Self {
        Self::too_many(retry_after)
    }
}

/// A customer's command that the rules refuse. An agent's is answered as a refusal instead.
impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let code = match refusal {
            Refusal::NameEmpty => ErrorCode::NameEmpty,
            Refusal::TextEmpty => ErrorCode::TextEmpty,
            Refusal::TextTooLong { .. } => ErrorCode::TextTooLong,
            Refusal::NotFound | Refusal::Taken { .. } | Refusal::NotOwner | Refusal::NotAllowed => {
                ErrorCode::NotFound
            }
            Refusal::TakeFirst
            | Refusal::Closed
            | Refusal::StillOpen
            | Refusal::NoQueue
            | Refusal::NoSuchReceiver
            | Refusal::AlreadyInUse
            | Refusal::TooManyMembers { .. }
            | Refusal::BadLanguage
            | Refusal::UnknownVariable
            | Refusal::TooManyOf { .. }
            | Refusal::NoSuchTimeZone
            | Refusal::BadHours
            | Refusal::OutOfRange
            | Refusal::NewerOpen { .. }
            | Refusal::Unowned
            | Refusal::TooLate
            | Refusal::Invalid { .. }
            | Refusal::NoAddress
            | Refusal::ProtectedAddress
            | Refusal::Same
            | Refusal::NotOnThisChannel => ErrorCode::BadRequest,
        };
        Self::new(code, refusal.to_string())
    }
}

/// An error with its causes.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
