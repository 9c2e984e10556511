//! The product's table of rights as data: every route and what is pushed, asked by every role about what is their own,
//! what is offered to them, what another owns, and what is another department's. What is not to be seen answers
//! "not found", always with the same body.

mod commands;
mod company;
mod contacts;
mod objects;
mod routes;

use std::collections::BTreeSet;

use guichet_protocol::EntityKind;
use reqwest::Method;
use serde_json::{Value, json};

use crate::door::body;
use company::{Company, OBJECTS, ROLES, Sight};

/// The bodies of what cannot be seen: all the same.
const NOT_FOUND: &str = r#"{"code":"not_found","detail":"there is nothing here"}"#;

#[tokio::test]
async fn every_route_that_reads_a_conversation_answers_by_the_table() {
    let company = Company::open().await;
    for role in ROLES {
        for object in OBJECTS {
            let id = company.object(role, object).await;
            let expected = company::sight(role, object);
            for path in objects::READING {
                let path = path.replace("{id}", &id);
                let asked = company.door.knock(Method::GET, &path);
                let answer = asked.bearer_auth(company.token(role)).send().await;
                let answer = answer.expect("an answer");
                let (status, text) = (answer.status(), answer.text().await.expect("a body"));
                let case = format!("{role:?} {object:?} GET {path}: {text}");
                if matches!(expected, Sight::Hidden | Sight::Lost) {
                    assert_eq!((status.as_u16(), &*text), (404, NOT_FOUND), "{case}");
                } else {
                    assert_eq!(status.as_u16(), 200, "{case}");
                }
            }
        }
    }
}

#[tokio::test]
async fn every_command_about_a_conversation_answers_by_the_table() {
    let company = Company::open().await;
    let mut wrong = Vec::new();
    for role in ROLES {
        for object in OBJECTS {
            let sight = company::sight(role, object);
            for row in commands::table() {
                let id = company.object(role, object).await;
                let command = company.filled(&row.command, object, &id);
                let answer = company.asks(role, command).await;
                let found = answer["refusal"]["code"].as_str().unwrap_or("done");
                let expected = row.expected(sight);
                if found != expected {
                    wrong.push(format!(
                        "{role:?} {object:?} {} ({sight:?}): {found}, not {expected}",
                        row.command
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn what_is_pushed_is_what_one_holds_and_what_is_fetched_is_no_more() {
    let company = Company::open().await;
    for role in ROLES {
        let mut held = BTreeSet::new();
        let mut all = BTreeSet::new();
        for object in OBJECTS {
            let id = company.object(role, object).await;
            let sight = company::sight(role, object);
            if matches!(sight, Sight::Own | Sight::OwnSupervised | Sight::Offered) {
                held.insert(id.clone());
            }
            all.insert(id);
        }
        let token = company.token(role);
        let listed = company.conversations_listed_to(token).await;
        let here: BTreeSet<String> = listed.intersection(&all).cloned().collect();
        assert_eq!(here, held, "{role:?} is listed others");
        let keys: Vec<Value> = all
            .iter()
            .map(|id| json!({ "kind": EntityKind::Conversation, "id": id }))
            .collect();
        let fetched = company
            .door
            .knock(Method::POST, "/v1/fetch")
            .bearer_auth(token);
        let fetched = body(fetched.json(&json!({ "keys": keys }))).await;
        let puts = fetched["puts"].as_array().expect("rows").iter();
        let got: BTreeSet<String> = puts
            .map(|put| put["row"]["id"].as_str().expect("an id").to_owned())
            .collect();
        assert_eq!(got, held, "{role:?} fetches others");
    }
}

#[tokio::test]
async fn everything_else_answers_by_the_role() {
    let company = Company::open().await;
    for role in ROLES {
        for row in routes::by_role(&company) {
            let (status, code) = company.knocks(role, &row).await;
            let expected = if row.allowed.contains(&role) {
                row.good
            } else {
                row.bad
            };
            assert_eq!(
                (status, &*code),
                expected,
                "{role:?} {} {}",
                row.method,
                row.path
            );
        }
    }
}
