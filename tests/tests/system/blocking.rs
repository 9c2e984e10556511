//! Visitors are kept out by their address, also those who listen; agents learn who else is meant.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use guichet_domain::{Network, Timestamp};
use guichet_hub::admin::AdminCommand;
use guichet_hub::jobs::retention;
use guichet_hub::{Clock, Config};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};

use crate::door::{Answered, Door, answered, body, random_id};

const ANNA: &str = "203.0.113.9";
const BEN: &str = "198.51.100.7";
const HOUR: i64 = 3_600_000;
/// What the hub says to a visitor who is kept out.
const KEPT_OUT: (u16, &str) = (403, "blocked");
/// A stream that does not end within this was not ended.
const SECOND: Duration = Duration::from_secs(1);

struct Company {
    door: Door,
    now: Arc<AtomicI64>,
    marie: String,
    paul: String,
    /// Manager of the department.
    ines: String,
    /// In no queue.
    igor: String,
    folder: tempfile::TempDir,
}

/// A visitor behind the proxy.
struct Visitor {
    token: String,
    address: &'static str,
}

fn config(data: &Path) -> Config {
    Config {
        data: data.to_owned(),
        trusted_proxies: vec!["127.0.0.0/8".parse().expect("a network")],
        ..Config::default()
    }
}

impl Company {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let now = Arc::new(AtomicI64::new(1_800_000_000_000));
        let hands = now.clone();
        let clock = Clock::from_fn(move || Timestamp(hands.load(Ordering::SeqCst)));
        let door = Door::of(config(folder.path()), clock).await;
        door.admin(AdminCommand::Demo).await;
        Self {
            marie: door.sign_in("marie").await,
            paul: door.sign_in("paul").await,
            ines: door.sign_in("ines").await,
            igor: door.outsider().await,
            door,
            now,
            folder,
        }
    }

    async fn arrives(&self, address: &'static str) -> Visitor {
        let about = json!({ "page": "https://shop.example/lamps#top", "language": "fr-BE" });
        let asked = self.from(address, Method::POST, "sessions");
        let asked = asked.header("User-Agent", "Lynx/2.9");
        let session = body(asked.json(&json!({ "about": about }))).await;
        let token = session["token"].as_str().expect("a token").to_owned();
        Visitor { token, address }
    }

    fn from(&self, address: &str, method: Method, path: &str) -> RequestBuilder {
        // What a visitor writes into the header themselves stands left of what the proxy saw.
        let header = format!("192.0.2.1, {address}");
        self.door
            .page(method, path)
            .header("X-Forwarded-For", header)
    }

    fn page(&self, visitor: &Visitor, method: Method, path: &str) -> RequestBuilder {
        let asked = self.from(visitor.address, method, path);
        asked.bearer_auth(&visitor.token)
    }

    async fn writes(&self, visitor: &Visitor, text: &str) -> Result<String, Answered> {
        let message = json!({ "id": random_id(text), "text": text });
        let asked = self.page(visitor, Method::POST, "messages").json(&message);
        let again = asked.try_clone().expect("a request");
        match answered(asked).await {
            (200, _) => Ok(body(again).await["conversation"]
                .as_str()
                .expect("an id")
                .to_owned()),
            refused => Err(refused),
        }
    }

    async fn takes(&self, agent: &str, conversation: &str) {
        let command = json!({ "do": "take", "conversation": conversation });
        let request = json!({ "id": random_id(conversation), "command": command });
        let asked = self.door.knock(Method::POST, "/v1/commands");
        body(asked.bearer_auth(agent).json(&request)).await;
    }

    /// What is answered to a command about blocks: `done`, or the refusal.
    async fn does(&self, agent: &str, name: &str, command: Value) -> String {
        let request = json!({ "id": random_id(name), "command": command });
        let asked = self
            .door
            .knock(Method::POST, "/v1/blocks")
            .bearer_auth(agent);
        let answer = body(asked.json(&request)).await;
        let refusal = answer["refusal"]["code"].as_str();
        refusal
            .or(answer["result"].as_str())
            .expect("an answer")
            .to_owned()
    }

    async fn blocks(&self, agent: &str, name: &str, conversation: &str) -> String {
        let command =
            json!({ "do": "visitor", "conversation": conversation, "reason": "spam", "hours": 24 });
        self.does(agent, name, command).await
    }

    async fn visit(&self, agent: &str, conversation: &str) -> Result<Value, Answered> {
        let path = format!("/v1/conversations/{conversation}/visitor");
        let asked = self.door.knock(Method::GET, &path).bearer_auth(agent);
        let again = asked.try_clone().expect("a request");
        match answered(asked).await {
            (200, _) => Ok(body(again).await),
            refused => Err(refused),
        }
    }

    async fn list(&self, agent: &str) -> Value {
        let asked = self
            .door
            .knock(Method::GET, "/v1/blocks")
            .bearer_auth(agent);
        body(asked).await
    }

    async fn listens(&self, visitor: &Visitor) -> Response {
        let asked = self.page(visitor, Method::GET, "feed");
        let stream = asked.send().await.expect("an answer");
        assert_eq!(stream.status(), 200);
        stream
    }
}

fn kept_out() -> Answered {
    (KEPT_OUT.0, KEPT_OUT.1.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blocked_visitor_is_told_that_it_is_over_and_comes_in_no_more() {
    let company = Company::open().await;
    let anna = company.arrives(ANNA).await;
    let neighbour = company.arrives(ANNA).await;
    let ben = company.arrives(BEN).await;
    let chat = company.writes(&anna, "Bonjour").await.expect("is heard");
    company.writes(&ben, "Bonsoir").await.expect("is heard");
    company.takes(&company.marie, &chat).await;
    let streams = [&anna, &neighbour].map(|visitor| company.listens(visitor));
    let [told, other] = futures_util::future::join_all(streams)
        .await
        .try_into()
        .expect("two");
    let mut stays = company.listens(&ben).await;

    assert_eq!(company.blocks(&company.marie, "block", &chat).await, "done");
    let ends = async |stream: Response| {
        let text = tokio::time::timeout(SECOND, stream.text()).await;
        text.expect("ends within a second").expect("text")
    };
    let frames = ends(told).await;
    assert!(frames.contains("\"system\":\"over\""), "{frames}");
    assert!(!frames.contains("blocked"), "{frames}");
    ends(other).await;
    assert!(stays.chunk().await.expect("goes on").is_some());

    for visitor in [&anna, &neighbour] {
        for (method, path) in [
            (Method::GET, "config"),
            (Method::GET, "conversation"),
            (Method::GET, "feed"),
            (Method::POST, "typing"),
        ] {
            let asked = company.page(visitor, method, path).json(&json!({}));
            assert_eq!(answered(asked).await, kept_out(), "{path}");
        }
    }
    assert_eq!(company.writes(&anna, "Encore").await, Err(kept_out()));
    let asked = company
        .from(ANNA, Method::POST, "sessions")
        .json(&json!({}));
    assert_eq!(answered(asked).await, kept_out());
    // From elsewhere, too: the visitor is meant.
    let moved = Visitor {
        address: "203.0.113.77",
        ..anna
    };
    assert_eq!(company.writes(&moved, "Me revoilà").await, Err(kept_out()));
    company.writes(&ben, "Toujours là").await.expect("is heard");
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_read_a_conversation_learns_who_the_visitor_is_and_who_else_is_meant() {
    let company = Company::open().await;
    let anna = company.arrives(ANNA).await;
    let chat = company.writes(&anna, "Bonjour").await.expect("is heard");
    let neighbour = company.arrives(ANNA).await;
    company
        .writes(&neighbour, "Moi aussi")
        .await
        .expect("is heard");
    // Came and said nothing.
    company.arrives(ANNA).await;
    company.takes(&company.marie, &chat).await;
    for agent in [&company.marie, &company.ines] {
        let visit = company.visit(agent, &chat).await.expect("reads it");
        assert_eq!(visit["facts"]["address"], ANNA);
        assert_eq!(visit["facts"]["page"], "https://shop.example/lamps");
        assert_eq!(visit["facts"]["language"], "fr-BE");
        assert_eq!(visit["others"], 1);
        assert_eq!(visit["blocking"], json!({ "state": "possible" }));
    }
    for agent in [&company.paul, &company.igor] {
        assert_eq!(
            company.visit(agent, &chat).await,
            Err((404, "not_found".to_owned()))
        );
        let answer = company.blocks(agent, "foreign", &chat).await;
        assert!(
            ["not_found", "taken"].contains(&answer.as_str()),
            "{answer}"
        );
    }
    assert_eq!(company.blocks(&company.marie, "block", &chat).await, "done");
    let visit = company
        .visit(&company.marie, &chat)
        .await
        .expect("still reads it");
    let until = company.now.load(Ordering::SeqCst) + 24 * HOUR;
    assert_eq!(
        visit["blocking"],
        json!({ "state": "blocked", "until": until })
    );
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_counts_who_was_turned_away_and_is_for_those_who_may() {
    let company = Company::open().await;
    let anna = company.arrives(ANNA).await;
    let chat = company.writes(&anna, "Bonjour").await.expect("is heard");
    assert_eq!(company.blocks(&company.marie, "block", &chat).await, "done");
    // The same once more is the same: an app that got no answer asks again.
    assert_eq!(company.blocks(&company.marie, "block", &chat).await, "done");
    for _ in 0..3 {
        assert_eq!(company.writes(&anna, "Encore").await, Err(kept_out()));
    }
    let list = company.list(&company.ines).await;
    let row = &list[0];
    assert_eq!(row["block"]["network"], ANNA);
    assert_eq!(row["block"]["reason"], "spam");
    assert_eq!(row["hits"], 3);
    assert_eq!(row["last_hit"], company.now.load(Ordering::SeqCst));
    for agent in [&company.marie, &company.igor] {
        let asked = company
            .door
            .knock(Method::GET, "/v1/blocks")
            .bearer_auth(agent);
        assert_eq!(answered(asked).await, (404, "not_found".to_owned()));
    }
    let revoke = json!({ "do": "revoke", "block": row["block"]["id"] });
    assert_eq!(
        company.does(&company.marie, "no", revoke.clone()).await,
        "not_found"
    );
    assert_eq!(company.does(&company.ines, "yes", revoke).await, "done");
    assert_eq!(company.list(&company.ines).await, json!([]));
    company
        .writes(&anna, "Merci")
        .await
        .expect("is heard again");
    let rows = company
        .door
        .admin(AdminCommand::Audit {
            before: None,
            limit: 10,
        })
        .await
        .to_string();
    assert!(
        rows.contains("\"blocked\"") && rows.contains("\"unblocked\""),
        "{rows}"
    );
    assert!(!rows.contains(ANNA), "the trail outlives the block");
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_ends_by_itself_and_survives_a_restart_until_then() {
    let company = Company::open().await;
    let anna = company.arrives(ANNA).await;
    let chat = company.writes(&anna, "Bonjour").await.expect("is heard");
    assert_eq!(company.blocks(&company.marie, "block", &chat).await, "done");
    assert_eq!(company.writes(&anna, "Encore").await, Err(kept_out()));
    let Company {
        door,
        now,
        ines,
        folder,
        ..
    } = company;
    door.hub.stop().await.expect("stops");
    let hands = now.clone();
    let clock = Clock::from_fn(move || Timestamp(hands.load(Ordering::SeqCst)));
    let door = Door::of(config(folder.path()), clock).await;
    let company = Company {
        door,
        now,
        ines,
        folder,
        marie: String::new(),
        paul: String::new(),
        igor: String::new(),
    };
    assert_eq!(company.writes(&anna, "Encore").await, Err(kept_out()));
    assert_eq!(company.list(&company.ines).await[0]["hits"], 2);
    company.now.fetch_add(24 * HOUR, Ordering::SeqCst);
    company
        .writes(&anna, "Le lendemain")
        .await
        .expect("is heard");
    assert_eq!(company.list(&company.ines).await, json!([]));
    retention::forget(&company.door.hub.hub)
        .await
        .expect("forgets");
    assert_eq!(
        company.door.hub.hub.committer.board().blocks.iter().count(),
        0
    );
    // From where a visitor came is forgotten after thirty days.
    company.now.fetch_add(30 * 24 * HOUR, Ordering::SeqCst);
    let ines = company.door.sign_in("ines").await;
    let known = async || {
        let forgets = retention::forget(&company.door.hub.hub).await;
        forgets.expect("forgets");
        company.visit(&ines, &chat).await.expect("reads it")["facts"].is_object()
    };
    assert!(known().await);
    company.now.fetch_add(1, Ordering::SeqCst);
    assert!(!known().await);
    assert_eq!(company.blocks(&ines, "too late", &chat).await, "no_address");
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_companys_own_addresses_are_never_blocked() {
    let company = Company::open().await;
    let colleague = company.arrives("10.1.2.3").await;
    let chat = company
        .writes(&colleague, "Un essai")
        .await
        .expect("is heard");
    let visit = company
        .visit(&company.marie, &chat)
        .await
        .expect("reads it");
    assert_eq!(visit["blocking"], json!({ "state": "protected" }));
    assert_eq!(
        company.blocks(&company.marie, "office", &chat).await,
        "protected_address"
    );
    // To who does not see it, nothing is there.
    assert_eq!(
        company.blocks(&company.igor, "foreign", &chat).await,
        "not_found"
    );
    let hub = &company.door.hub.hub;
    for (network, protected) in [
        ("127.0.0.1", true),
        ("::1", true),
        ("192.168.1.1", true),
        ("fd00::1", true),
        (ANNA, false),
        ("2001:db8::1", false),
    ] {
        let network: Network = network.parse().expect("a network");
        assert_eq!(hub.gate.is_protected(network), protected, "{network}");
    }
    company
        .writes(&colleague, "Encore un")
        .await
        .expect("is heard");
    company.door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_line_blocks_a_network_and_lets_it_in_again() {
    let company = Company::open().await;
    let network: Network = "2001:db8:1:2::/64".parse().expect("a network");
    let mapped = company.arrives("::ffff:198.51.100.7").await;
    let cases = [
        (network, "2001:db8:1:2:3::4", "2001:db8:1:3::4"),
        (BEN.parse().expect("a network"), "::ffff:198.51.100.7", ANNA),
    ];
    for (network, inside, outside) in cases {
        let reason = Some("robot".to_owned());
        company
            .door
            .admin(AdminCommand::BlockAdd {
                network,
                reason,
                hours: None,
            })
            .await;
        let comes = async |address: &str| {
            answered(
                company
                    .from(address, Method::POST, "sessions")
                    .json(&json!({})),
            )
            .await
        };
        assert_eq!(comes(inside).await, kept_out());
        assert_eq!(comes(outside).await.0, 201);
        let list = company.door.admin(AdminCommand::BlockList).await;
        assert_eq!(list[0]["block"]["network"], network.to_string());
        assert_eq!(list[0]["hits"], 1);
        company
            .door
            .admin(AdminCommand::BlockRemove { network })
            .await;
        assert_eq!(comes(inside).await.0, 201);
    }
    company.writes(&mapped, "Bonjour").await.expect("is heard");
    company.door.hub.stop().await.expect("stops");
}
