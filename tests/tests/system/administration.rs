//! Administrators set the company up through the hub's door; nobody else does, or learns that one could.

use std::sync::atomic::{AtomicU32, Ordering};

use guichet_hub::Clock;
use guichet_hub::admin::AdminCommand;
use reqwest::Method;
use serde_json::{Value, json};

use crate::door::{Door, answered, body, random_id};

const STRONG: &str = "orage-lampe-42-velo";

struct Office {
    door: Door,
    /// Commands so far: each has an id of its own.
    asked: AtomicU32,
    _folder: tempfile::TempDir,
    /// System owner.
    olga: String,
    /// Manager of the department.
    ines: String,
    /// An agent.
    marie: String,
}

impl Office {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let door = Door::open(folder.path(), Clock::system()).await;
        let owner = AdminCommand::AgentAdd {
            name: "Olga".to_owned(),
            email: "olga@demo.guichet.test".to_owned(),
            extension: None,
            role: Some(guichet_domain::Role::SystemOwner),
            queues: Vec::new(),
            password: None,
        };
        door.admin(owner).await;
        Self {
            olga: door.sign_in("olga").await,
            ines: door.sign_in("ines").await,
            marie: door.sign_in("marie").await,
            door,
            asked: AtomicU32::new(0),
            _folder: folder,
        }
    }

    async fn does(&self, agent: &str, command: Value) -> Value {
        let number = self.asked.fetch_add(1, Ordering::Relaxed);
        let id = random_id(&format!("ask {number}"));
        let request = json!({ "id": id, "command": command });
        let asked = self.door.knock(Method::POST, "/v1/configuration");
        body(asked.bearer_auth(agent).json(&request)).await
    }

    async fn done(&self, agent: &str, command: Value) {
        let answer = self.does(agent, command.clone()).await;
        assert_eq!(answer["result"], "done", "{command} {answer}");
    }

    async fn get(&self, agent: &str, path: &str) -> Value {
        body(self.door.knock(Method::GET, path).bearer_auth(agent)).await
    }

    async fn invite(&self, by: &str, agent: &str) -> String {
        let path = format!("/v1/agents/{agent}/invitation");
        let made = body(self.door.knock(Method::POST, &path).bearer_auth(by)).await;
        made["link"].as_str().expect("a link").to_owned()
    }

    async fn accept(&self, link: &str, password: &str) -> (u16, String) {
        let (page, code) = link.split_once('#').expect("a secret part");
        assert_eq!(page, format!("http://{}/join", self.door.hub.address));
        let asked = json!({ "by": "invitation", "code": code, "password": password });
        answered(self.door.knock(Method::POST, "/v1/sessions").json(&asked)).await
    }

    fn agent(&self, email: &str) -> String {
        let board = self.door.hub.hub.committer.board();
        let found = board.agents.values().find(|agent| agent.email == email);
        found.expect("known").id.to_string()
    }
}

const NINA: &str = "00000000-0000-4000-8000-000000000001";

fn nina() -> Value {
    json!({ "do": "put_agent", "agent": NINA, "name": "Nina", "email": "nina@demo.guichet.test" })
}

#[tokio::test]
async fn an_invited_agent_chooses_a_password_once() {
    let office = Office::open().await;
    office.done(&office.olga, nina()).await;
    let first = office.invite(&office.olga, NINA).await;
    let link = office.invite(&office.olga, NINA).await;
    let wrong = (401, "wrong_credentials".to_owned());
    assert_eq!(office.accept(&first, STRONG).await, wrong, "replaced");
    let weak = (422, "weak_password".to_owned());
    assert_eq!(office.accept(&link, "nina").await.1, weak.1);
    assert_eq!(office.accept(&link, STRONG).await, (201, String::new()));
    assert_eq!(office.accept(&link, STRONG).await, wrong, "used");
    let asked = json!({ "by": "password", "email": "nina@demo.guichet.test", "password": STRONG });
    let sign_in = office.door.knock(Method::POST, "/v1/sessions").json(&asked);
    assert_eq!(answered(sign_in).await.0, 201);
    let page = office
        .door
        .knock(Method::GET, "/join")
        .send()
        .await
        .expect("a page");
    assert!(
        page.text()
            .await
            .expect("words")
            .contains("J’ai une invitation")
    );
}

#[tokio::test]
async fn who_forgot_the_password_is_let_in_again_and_signed_out_everywhere() {
    let office = Office::open().await;
    let marie = office.agent("marie@demo.guichet.test");
    let link = office.invite(&office.olga, &marie).await;
    assert_eq!(office.accept(&link, STRONG).await.0, 201);
    let me = office
        .door
        .knock(Method::GET, "/v1/me")
        .bearer_auth(&office.marie);
    assert_eq!(answered(me).await, (401, "unauthorized".to_owned()));
}

#[tokio::test]
async fn a_deactivated_agent_is_out_at_once_and_their_conversations_wait() {
    let office = Office::open().await;
    let visitor = office.door.visitor().await;
    let conversation = office.door.conversation(&visitor, "Bonjour").await;
    let take = json!({ "id": random_id("take"), "command": { "do": "take", "conversation": conversation } });
    let asked = office.door.knock(Method::POST, "/v1/commands").json(&take);
    assert_eq!(
        body(asked.bearer_auth(&office.marie)).await["result"],
        "done"
    );
    // The stream that is open now must end by itself.
    let feed = office
        .door
        .knock(Method::GET, "/v1/feed")
        .bearer_auth(&office.marie);
    let feed = feed.send().await.expect("a stream");
    let marie = office.agent("marie@demo.guichet.test");
    office
        .done(
            &office.olga,
            json!({ "do": "set_active", "agent": marie, "active": false }),
        )
        .await;
    tokio::time::timeout(std::time::Duration::from_secs(5), feed.bytes())
        .await
        .expect("the stream ends")
        .ok();
    let me = office
        .door
        .knock(Method::GET, "/v1/me")
        .bearer_auth(&office.marie);
    assert_eq!(answered(me).await.0, 401);
    let link = office
        .door
        .knock(Method::POST, &format!("/v1/agents/{marie}/invitation"));
    let not_found = (404, "not_found".to_owned());
    assert_eq!(answered(link.bearer_auth(&office.olga)).await, not_found);
    let paul = office.door.sign_in("paul").await;
    let seen = office
        .get(&paul, &format!("/v1/conversations/{conversation}"))
        .await;
    assert_eq!(
        seen["conversation"]["kind"]["customer"]["ownership"]["state"], "offered",
        "{seen}"
    );
}

#[tokio::test]
async fn who_may_not_configure_is_told_of_nothing() {
    let office = Office::open().await;
    let marie = office.agent("marie@demo.guichet.test");
    let account = office
        .door
        .hub
        .hub
        .committer
        .board()
        .accounts
        .keys()
        .next()
        .copied();
    let account = account.expect("the demo account");
    for agent in [&office.marie, &office.ines] {
        for (method, path) in [
            (Method::POST, format!("/v1/agents/{marie}/invitation")),
            (Method::POST, format!("/v1/agents/{NINA}/invitation")),
            (Method::GET, format!("/v1/accounts/{account}/installations")),
            (Method::GET, format!("/v1/accounts/{NINA}/installations")),
            (Method::GET, "/v1/audit".to_owned()),
        ] {
            let asked = office.door.knock(method, &path).bearer_auth(agent);
            assert_eq!(
                answered(asked).await,
                (404, "not_found".to_owned()),
                "{path}"
            );
        }
        let refused = office.does(agent, nina()).await;
        assert_eq!(refused["refusal"]["code"], "not_allowed", "{refused}");
    }
}

#[tokio::test]
async fn the_trail_says_who_did_what_and_to_an_owner_only_of_the_own_department() {
    let office = Office::open().await;
    office.done(&office.olga, nina()).await;
    office.invite(&office.olga, NINA).await;
    let department = office
        .door
        .hub
        .hub
        .committer
        .board()
        .departments
        .keys()
        .next()
        .copied();
    let grants = json!([{ "role": "department_owner", "department": department }]);
    let granted = json!({ "do": "set_grants", "agent": NINA, "grants": grants });
    office.done(&office.olga, granted).await;
    let what = |page: &Value| -> Vec<String> {
        let rows = page["rows"].as_array().expect("rows").iter();
        rows.map(|row| row["what"].as_str().expect("what").to_owned())
            .collect()
    };
    let all = office.get(&office.olga, "/v1/audit").await;
    assert_eq!(what(&all)[..3], ["grants_set", "invited", "agent_put"]);
    assert!(!all.to_string().contains("join"), "never with the link");
    let before = &all["rows"][1]["number"];
    let older = office
        .get(&office.olga, &format!("/v1/audit?before={before}"))
        .await;
    assert_eq!(what(&older)[0], "agent_put");
    let nina = office.door.sign_in("nina").await;
    let own = office.get(&nina, "/v1/audit").await;
    let rows = own["rows"].as_array().expect("rows");
    assert!(!rows.is_empty());
    assert!(
        rows.iter()
            .all(|row| row["in_department"] == json!(department)),
        "{own}"
    );
}

#[tokio::test]
async fn a_site_that_asks_for_the_widget_is_known_as_installed() {
    let office = Office::open().await;
    let board = office.door.hub.hub.committer.board();
    let mut account = board.accounts.values().next().expect("demo").clone();
    account.sites = vec!["https://shop.example".to_owned()];
    let put = json!({ "do": "put_account", "account": account });
    office.done(&office.olga, put).await;
    let path = format!("/v1/accounts/{}/installations", account.id);
    assert_eq!(office.get(&office.olga, &path).await, json!([]));
    let key = account.public_key.expect("a key");
    for page in [
        "https://evil.example/",
        "https://shop.example/cart?secret=1",
        "nonsense",
    ] {
        let loader = format!("/widget/v1/loader.js?account={key}");
        let asked = office
            .door
            .knock(Method::GET, &loader)
            .header("referer", page);
        assert!(
            asked
                .send()
                .await
                .expect("the script")
                .status()
                .is_success()
        );
    }
    let seen = office.get(&office.olga, &path).await;
    assert_eq!(seen[0]["site"], "https://shop.example");
    assert_eq!(seen.as_array().expect("a list").len(), 1);
}

#[tokio::test]
async fn the_command_line_sets_a_company_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::unfurnished(folder.path(), Clock::system()).await;
    let agent = |name: &str| AdminCommand::AgentAdd {
        name: name.to_owned(),
        email: format!("{name}@demo.guichet.test"),
        extension: None,
        role: None,
        queues: Vec::new(),
        password: None,
    };
    door.admin(agent("nina")).await;
    let name = || "Atelier".to_owned();
    door.admin(AdminCommand::DepartmentAdd { name: name() })
        .await;
    let email = || "nina@demo.guichet.test".to_owned();
    let queue = AdminCommand::QueueAdd {
        name: "Réparations".to_owned(),
        extension: Some("600".to_owned()),
        department: Some(name()),
        members: vec![email()],
    };
    door.admin(queue).await;
    let account = AdminCommand::AccountAdd {
        name: "Boutique".to_owned(),
        queue: "Réparations".to_owned(),
        sites: vec!["https://shop.example/".to_owned()],
    };
    let account = door.admin(account).await;
    assert!(
        account["public_key"]
            .as_str()
            .is_some_and(|key| key.starts_with("pub_"))
    );
    let grant = AdminCommand::AgentGrant {
        email: email(),
        role: guichet_domain::Role::Manager,
        department: Some(name()),
        held: true,
    };
    assert_eq!(door.admin(grant).await["grants"][0]["role"], "manager");
    let settings = json!({ "do": "put_settings", "settings": {
        "name": "Vélos & Cie", "country": "FR", "auto_close_days": 30, "retention_months": null,
        "history": true, "hours": { "zone": "Europe/Paris", "week": null, "holidays": [] } } });
    let command = serde_json::from_value(settings).expect("a command");
    door.admin(AdminCommand::Configure { command }).await;
    let company = door.admin(AdminCommand::Company).await;
    assert_eq!(company["settings"]["name"], "Vélos & Cie");
    assert_eq!(
        company["accounts"][0]["sites"],
        json!(["https://shop.example"])
    );
    let audit = AdminCommand::Audit {
        before: None,
        limit: 1,
    };
    assert_eq!(door.admin(audit).await["rows"][0]["what"], "settings_put");
}
