//! Sign-in on a company whose clock is moved by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use guichet_domain::Role;

use super::*;
use crate::access::setup;
use crate::admin::{self, AdminCommand};
use crate::clock::Clock;
use crate::http::edge::for_tests;

const EMAIL: &str = "marie@example.com";
const PASSWORD: &str = "orage-lampe-42-vélo";
const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// A company with one agent, and a clock that is moved by hand.
struct Company {
    edge: Edge,
    now: Arc<AtomicI64>,
    _data: tempfile::TempDir,
}

impl Company {
    async fn new() -> Self {
        let data = tempfile::tempdir().expect("folder");
        let now = Arc::new(AtomicI64::new(DAY));
        let clock = now.clone();
        let clock = Clock::from_fn(move || Timestamp(clock.load(Ordering::SeqCst)));
        let edge = for_tests(data.path(), clock).await;
        let (name, email) = ("Marie".to_owned(), EMAIL.to_owned());
        setup::first_owner(
            edge.hub(),
            edge.passwords(),
            name,
            email,
            PASSWORD.to_owned(),
        )
        .await
        .expect("an agent");
        Self {
            edge,
            now,
            _data: data,
        }
    }

    fn pass(&self, time: i64) {
        self.now.fetch_add(time, Ordering::SeqCst);
    }

    async fn sign_in(&self, with: SignIn) -> Result<NewSession, ErrorCode> {
        let client = Client([192, 0, 2, 1].into());
        sign_in(&self.edge, client, &HeaderMap::new(), with)
            .await
            .map_err(|failure| failure.code())
    }

    async fn by_password(&self, email: &str, password: &str) -> Result<NewSession, ErrorCode> {
        self.sign_in(SignIn::Password {
            email: email.to_owned(),
            password: password.to_owned(),
        })
        .await
    }

    async fn by_code(&self, code: &str) -> Result<NewSession, ErrorCode> {
        self.sign_in(SignIn::Code {
            code: code.to_owned(),
        })
        .await
    }

    async fn code(&self) -> String {
        let question = AdminCommand::Code {
            email: EMAIL.to_owned(),
        };
        let answer = admin::run(self.edge.hub(), self.edge.passwords(), question).await;
        let answer = answer.expect("a code");
        answer["code"].as_str().expect("a text").to_owned()
    }

    async fn is_open(&self, session: &NewSession) -> bool {
        let found = find(&self.edge, TokenHash::of(&session.token)).await;
        found.expect("looked").is_some()
    }
}

#[tokio::test]
async fn a_code_works_once_within_a_minute() {
    let company = Company::new().await;
    let code = company.code().await;
    assert!(company.by_code(&code).await.is_ok());
    let again = company.by_code(&code).await.err();
    assert_eq!(again, Some(ErrorCode::WrongCredentials));
    let late = company.code().await;
    company.pass(MINUTE);
    let late = company.by_code(&late).await.err();
    assert_eq!(late, Some(ErrorCode::WrongCredentials));
}

#[tokio::test]
async fn a_session_ends_when_idle_when_old_and_when_signed_out() {
    let company = Company::new().await;
    let sign_in = async || company.by_code(&company.code().await).await.expect("in");

    let idle = sign_in().await;
    company.pass(6 * DAY);
    assert!(company.is_open(&idle).await);
    company.pass(6 * DAY);
    assert!(company.is_open(&idle).await, "was seen meanwhile");
    company.pass(7 * DAY);
    assert!(!company.is_open(&idle).await);

    let old = sign_in().await;
    for _ in 0..29 {
        company.pass(DAY);
        assert!(company.is_open(&old).await);
    }
    company.pass(DAY);
    assert!(!company.is_open(&old).await);

    let current = sign_in().await;
    let found = find(&company.edge, TokenHash::of(&current.token)).await;
    let found = found.expect("looked").expect("open");
    end(&company.edge, &found).await.expect("ended");
    assert!(!company.is_open(&current).await);
}

#[tokio::test]
async fn five_failures_slow_one_agent_down_and_lock_nobody_out() {
    let company = Company::new().await;
    for _ in 0..5 {
        let failed = company.by_password(EMAIL, "wrong").await.err();
        assert_eq!(failed, Some(ErrorCode::WrongCredentials));
    }
    let slowed = company.by_password(EMAIL, PASSWORD).await.err();
    assert_eq!(slowed, Some(ErrorCode::TooMany));
    // Somebody else, known or not, is not slowed down, and learns nothing.
    let other = company.by_password("nobody@example.com", PASSWORD).await;
    assert_eq!(other.err(), Some(ErrorCode::WrongCredentials));
    company.pass(3 * MINUTE);
    assert!(company.by_password(EMAIL, PASSWORD).await.is_ok());
    assert!(company.by_password(EMAIL, "wrong").await.is_err());
    assert!(
        company.by_password(EMAIL, PASSWORD).await.is_ok(),
        "failures are forgotten once it succeeded"
    );
}

#[tokio::test]
async fn a_deactivated_agent_is_out_everywhere() {
    let company = Company::new().await;
    let session = company.by_code(&company.code().await).await.expect("in");
    let edge = &company.edge;
    let ask = async |question| admin::run(edge.hub(), edge.passwords(), question).await;
    let deactivate = AdminCommand::AgentDeactivate {
        email: EMAIL.to_owned(),
    };
    let last_owner = ask(deactivate.clone()).await;
    assert!(last_owner.is_err(), "somebody must own the system");
    for email in ["claire@example.com", "paul@example.com"] {
        ask(AdminCommand::AgentAdd {
            name: "Somebody else".to_owned(),
            email: email.to_owned(),
            extension: None,
            role: Some(Role::SystemOwner),
            queues: Vec::new(),
            password: None,
        })
        .await
        .expect("another owner");
    }
    ask(deactivate).await.expect("deactivated");
    assert!(!company.is_open(&session).await);
    let again = company.by_password(EMAIL, PASSWORD).await.err();
    assert_eq!(again, Some(ErrorCode::WrongCredentials));
}
