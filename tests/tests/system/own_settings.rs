//! What agents change about themselves: name, photo, password, and where they are signed in.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use guichet_domain::Timestamp;
use guichet_hub::Clock;
use guichet_hub::admin::AdminCommand;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::door::{Answered, Door, answered, body};

const OLD: &str = "orage-lampe-42-vélo";
const NEW: &str = "tambour-neige-17-quai";
/// A picture of one red pixel.
const DOT: &[u8] = include_bytes!("own_settings/dot.png");

struct Company {
    door: Door,
    now: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
}

impl Company {
    /// Nina is new, and knows her password.
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (door, now) = Self::door(folder.path()).await;
        let nina = AdminCommand::AgentAdd {
            name: "Nina".to_owned(),
            email: "nina@demo.guichet.test".to_owned(),
            extension: None,
            role: None,
            queues: Vec::new(),
            password: Some(OLD.to_owned()),
        };
        door.admin(nina).await;
        Self {
            door,
            now,
            _folder: folder,
        }
    }

    async fn door(data: &Path) -> (Door, Arc<AtomicI64>) {
        let now = Arc::new(AtomicI64::new(1_800_000_000_000));
        let hands = now.clone();
        let clock = Clock::from_fn(move || Timestamp(hands.load(Ordering::SeqCst)));
        (Door::open(data, clock).await, now)
    }

    async fn tries(&self, password: &str, device: &str) -> Result<String, Answered> {
        let asked =
            json!({ "by": "password", "email": "nina@demo.guichet.test", "password": password });
        let asked = self
            .door
            .knock(Method::POST, "/v1/sessions")
            .header("User-Agent", device)
            .json(&asked);
        let answer = asked
            .try_clone()
            .expect("a request")
            .send()
            .await
            .expect("an answer");
        if !answer.status().is_success() {
            return Err(answered(asked).await);
        }
        let session: Value = answer.json().await.expect("json");
        Ok(session["token"].as_str().expect("a token").to_owned())
    }

    async fn signs_in(&self, device: &str) -> String {
        self.tries(OLD, device).await.expect("signs in")
    }

    fn ask(&self, token: &str, method: Method, path: &str) -> RequestBuilder {
        self.door.knock(method, path).bearer_auth(token)
    }

    async fn devices(&self, token: &str) -> Vec<Value> {
        let devices = body(self.ask(token, Method::GET, "/v1/me/sessions")).await;
        devices.as_array().expect("a list").clone()
    }

    async fn changes(&self, token: &str, old: &str, new: &str, end_others: bool) -> Answered {
        let asked = json!({ "old": old, "new": new, "end_others": end_others });
        answered(self.ask(token, Method::PUT, "/v1/me/password").json(&asked)).await
    }

    async fn is_in(&self, token: &str) -> bool {
        answered(self.ask(token, Method::GET, "/v1/me")).await.0 == 200
    }
}

fn ok() -> Answered {
    (204, String::new())
}

fn refused(status: u16, code: &str) -> Answered {
    (status, code.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_changed_for_everybody() {
    let company = Company::open().await;
    let nina = company.signs_in("desk").await;
    let put =
        async |body: Value| answered(company.ask(&nina, Method::PUT, "/v1/me").json(&body)).await;
    assert_eq!(put(json!({ "name": " Nina Roche " })).await, ok());
    let me = body(company.ask(&nina, Method::GET, "/v1/me")).await;
    assert_eq!(me["name"], "Nina Roche");
    assert_eq!(
        put(json!({ "name": " \n" })).await,
        refused(400, "name_empty")
    );
    let role = json!({ "name": "Nina", "grants": [] });
    assert_eq!(put(role).await, refused(400, "bad_request"));
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_is_made_small_seen_by_colleagues_and_taken_away() {
    let company = Company::open().await;
    let nina = company.signs_in("desk").await;
    let marie = company.door.sign_in("marie").await;
    let id = body(company.ask(&nina, Method::GET, "/v1/me")).await["agent"].clone();
    let path = format!("/v1/agents/{}/photo", id.as_str().expect("an id"));
    let seen = async || {
        let answer = company
            .ask(&marie, Method::GET, &path)
            .send()
            .await
            .expect("an answer");
        let status = answer.status().as_u16();
        (status, answer.bytes().await.expect("bytes"))
    };
    // What is too large is not read to its end: nothing else comes on that connection.
    let put = async |bytes: Vec<u8>| {
        answered(
            company
                .ask(&nina, Method::PUT, "/v1/me/photo")
                .header("Connection", "close")
                .body(bytes),
        )
        .await
    };
    assert_eq!(seen().await.0, 404);
    assert_eq!(put(DOT.to_vec()).await, ok());
    let (status, jpeg) = seen().await;
    assert_eq!((status, &jpeg[..3]), (200, &[0xff, 0xd8, 0xff][..]));
    for (what, bytes, code) in [
        ("nothing", Vec::new(), (400, "not_a_photo")),
        (
            "a drawing with a script",
            b"<svg onload='x'/>".to_vec(),
            (400, "not_a_photo"),
        ),
        ("too much", vec![0; 11 * 1024 * 1024], (413, "too_large")),
    ] {
        assert_eq!(put(bytes).await, refused(code.0, code.1), "{what}");
        assert_eq!(seen().await.1, jpeg, "the one before stays");
    }
    let asked = company.door.knock(Method::GET, &path);
    assert_eq!(answered(asked).await, refused(401, "unauthorized"));
    let gone = answered(company.ask(&nina, Method::DELETE, "/v1/me/photo")).await;
    assert_eq!((gone, seen().await.0), (ok(), 404));
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_changed_by_who_knows_it_and_ends_the_other_sessions_if_wanted() {
    let company = Company::open().await;
    let here = company.signs_in("desk").await;
    let there = company.signs_in("laptop").await;
    let weak = company.changes(&here, OLD, "password1234", true).await;
    assert_eq!(weak, refused(400, "weak_password"));
    let wrong = company.changes(&here, NEW, NEW, true).await;
    assert_eq!(wrong, refused(401, "wrong_credentials"));
    assert!(company.is_in(&there).await, "nothing happened");
    assert_eq!(company.changes(&here, OLD, NEW, false).await, ok());
    assert!(company.is_in(&there).await);
    assert_eq!(
        company.tries(OLD, "desk").await,
        Err(refused(401, "wrong_credentials"))
    );
    assert_eq!(company.changes(&here, NEW, OLD, true).await, ok());
    assert!(company.is_in(&here).await);
    assert!(!company.is_in(&there).await);
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_only_the_session_cannot_guess_the_password() {
    let company = Company::open().await;
    let stolen = company.signs_in("desk").await;
    let mut guesses = 0;
    let too_many = loop {
        let (status, code) = company
            .changes(&stolen, "a guess at random", NEW, true)
            .await;
        if status != 401 {
            break (status, code);
        }
        guesses += 1;
        assert!(guesses < 50, "guessed on and on");
    };
    assert_eq!(too_many, refused(429, "too_many"));
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn devices_are_listed_and_signed_out_from_afar() {
    let company = Company::open().await;
    let there = company.signs_in("Guichet/1.0 (Windows)").await;
    company.now.fetch_add(3_600_000, Ordering::SeqCst);
    let here = company.signs_in("Guichet/1.0 (Linux)").await;
    let devices = company.devices(&here).await;
    let of = |name: &str| {
        devices
            .iter()
            .map(|device| device[name].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(of("name"), ["Guichet/1.0 (Linux)", "Guichet/1.0 (Windows)"]);
    assert_eq!(of("current"), [json!(true), json!(false)]);
    let path = format!(
        "/v1/me/sessions/{}",
        devices[1]["id"].as_str().expect("an id")
    );
    let marie = company.door.sign_in("marie").await;
    let foreign = answered(company.ask(&marie, Method::DELETE, &path)).await;
    assert_eq!(foreign, refused(404, "not_found"));
    assert!(company.is_in(&there).await);
    assert_eq!(
        answered(company.ask(&here, Method::DELETE, &path)).await,
        ok()
    );
    assert!(!company.is_in(&there).await);
    assert_eq!(company.devices(&here).await.len(), 1);
    let again = answered(company.ask(&here, Method::DELETE, &path)).await;
    assert_eq!(again, refused(404, "not_found"));
    company.door.hub.stop().await.expect("stops");
}
