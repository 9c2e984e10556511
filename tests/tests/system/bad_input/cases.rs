//! Bad requests of every kind, one line each.

use guichet_hub::Clock;
use reqwest::header::{CONTENT_TYPE, ORIGIN};
use reqwest::{Method, RequestBuilder};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::door::{Door, answered, body, random_id};

const QUESTION: &str = "Bonjour, où est ma commande 42 ?";
const NOWHERE: &str = "00000000-0000-4000-8000-000000000000";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_malformed_or_foreign_gets_its_code_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(folder.path(), Clock::system()).await;
    let marie = door.sign_in("marie").await;
    let igor = door.outsider().await;
    let zoe = door.visitor().await;
    let conversation = door.conversation(&zoe, QUESTION).await;
    take(&door, &marie, &conversation).await;

    for (name, request, expected) in from_an_app(&door, &marie)
        .into_iter()
        .chain(of_a_foreigner(&door, &igor, &conversation))
        .chain(from_a_page(&door, &zoe))
    {
        let (status, code) = answered(request).await;
        assert_eq!((status, code.as_str()), expected, "{name}");
    }
    refusals_say_no_more_than_not_found(&door, &igor, &conversation).await;

    assert_eq!(door.texts(&marie, &conversation).await, [QUESTION]);
    let second = door.conversation(&zoe, "Merci").await;
    assert_eq!(second, conversation, "everything goes on as before");
    door.hub.stop().await.expect("stops");
}

type Case = (&'static str, RequestBuilder, (u16, &'static str));

async fn take(door: &Door, agent: &str, conversation: &str) {
    let command = json!({ "do": "take", "conversation": conversation });
    let request = json!({ "id": random_id("take"), "command": command });
    let asked = door.knock(Method::POST, "/v1/commands").bearer_auth(agent);
    let answer = body(asked.json(&request)).await;
    assert_eq!(answer["result"], "done");
}

fn from_an_app(door: &Door, token: &str) -> Vec<Case> {
    let ask = |method, path| door.knock(method, path).bearer_auth(token);
    let post = |text: &str| {
        let request = ask(Method::POST, "/v1/commands").header(CONTENT_TYPE, "application/json");
        request.body(text.to_owned())
    };
    let id = random_id("an app");
    let unknown_field =
        json!({ "id": id, "command": { "do": "take", "conversation": id }, "as": "owner" });
    let unknown_command = json!({ "id": id, "command": { "do": "erase", "conversation": id } });
    let wrong_type = json!({ "id": 7, "command": { "do": "take", "conversation": id } });
    let version = |version: &str| ask(Method::GET, "/v1/me").header("x-guichet-protocol", version);
    let bad = (400, "bad_request");
    vec![
        ("no JSON", post("{\"id\":"), bad),
        ("JSON of another shape", post("[1, 2]"), bad),
        ("nested without end", post(&"[".repeat(50_000)), bad),
        ("bytes", post("\u{0}\u{1}"), bad),
        ("a field too many", post(&unknown_field.to_string()), bad),
        ("another command", post(&unknown_command.to_string()), bad),
        ("a number for an id", post(&wrong_type.to_string()), bad),
        ("no body", post(""), bad),
        (
            "a form",
            ask(Method::POST, "/v1/commands").body("id=7"),
            bad,
        ),
        ("too large", post(&" ".repeat(100_000)), (413, "too_large")),
        ("no cursor", ask(Method::GET, "/v1/sync"), bad),
        ("half a cursor", ask(Method::GET, "/v1/sync?since=1-2"), bad),
        (
            "a bad page",
            ask(Method::GET, "/v1/manifest?after=%00"),
            bad,
        ),
        (
            "a bad id",
            ask(Method::GET, "/v1/conversations/7/messages"),
            bad,
        ),
        (
            "no such route",
            ask(Method::GET, "/v1/secrets"),
            (404, "not_found"),
        ),
        (
            "another method",
            ask(Method::PUT, "/v1/commands"),
            (404, "not_found"),
        ),
        ("no version", version("one"), bad),
        ("an older app", version("0"), (426, "app_too_old")),
        ("a newer app", version("99"), (426, "hub_too_old")),
    ]
}

/// Igor asks for what is Marie's. It answers as what is nowhere does.
fn of_a_foreigner(door: &Door, token: &str, conversation: &str) -> Vec<Case> {
    let read = |id: &str| {
        let path = format!("/v1/conversations/{id}/messages");
        door.knock(Method::GET, &path).bearer_auth(token)
    };
    let not_found = (404, "not_found");
    let admin = door.knock(Method::POST, "/v1/admin/command-line");
    let metrics = door
        .knock(Method::GET, "/metrics")
        .header("x-forwarded-for", "192.0.2.7");
    vec![
        ("not there", read(NOWHERE), not_found),
        ("not theirs", read(conversation), not_found),
        (
            "no administrator",
            admin.bearer_auth(token).json(&json!({})),
            not_found,
        ),
        ("no monitor", metrics.bearer_auth(token), not_found),
    ]
}

fn from_a_page(door: &Door, token: &str) -> Vec<Case> {
    let post = |value: serde_json::Value| {
        let request = door.page(Method::POST, "messages").bearer_auth(token);
        request.json(&value)
    };
    let text = |text: &str| json!({ "id": random_id(text), "text": text });
    let elsewhere = |origin| post(text("d’ailleurs")).header(ORIGIN, origin);
    let hostless = door.knock(Method::GET, "/widget/v1/config");
    let bad = (400, "bad_request");
    let not_allowed = (403, "origin_not_allowed");
    let large = text(&"é".repeat(20_000));
    vec![
        (
            "an id that is not random",
            post(json!({ "id": uuid::Uuid::nil(), "text": "x" })),
            bad,
        ),
        (
            "a field too many",
            post(json!({ "id": NOWHERE, "text": "x", "from": "agent" })),
            bad,
        ),
        ("no words", post(text("   ")), (400, "text_empty")),
        (
            "too many words",
            post(text(&"a".repeat(6_000))),
            (400, "text_too_long"),
        ),
        ("too large", post(large), (413, "too_large")),
        (
            "a forged origin",
            elsewhere("https://evil.example"),
            not_allowed,
        ),
        ("a hidden origin", elsewhere("null"), not_allowed),
        (
            "a near origin",
            elsewhere("http://127.0.0.1.evil.example"),
            not_allowed,
        ),
        ("no account", hostless, (404, "not_found")),
    ]
}

/// A command's refusal is an answer; it, too, tells nothing apart.
async fn refusals_say_no_more_than_not_found(door: &Door, token: &str, conversation: &str) {
    let mut refusals = Vec::new();
    for (number, id) in [NOWHERE, conversation].into_iter().enumerate() {
        let command = json!({ "do": "note", "conversation": id, "text": "je lis tout" });
        let request = json!({ "id": random_id(&format!("foreign {number}")), "command": command });
        let asked = door.knock(Method::POST, "/v1/commands").bearer_auth(token);
        let answer = body(asked.json(&request)).await;
        assert_eq!(answer["result"], "refused");
        refusals.push(answer["refusal"].clone());
    }
    assert_eq!(refusals[0], refusals[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_slow_is_cut_off() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(folder.path(), Clock::system()).await;
    let token = door.sign_in("marie").await;
    let body = format!(
        "POST /v1/commands HTTP/1.1\r\nhost: hub\r\nauthorization: Bearer {token}\r\n\
         content-type: application/json\r\ncontent-length: 100\r\n\r\n{{\"id\""
    );
    let answer = half(&door, &body).await;
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    assert!(answer.contains("the body took too long"), "{answer}");
    let answer = half(&door, "GET /v1/me HTTP/1.1\r\nhost: ").await;
    assert!(!answer.contains("200"), "{answer}");
    door.hub.stop().await.expect("stops");
}

/// Sends half a request, and listens until the hub hangs up.
async fn half(door: &Door, request: &str) -> String {
    let mut stream = TcpStream::connect(door.hub.address).await.expect("listens");
    let sent = stream.write_all(request.as_bytes()).await;
    sent.expect("sent");
    let mut answer = Vec::new();
    // Cut off by a reset or in order: both end the listening.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}
