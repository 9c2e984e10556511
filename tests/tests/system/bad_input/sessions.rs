//! Tokens that are good no more, and guesses.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use guichet_domain::Timestamp;
use guichet_hub::Clock;
use reqwest::Method;
use serde_json::json;

use super::door::{Door, answered};

const DAY: i64 = 24 * 3600 * 1000;

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_a_revoked_and_an_invented_token_open_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let now = Arc::new(AtomicI64::new(1_800_000_000_000));
    let hands = Arc::clone(&now);
    let clock = Clock::from_fn(move || Timestamp(hands.load(Ordering::SeqCst)));
    let door = Door::open(folder.path(), clock).await;
    let me = |token: &str| answered(door.knock(Method::GET, "/v1/me").bearer_auth(token));
    let unauthorized = (401, "unauthorized".to_owned());
    let good = (200, String::new());

    let revoked = door.sign_in("marie").await;
    assert_eq!(me(&revoked).await, good);
    let current = "/v1/sessions/current";
    let sign_out = door.knock(Method::DELETE, current).bearer_auth(&revoked);
    assert_eq!(answered(sign_out).await.0, 204);
    assert_eq!(me(&revoked).await, unauthorized);

    let idle = door.sign_in("marie").await;
    now.fetch_add(6 * DAY, Ordering::SeqCst);
    assert_eq!(me(&idle).await, good, "used within the week");
    now.fetch_add(8 * DAY, Ordering::SeqCst);
    assert_eq!(me(&idle).await, unauthorized);

    for invented in ["x", &"a".repeat(64), &"é".repeat(5_000)] {
        assert_eq!(me(invented).await, unauthorized);
    }
    let nobody = door.knock(Method::GET, "/v1/feed?since=");
    assert_eq!(answered(nobody).await, unauthorized);
    let visitor = door.page(Method::GET, "conversation").bearer_auth(&idle);
    assert_eq!(answered(visitor).await, unauthorized);
    door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_a_password_is_answered_alike_and_soon_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(folder.path(), Clock::system()).await;
    let guess = |email: &str| {
        let asked = json!({ "by": "password", "email": email, "password": "sésame ouvre-toi" });
        answered(door.knock(Method::POST, "/v1/sessions").json(&asked))
    };
    let wrong = (401, "wrong_credentials".to_owned());
    assert_eq!(guess("nobody@demo.guichet.test").await, wrong);
    let mut answers = Vec::new();
    for _ in 0..20 {
        answers.push(guess("marie@demo.guichet.test").await);
    }
    assert_eq!(answers[0], wrong, "nobody can tell who works here");
    assert_eq!(answers[19], (429, "too_many".to_owned()));
    door.hub.stop().await.expect("stops");
}
