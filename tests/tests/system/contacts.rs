//! The address book through the whole system: found, merged, imported, erased, and erased again after a restore.

use std::path::Path;

use guichet_domain::{AgentId, Command, Grant, Role};
use guichet_hub::store::Store;
use guichet_hub::{Clock, admin};
use guichet_tests::bytes;
use guichet_tests::colleague::Colleague;
use reqwest::Method;
use serde_json::{Value, json};

use crate::door::{Door, answered, body, random_id};

const CANARY: &str = "Zebulon-Tartempion";
const SECRET: &str = "mon-colis-secret-7731";

async fn does(door: &Door, token: &str, id: &str, command: Value) -> Value {
    let request = json!({ "id": random_id(id), "command": command });
    let post = door.knock(Method::POST, "/v1/contacts").bearer_auth(token);
    body(post.json(&request)).await
}

async fn commands(door: &Door, token: &str, id: &str, command: Value) {
    let request = json!({ "id": random_id(id), "command": command });
    let post = door.knock(Method::POST, "/v1/commands").bearer_auth(token);
    let answer = body(post.json(&request)).await;
    assert_eq!(answer["result"], "done", "{answer}");
}

async fn get(door: &Door, token: &str, path: &str) -> Value {
    body(door.knock(Method::GET, path).bearer_auth(token)).await
}

async fn found(door: &Door, token: &str, search: &str) -> Vec<String> {
    let path = format!("/v1/contacts?search={search}");
    let book = get(door, token, &path).await;
    let contacts = book["contacts"].as_array().expect("contacts").iter();
    let name = |contact: &Value| {
        contact["details"]["name"]
            .as_str()
            .expect("a name")
            .to_owned()
    };
    contacts.map(name).collect()
}

/// What the page of a visitor shows.
async fn shown(door: &Door, visitor: &str) -> String {
    let page = door.page(Method::GET, "conversation").bearer_auth(visitor);
    body(page).await.to_string()
}

/// Inès owns the system from now on.
async fn ines_owns(door: &Door) {
    let board = door.hub.hub.committer.board();
    let ines = board
        .agents
        .values()
        .find(|agent| agent.name.starts_with("Inès"));
    let agent: AgentId = ines.expect("of the demo").id;
    let grants = vec![Grant {
        role: Role::SystemOwner,
        department: None,
    }];
    let command = Command::SetGrants { agent, grants };
    admin::submit(&door.hub.hub, command)
        .await
        .expect("granted");
}

async fn contact_of(door: &Door, token: &str, conversation: &str) -> Value {
    get(door, token, &format!("/v1/conversations/{conversation}")).await["contact"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_book_is_searched_without_regard_to_accents_and_page_by_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(folder.path(), Clock::system()).await;
    let igor = door.outsider().await;
    for (name, phone) in [
        ("Élodie Œuvrard", "0612345678"),
        ("Bernard", ""),
        ("Zoé", ""),
    ] {
        let details = json!({ "name": name, "email": null, "phone": phone });
        let contact = random_id(&format!("contact {name}"));
        let new = json!({ "do": "new", "contact": contact, "details": details });
        assert_eq!(does(&door, &igor, name, new).await["result"], "done");
    }
    assert_eq!(
        found(&door, &igor, "").await,
        ["Bernard", "Élodie Œuvrard", "Zoé"]
    );
    assert_eq!(
        found(&door, &igor, "OEUVRARD%20elo").await,
        ["Élodie Œuvrard"]
    );
    assert_eq!(found(&door, &igor, "33612345").await, ["Élodie Œuvrard"]);
    assert_eq!(found(&door, &igor, "%25").await, [""; 0]);
    assert_eq!(
        found(&door, &igor, "&offset=1&limit=1").await,
        ["Élodie Œuvrard"]
    );
    let bad = json!({ "do": "new", "contact": random_id("x"), "details": { "name": "X", "email": null, "phone": "12" } });
    let refused = does(&door, &igor, "bad", bad).await;
    assert_eq!(
        refused["refusal"],
        json!({ "code": "invalid", "field": "phone" })
    );
    let nobody = door.knock(Method::GET, "/v1/contacts");
    assert_eq!(answered(nobody).await, (401, "unauthorized".to_owned()));
    door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn merged_visitors_are_one_customer_and_see_only_what_each_of_them_wrote() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(folder.path(), Clock::system()).await;
    let (marie, ines) = (door.sign_in("marie").await, door.sign_in("ines").await);
    let (first, second) = (door.visitor().await, door.visitor().await);
    let one = door.conversation(&first, "du telephone").await;
    let two = door.conversation(&second, "de l'ordinateur").await;
    let mut ids = Vec::new();
    for (conversation, name) in [(&one, "Anna"), (&two, "Anna B.")] {
        let details = json!({ "name": name, "email": null, "phone": null });
        let add = json!({ "do": "add_contact", "conversation": conversation, "details": details });
        commands(&door, &marie, name, add).await;
        ids.push(contact_of(&door, &ines, conversation).await["id"].clone());
    }
    let merge = json!({ "do": "merge", "winner": ids[0], "loser": ids[1] });
    let refused = does(&door, &marie, "not hers", merge.clone()).await;
    assert_eq!(refused["refusal"]["code"], "not_allowed");
    assert_eq!(does(&door, &ines, "merge", merge).await["result"], "done");

    let winner = ids[0].as_str().expect("an id");
    assert_eq!(contact_of(&door, &ines, &two).await["id"], winner);
    let history = get(&door, &marie, &format!("/v1/contacts/{winner}/history")).await;
    assert_eq!(history["total"], 2);
    let loser = format!("/v1/contacts/{}", ids[1].as_str().expect("an id"));
    let gone = door.knock(Method::GET, &loser).bearer_auth(&marie);
    assert_eq!(answered(gone).await, (404, "not_found".to_owned()));

    assert!(shown(&door, &first).await.contains("du telephone"));
    let other = shown(&door, &second).await;
    assert!(
        other.contains("de l'ordinateur") && !other.contains("du telephone"),
        "{other}"
    );
    assert_eq!(
        door.conversation(&second, "encore moi").await,
        two,
        "goes on where it was"
    );
    assert!(!shown(&door, &first).await.contains("encore moi"));
    door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_contacts_are_imported_at_once_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(&folder.path().join("hub"), Clock::system()).await;
    let ines = door.colleague(folder.path(), "ines").await;
    let known = async || {
        ines.call("presence", json!({}))
            .await
            .is_ok_and(|own| own["supervises"] == true)
    };
    ines.until("knew her role", known).await;
    let line = |n: u32| format!("Client {n},c{n}@example.org,+336{:08}\n", 10_000_000 + n);
    let text: String = ["name,email,phone\n".to_owned()]
        .into_iter()
        .chain((0..10_000).map(line))
        .collect();
    let ask = async |text: &str, dry_run: bool| {
        let asked = json!({ "text": text, "dry_run": dry_run });
        ines.call("import_contacts", asked).await
    };
    let total = async || {
        let book = ines
            .call("address_book", json!({ "search": "", "limit": 1 }))
            .await;
        book.expect("a book")["total"].as_u64().expect("a number")
    };
    let plan = ask(&text, true).await.expect("a plan");
    assert_eq!(plan["fresh"].as_array().map(Vec::len), Some(10_000));
    assert_eq!(total().await, 0, "nothing changed yet");

    let worse = format!("{text}Personne,pas une adresse,\nClient 3,C3@example.org,\n");
    let plan = ask(&worse, true).await.expect("a plan");
    let bad: Vec<_> = plan["bad"]
        .as_array()
        .expect("lines")
        .iter()
        .map(|bad| (&bad["line"], &bad["code"]))
        .collect();
    assert_eq!(
        bad,
        [
            (&json!(10_002), &json!("invalid")),
            (&json!(10_003), &json!("import-contact-again"))
        ]
    );
    let refused = ask(&worse, false).await.expect_err("has bad lines");
    assert_eq!(refused.code, "import-bad-lines");
    assert_eq!(total().await, 0);

    ask(&text, false).await.expect("imported");
    assert_eq!(total().await, 10_000);
    let again = ask(&text, true).await.expect("a plan");
    assert_eq!(again["unchanged"], 10_000, "{}", again["fresh"]);
    ines.app.shut_down().await;
    door.hub.stop().await.expect("stops");
}

/// A customer who is known, wrote, and got an answer; Marie's app has all of it.
async fn known_customer(folder: &Path) -> (Door, Colleague, String, String) {
    let door = Door::open(&folder.join("hub"), Clock::system()).await;
    ines_owns(&door).await;
    let marie = door.colleague(folder, "marie").await;
    let visitor = door.visitor().await;
    let conversation = door.conversation(&visitor, SECRET).await;
    let has = async || {
        marie
            .rows("queues")
            .await
            .iter()
            .any(|row| row["id"] == conversation.as_str())
    };
    marie.until("had it", has).await;
    let asked = json!({ "conversation": conversation, "name": CANARY, "phone": "0612345678" });
    marie.call("add_contact", asked).await.expect("added");
    let named = async || {
        marie
            .rows("queues")
            .await
            .iter()
            .any(|row| row["name"] == CANARY)
    };
    marie.until("knew the name", named).await;
    (door, marie, conversation, visitor)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_erased_is_in_no_file_and_comes_back_with_no_older_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let (door, marie, conversation, visitor) = known_customer(folder.path()).await;
    let (ines, paul) = (door.sign_in("ines").await, door.sign_in("paul").await);
    let contact = contact_of(&door, &ines, &conversation).await["id"].clone();
    let contact = contact.as_str().expect("an id").to_owned();
    let export = format!("/v1/contacts/{contact}/export");
    let all = body(door.knock(Method::POST, &export).bearer_auth(&ines))
        .await
        .to_string();
    assert!(all.contains(CANARY) && all.contains(SECRET), "{all}");
    let not_his = door.knock(Method::POST, &export).bearer_auth(&paul);
    assert_eq!(answered(not_his).await, (404, "not_found".to_owned()));

    let (data, older) = (folder.path().join("hub"), folder.path().join("older"));
    door.hub.hub.store.scrub().await.expect("in one file");
    std::fs::create_dir(&older).expect("made");
    std::fs::copy(data.join("guichet.db"), older.join("guichet.db")).expect("a copy");
    for place in [&data, &marie.profile, &older] {
        assert!(
            !bytes::holding(place, CANARY).is_empty(),
            "{}",
            place.display()
        );
        assert!(
            !bytes::holding(place, SECRET).is_empty(),
            "{}",
            place.display()
        );
    }

    let erase = json!({ "do": "erase", "contact": contact });
    let refused = does(&door, &paul, "not his", erase.clone()).await;
    assert_eq!(refused["refusal"]["code"], "not_allowed");
    assert_eq!(
        does(&door, &ines, "erase", erase.clone()).await["result"],
        "done"
    );
    let gone = async || marie.rows("queues").await.is_empty();
    marie.until("lost it", gone).await;
    marie.keeps_no_longer(&[SECRET, CANARY]).await;
    for text in [CANARY, SECRET] {
        assert!(bytes::holding(&data, text).is_empty(), "{text}");
    }
    let strangers = door.page(Method::GET, "conversation").bearer_auth(&visitor);
    assert_eq!(
        answered(strangers).await.0,
        401,
        "their token opens nothing"
    );
    let trail = get(&door, &ines, "/v1/audit").await.to_string();
    assert!(
        trail.contains("contact_erased") && trail.contains("contact_exported"),
        "{trail}"
    );
    let again = does(&door, &ines, "again", erase).await;
    assert_eq!(again["refusal"]["code"], "not_found");

    marie.app.shut_down().await;
    door.hub.stop().await.expect("stops");
    for file in ["guichet.db", "guichet.db-wal", "guichet.db-shm"] {
        let _ = std::fs::remove_file(data.join(file));
    }
    std::fs::copy(older.join("guichet.db"), data.join("guichet.db")).expect("put back");
    assert!(!bytes::holding(&data, CANARY).is_empty());
    let door = Door::unfurnished(&data, Clock::system()).await;
    for text in [CANARY, SECRET] {
        assert!(bytes::holding(&data, text).is_empty(), "{text} is back");
    }
    let ines = door.sign_in("ines").await;
    assert_eq!(found(&door, &ines, "").await, [""; 0]);
    door.hub.stop().await.expect("stops");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_does_not_start_with_a_ledger_that_it_cannot_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(folder.path(), Clock::system()).await;
    door.hub.stop().await.expect("stops");
    let ledger = folder.path().join("erasures.json");
    std::fs::write(&ledger, "[{").expect("spoilt");
    let config = guichet_hub::Config {
        data: folder.path().to_owned(),
        ..guichet_hub::Config::default()
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let refused = guichet_hub::start(config, listener, None, Clock::system()).await;
    let why = format!("{:#}", refused.err().expect("does not start"));
    assert!(why.contains("erasures.json"), "{why}");
    assert_eq!(
        std::fs::read_to_string(&ledger).expect("is there"),
        "[{",
        "nothing is lost"
    );
}
