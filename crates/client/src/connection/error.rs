//! What can go wrong between here and the hub, and what that means for the session.

use std::time::Duration;

use guichet_protocol::{ApiError, ErrorCode};
use reqwest::StatusCode;
use thiserror::Error;

use crate::error::kebab;

/// A request to the hub failed.
#[derive(Debug, Error)]
#[allow(missing_docs)]
pub enum HubError {
    /// No answer.
    #[error("the hub cannot be reached: {0}")]
    Unreachable(#[source] reqwest::Error),
    /// The hub refused, and said why.
    #[error("the hub answered {status}: {detail}")]
    Refused {
        status: StatusCode,
        code: ErrorCode,
        detail: String,
        retry_after: Option<Duration>,
    },
    /// Something answered that is not a hub, such as a proxy.
    #[error("what answered ({status}) is not a hub")]
    NotAHub { status: StatusCode },
    /// The hub serves this app's protocol no more.
    #[error("this app is too old for the hub")]
    AppTooOld,
    /// The hub does not know this app's protocol yet.
    #[error("this app is too new for the hub")]
    AppTooNew,
    /// The hub's answer does not read as what was asked.
    #[error("the hub's answer cannot be read: {0}")]
    Unreadable(#[source] serde_json::Error),
    /// The feed ended.
    #[error("the feed ended")]
    FeedEnded,
    /// The feed stayed silent for too long.
    #[error("the feed is silent")]
    Silent,
}

/// What an error means for who keeps the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Try again, not before so long if given.
    Again(Option<Duration>),
    /// The token is no good any more.
    SignedOut,
    /// This app is too old.
    TooOld,
    /// This app is too new.
    TooNew,
    /// The same request would fail again.
    Never,
}

impl HubError {
    /// The code for the screen.
    pub(crate) fn code(&self) -> String {
        match self {
            Self::Unreachable(_) | Self::FeedEnded | Self::Silent => "offline".to_owned(),
            Self::Refused { code, .. } => match serde_json::to_value(code) {
                Ok(serde_json::Value::String(code)) => kebab(&code),
                _ => "internal".to_owned(),
            },
            Self::NotAHub { .. } | Self::Unreadable(_) => "not-a-hub".to_owned(),
            Self::AppTooOld => "app-too-old".to_owned(),
            Self::AppTooNew => "hub-too-old".to_owned(),
        }
    }

    /// What to do about it.
    pub(crate) fn verdict(&self) -> Verdict {
        match self {
            Self::Unreachable(_)
            | Self::NotAHub { .. }
            | Self::FeedEnded
            | Self::Silent
            | Self::Unreadable(_) => Verdict::Again(None),
            Self::AppTooOld => Verdict::TooOld,
            Self::AppTooNew => Verdict::TooNew,
            Self::Refused {
                status,
                code,
                retry_after,
                ..
            } => match code {
                ErrorCode::Unauthorized => Verdict::SignedOut,
                ErrorCode::TooMany | ErrorCode::Unavailable => Verdict::Again(*retry_after),
                _ if status.is_server_error() => Verdict::Again(*retry_after),
                _ => Verdict::Never,
            },
        }
    }

    /// What an answer that is not 2xx says.
    pub(super) fn of_answer(
        status: StatusCode,
        retry_after: Option<Duration>,
        body: &[u8],
    ) -> Self {
        match serde_json::from_slice::<ApiError>(body) {
            Ok(error) => match error.code {
                ErrorCode::AppTooOld => Self::AppTooOld,
                ErrorCode::HubTooOld => Self::AppTooNew,
                code => Self::Refused {
                    status,
                    code,
                    detail: error.detail,
                    retry_after,
                },
            },
            Err(_) => Self::NotAHub { status },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_answer_means() {
        let cases: [(u16, &str, Verdict); 7] = [
            (
                401,
                r#"{"code":"unauthorized","detail":""}"#,
                Verdict::SignedOut,
            ),
            (
                503,
                r#"{"code":"unavailable","detail":""}"#,
                Verdict::Again(None),
            ),
            (
                500,
                r#"{"code":"internal","detail":""}"#,
                Verdict::Again(None),
            ),
            (409, r#"{"code":"id_reused","detail":""}"#, Verdict::Never),
            (
                426,
                r#"{"code":"app_too_old","detail":""}"#,
                Verdict::TooOld,
            ),
            (
                400,
                r#"{"code":"hub_too_old","detail":""}"#,
                Verdict::TooNew,
            ),
            (502, "<html>Bad gateway</html>", Verdict::Again(None)),
        ];
        for (status, body, verdict) in cases {
            let status = StatusCode::from_u16(status).expect("a status");
            let error = HubError::of_answer(status, None, body.as_bytes());
            assert_eq!(error.verdict(), verdict, "{status} {body}");
        }
    }
}
