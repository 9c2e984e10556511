//! Every other route by role, and the test that none is without a row.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::{Value, json};

use super::company::{Company, ROLES, Who};
use super::{contacts, objects};

/// A request, who may make it, and what it answers.
pub(super) struct ByRole {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) body: Option<Value>,
    pub(super) allowed: Vec<Who>,
    pub(super) good: (u16, &'static str),
    pub(super) bad: (u16, &'static str),
}

pub(super) const OK: (u16, &str) = (200, "");
pub(super) const NOT_FOUND: (u16, &str) = (404, "not_found");
pub(super) const NOT_ALLOWED: (u16, &str) = (200, "not_allowed");

/// What each role may do beside conversations.
pub(super) fn by_role(company: &Company) -> Vec<ByRole> {
    use Who::{DepartmentOwner, Manager, OtherManager, Outsider, SystemAdmin, SystemOwner};
    let everyone = ROLES.to_vec();
    let system = vec![SystemAdmin, SystemOwner];
    let owners = vec![DepartmentOwner, SystemAdmin, SystemOwner];
    let managers = vec![Manager, DepartmentOwner, SystemAdmin, SystemOwner];
    let templates = vec![Manager, DepartmentOwner, SystemOwner];
    let (department, queue) = company.here;
    let manager = company.agent(Manager);
    let get = |path: &str, allowed: &Vec<Who>, bad| ByRole {
        method: Method::GET,
        path: path.to_owned(),
        body: None,
        allowed: allowed.clone(),
        good: OK,
        bad,
    };
    let configure = |command: Value, allowed: &Vec<Who>| ByRole {
        method: Method::POST,
        path: "/v1/configuration".to_owned(),
        body: Some(json!({ "command": command })),
        allowed: allowed.clone(),
        good: OK,
        bad: NOT_ALLOWED,
    };
    let board = company.door.hub.hub.committer.board();
    let account = board.accounts.values().next().expect("the demo's");
    let queue_row = &board.queues[&queue];
    let department_row = &board.departments[&department];
    let title = json!({ "department": department, "category": "Accueil", "title": "Bonjour",
        "texts": { "fr": "Bonjour" } });
    let template = "00000000-0000-4000-8000-000000000077";
    let mut rows = contacts::rows();
    rows.extend([
        get("/v1/me", &everyone, NOT_FOUND),
        get("/v1/supervision", &everyone, NOT_FOUND),
        get("/v1/manifest", &everyone, NOT_FOUND),
        get("/v1/loads", &everyone, NOT_FOUND),
        get(
            "/v1/templates/uses",
            &[templates.clone(), vec![OtherManager]].concat(),
            NOT_FOUND,
        ),
        get("/v1/audit", &owners, NOT_FOUND),
        get(
            "/v1/blocks",
            &[managers.clone(), vec![OtherManager]].concat(),
            NOT_FOUND,
        ),
        // Nobody has one.
        get(
            &format!("/v1/agents/{manager}/photo"),
            &Vec::new(),
            NOT_FOUND,
        ),
        ByRole {
            method: Method::POST,
            path: "/v1/blocks".to_owned(),
            body: Some(json!({ "command": { "do": "network", "network": "203.0.113.9" } })),
            allowed: system.clone(),
            good: OK,
            bad: NOT_ALLOWED,
        },
        get(
            &format!("/v1/accounts/{}/installations", account.id),
            &owners,
            NOT_FOUND,
        ),
        ByRole {
            method: Method::POST,
            path: format!("/v1/agents/{manager}/invitation"),
            body: None,
            allowed: owners.clone(),
            good: (201, ""),
            bad: NOT_FOUND,
        },
        ByRole {
            method: Method::POST,
            path: "/v1/templates".to_owned(),
            body: Some(
                json!({ "command": { "do": "put", "template": template, "content": title } }),
            ),
            allowed: templates,
            good: OK,
            bad: NOT_ALLOWED,
        },
        configure(json!({ "do": "put_queue", "queue": queue_row }), &managers),
        configure(
            json!({ "do": "put_department", "department": department_row }),
            &owners,
        ),
        configure(json!({ "do": "put_account", "account": account }), &owners),
        configure(
            json!({ "do": "put_settings", "settings": board.settings }),
            &system,
        ),
        configure(
            json!({ "do": "put_agent", "agent": manager, "name": "manager", "email": "manager@demo.guichet.test" }),
            &owners,
        ),
        configure(
            json!({ "do": "set_active", "agent": manager, "active": true }),
            &owners,
        ),
        configure(
            json!({ "do": "set_grants", "agent": manager, "grants": [{ "role": "manager", "department": department }] }),
            &owners,
        ),
        // Last: asked by the last role, it changes what the outsider is.
        configure(
            json!({ "do": "set_grants", "agent": company.agent(Outsider), "grants": [{ "role": "system_admin", "department": null }] }),
            &vec![SystemOwner],
        ),
    ]);
    rows
}

/// Routes that ask nobody who they are, or are the caller's own: each with its own tests.
const WITHOUT_A_ROLE: [&str; 31] = [
    "POST /v1/setup",
    "POST /v1/sessions",
    "DELETE /v1/sessions/current",
    "POST /v1/alive",
    "POST /v1/typing",
    "GET /v1/sync",
    "POST /v1/fetch",
    "GET /v1/feed",
    "PUT /v1/me",
    "PUT /v1/me/password",
    "PUT /v1/me/photo",
    "DELETE /v1/me/photo",
    "GET /v1/me/sessions",
    "DELETE /v1/me/sessions/{id}",
    // By its own table.
    "POST /v1/commands",
    "GET /v1/openapi.json",
    "POST /v1/admin/command-line",
    "GET /healthz",
    "GET /metrics",
    "GET /join",
    // Of visitors: their token opens their own conversation.
    "GET /widget/v1/loader.js",
    "GET /widget/v1/frame",
    "GET /widget/v1/assets/{*path}",
    "GET /widget/v1/config",
    "POST /widget/v1/sessions",
    "GET /widget/v1/conversation",
    "POST /widget/v1/messages",
    "POST /widget/v1/typing",
    "POST /widget/v1/read",
    "POST /widget/v1/end",
    "GET /widget/v1/feed",
];

#[tokio::test]
async fn no_route_is_without_a_row() {
    let company = Company::open().await;
    let mut rows: BTreeSet<String> = WITHOUT_A_ROLE.map(str::to_owned).into();
    rows.extend(objects::READING.map(|path| format!("GET {path}")));
    // Ids in a path are one place.
    let place = |part: &str| {
        if uuid::Uuid::parse_str(part).is_ok() {
            "{id}"
        } else {
            part
        }
        .to_owned()
    };
    rows.extend(by_role(&company).into_iter().map(|row| {
        let path: Vec<String> = row.path.split('/').map(place).collect();
        format!("{} {}", row.method, path.join("/"))
    }));
    assert_eq!(routes(), rows, "the routes (left) and the rows (right)");
}

/// As the router lists them.
fn routes() -> BTreeSet<String> {
    let router = include_str!("../../../../crates/hub/src/router.rs");
    let listed = router.split(".route(").skip(1).flat_map(|text| {
        let path = text.split('"').nth(1).expect("a path");
        let methods = ["get(", "post(", "put(", "delete("].into_iter();
        let named = methods.filter(|method| text.contains(method));
        named.map(move |method| format!("{} {path}", method.trim_end_matches('(').to_uppercase()))
    });
    listed.collect()
}
