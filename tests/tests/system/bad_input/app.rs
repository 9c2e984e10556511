//! What an app meets: a hub of another version, its own file damaged. It says so, and keeps what was written.

use std::path::{Path, PathBuf};
use std::time::Duration;

use guichet_client::view::UiEvent;
use guichet_client::{App, AppConfig, commands};
use guichet_hub::Clock;
use guichet_tests::bytes;
use guichet_tests::host::RememberingHost;
use serde_json::{Value, json};

use super::between::Between;
use crate::door::Door;

const PATIENCE: Duration = Duration::from_secs(30);
const QUESTION: &str = "Bonjour, où est ma commande 42 ?";

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_that_is_older_or_newer_is_named_and_what_was_written_waits() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(&folder.path().join("hub"), Clock::system()).await;
    let between = Between::open(door.hub.address).await;
    let app = open(&folder.path().join("marie")).await;
    for (version, code) in [(b'0', "app-too-old"), (b'9', "hub-too-old")] {
        between.say(version);
        let refused = sign_in(&app, &door, &between).await;
        assert_eq!(refused.expect_err("another version").code, code);
    }
    between.say(b'1');
    sign_in(&app, &door, &between).await.expect("signs in");

    let zoe = door.visitor().await;
    let conversation = door.conversation(&zoe, QUESTION).await;
    sees(&app, QUESTION).await;
    // Marie at another computer, for a look at what the hub has.
    let token = door.sign_in("marie").await;
    let mut said = vec![QUESTION.to_owned()];
    for (version, state) in [(b'0', "too-old"), (b'9', "too-new")] {
        between.say(version);
        until(&app, state, async || {
            let connection = call(&app, "connection", json!({})).await;
            (connection["state"] == state).then_some(())
        })
        .await;
        let text = format!("écrit pendant {state}");
        let message = json!({ "conversation": conversation, "text": text });
        call(&app, "send", message).await;
        assert_eq!(
            door.texts(&token, &conversation).await,
            said,
            "nothing left"
        );
        said.push(text);
        between.say(b'1');
        until(&app, "sent", async || {
            (door.texts(&token, &conversation).await == said).then_some(())
        })
        .await;
    }
    app.shut_down().await;
    door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_cache_is_told_and_the_hub_fills_a_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(&folder.path().join("hub"), Clock::system()).await;
    let between = Between::open(door.hub.address).await;
    let profile = folder.path().join("marie");
    let app = open(&profile).await;
    sign_in(&app, &door, &between).await.expect("signs in");
    let zoe = door.visitor().await;
    door.conversation(&zoe, QUESTION).await;
    sees(&app, QUESTION).await;
    app.shut_down().await;
    drop(app);

    for file in bytes::holding(&profile.join("cache"), "SQLite format 3") {
        std::fs::write(file, "not a database ".repeat(1_000)).expect("written");
    }
    let app = open(&profile).await;
    let mut events = app.subscribe();
    let told = async {
        loop {
            if let Ok(UiEvent::Failed { code, .. }) = events.recv().await {
                return code;
            }
        }
    };
    let told = tokio::time::timeout(PATIENCE, told).await;
    assert_eq!(told.expect("it is told"), "cache-corrupt");
    // Who was signed in stood in that file, too.
    sign_in(&app, &door, &between).await.expect("signs in");
    sees(&app, QUESTION).await;
    app.shut_down().await;
    door.hub.stop().await.expect("stops");
}

type Desk = App<RememberingHost>;

async fn open(folder: &Path) -> Desk {
    let folder: PathBuf = folder.to_owned();
    App::open(AppConfig::new(folder), RememberingHost::default())
        .await
        .expect("opens")
}

async fn sign_in(app: &Desk, door: &Door, by: &Between) -> Result<(), guichet_client::CallError> {
    let hub = format!("http://{}", by.address);
    let code = door.code("marie").await;
    app.sign_in_with_code(&hub, &code).await.map(drop)
}

async fn call(app: &Desk, name: &str, args: Value) -> Value {
    commands::call(app, name, args).await.expect(name)
}

/// A conversation in which this text is the newest line.
async fn sees(app: &Desk, text: &str) {
    until(app, text, async || {
        let asked = json!({ "view": "recents", "offset": 0, "limit": 50 });
        let list = call(app, "list", asked).await;
        let rows = list["rows"].as_array()?;
        let newest = |row: &Value| row["preview"]["text"] == text;
        rows.iter().any(newest).then_some(())
    })
    .await;
}

/// Asks again whenever the app tells something, and ten times a second: not all that is waited for is the app's.
async fn until<T>(app: &Desk, what: &str, check: impl AsyncFn() -> Option<T>) -> T {
    let mut events = app.subscribe();
    let waiting = async {
        loop {
            if let Some(found) = check().await {
                return found;
            }
            let _ = tokio::time::timeout(Duration::from_millis(100), events.recv()).await;
        }
    };
    tokio::time::timeout(PATIENCE, waiting).await.expect(what)
}
