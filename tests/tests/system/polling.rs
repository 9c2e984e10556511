//! For networks that hold streams back: the app asks, and the hub answers when something happened.

use std::time::Duration;

use guichet_hub::Clock;
use reqwest::Method;
use serde_json::Value;

use crate::door::{Door, body};

const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_is_answered_when_something_happened() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(folder.path(), Clock::system()).await;
    let token = door.sign_in("marie").await;
    let manifest = door.knock(Method::GET, "/v1/manifest").bearer_auth(&token);
    let manifest = body(manifest).await;
    let head = manifest["cursor"].as_str().expect("a cursor").to_owned();

    let visitor = door.visitor().await;
    let path = format!("/v1/sync?since={head}&wait=25");
    let asked = door.knock(Method::GET, &path).bearer_auth(&token);
    let waiting = tokio::spawn(body(asked));
    door.conversation(&visitor, "Bonjour").await;
    let answer = tokio::time::timeout(PATIENCE, waiting).await;
    let delta = answer.expect("in time").expect("answered");
    assert_ne!(delta["to"], Value::from(head.as_str()));
    let puts = delta["puts"].as_array().expect("puts");
    assert!(
        puts.iter().any(|put| put["kind"] == "conversation"),
        "{puts:?}"
    );
    door.hub.stop().await.expect("stops");
}
