//! Two departments, somebody of each role, and conversations in every relation to them.

use std::collections::{BTreeMap, BTreeSet};

use guichet_domain::{
    Agent, AgentId, Command, Department, DepartmentId, Grant, Queue, QueueId, Role,
};
use guichet_hub::Clock;
use guichet_hub::admin::submit;
use guichet_hub::clock::new_id;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::routes::ByRole;
use crate::door::{Door, body};

/// Somebody of the company, by what they may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    /// Shares the queue.
    Agent,
    /// Shares no queue and has no role.
    Outsider,
    Receptionist,
    Manager,
    /// Of the other department.
    OtherManager,
    DepartmentOwner,
    SystemAdmin,
    SystemOwner,
}

pub(super) const ROLES: [Who; 8] = [
    Who::Agent,
    Who::Outsider,
    Who::Receptionist,
    Who::Manager,
    Who::OtherManager,
    Who::DepartmentOwner,
    Who::SystemAdmin,
    Who::SystemOwner,
];

/// A conversation, by its relation to who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Object {
    Own,
    /// Waits in the department's queue.
    Offered,
    /// Owned by a colleague of the department.
    Others,
    /// Owned in the other department.
    Foreign,
}

pub(super) const OBJECTS: [Object; 4] = [
    Object::Own,
    Object::Offered,
    Object::Others,
    Object::Foreign,
];

/// How a conversation is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    Own,
    /// By one who also supervises where it is.
    OwnSupervised,
    /// As a member of its queue.
    Offered,
    /// Waits, and is seen by one who supervises.
    Watched,
    /// Owned, and is seen by one who supervises.
    Supervised,
    /// Of a queue one shares, and another's: only who won it is told.
    Lost,
    Hidden,
}

/// The table of the product.
pub(super) fn sight(who: Who, object: Object) -> Sight {
    use Object::{Foreign, Offered, Others, Own};
    // Their own is of the department here.
    let supervises = match who {
        Who::Agent | Who::Outsider => false,
        Who::Receptionist | Who::SystemAdmin | Who::SystemOwner => true,
        Who::Manager | Who::DepartmentOwner => object != Foreign,
        Who::OtherManager => object == Foreign,
    };
    match (object, supervises) {
        (Own, false) => Sight::Own,
        (Own, true) => Sight::OwnSupervised,
        (Offered, _) if who == Who::Agent => Sight::Offered,
        (Offered, true) => Sight::Watched,
        (Others | Foreign, true) => Sight::Supervised,
        (Others, false) if who == Who::Agent => Sight::Lost,
        (Offered | Others | Foreign, false) => Sight::Hidden,
    }
}

pub(super) struct Company {
    pub(super) door: Door,
    _folder: tempfile::TempDir,
    tokens: BTreeMap<Who, String>,
    ids: BTreeMap<Who, AgentId>,
    paul: (AgentId, String),
    /// Agent of the other department.
    bob: (AgentId, String),
    pub(super) here: (DepartmentId, QueueId),
    pub(super) there: (DepartmentId, QueueId),
}

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

impl Company {
    pub(super) async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let door = Door::unlimited(folder.path(), Clock::system()).await;
        let board = door.hub.hub.committer.board();
        let here = board.queues.values().next().expect("the demo's queue");
        let here = (here.department.expect("in a department"), here.id);
        let there = (DepartmentId(id(1)), QueueId(id(2)));
        let put = async |command| submit(&door.hub.hub, command).await.expect("put");
        put(Command::PutDepartment {
            department: Department::new(there.0, "Atelier"),
        })
        .await;
        let agent = async |number: u128, name: &str, grants: Vec<Grant>| {
            let email = format!("{name}@demo.guichet.test");
            let agent = AgentId(id(number));
            put(Command::PutAgent {
                agent: Agent {
                    grants,
                    ..Agent::new(agent, name, email)
                },
            })
            .await;
            (agent, door.sign_in(name).await)
        };
        let bob = agent(9, "bob", Vec::new()).await;
        let queue = Queue {
            department: Some(there.0),
            members: vec![bob.0],
            ..Queue::new(there.1, "Réparations")
        };
        put(Command::PutQueue { queue }).await;
        let known = |name: &str| {
            let board = door.hub.hub.committer.board();
            let found = board
                .agents
                .values()
                .find(|agent| agent.email.starts_with(name));
            found.expect("of the demo").id
        };
        let (mut tokens, mut ids) = (BTreeMap::new(), BTreeMap::new());
        for (number, who) in (10..).zip(ROLES) {
            let one = |role, department| vec![Grant { role, department }];
            let grants = match who {
                Who::Agent | Who::Outsider => Vec::new(),
                Who::Receptionist => one(Role::Receptionist, None),
                Who::Manager => one(Role::Manager, Some(here.0)),
                Who::OtherManager => one(Role::Manager, Some(there.0)),
                Who::DepartmentOwner => one(Role::DepartmentOwner, Some(here.0)),
                Who::SystemAdmin => one(Role::SystemAdmin, None),
                Who::SystemOwner => one(Role::SystemOwner, None),
            };
            let (agent, token) = if who == Who::Agent {
                (known("marie"), door.sign_in("marie").await)
            } else {
                agent(number, &format!("{who:?}").to_lowercase(), grants).await
            };
            tokens.insert(who, token);
            ids.insert(who, agent);
        }
        let paul = (known("paul"), door.sign_in("paul").await);
        Self {
            door,
            _folder: folder,
            tokens,
            ids,
            paul,
            bob,
            here,
            there,
        }
    }

    pub(super) fn token(&self, who: Who) -> &str {
        &self.tokens[&who]
    }

    pub(super) fn agent(&self, who: Who) -> AgentId {
        self.ids[&who]
    }

    /// A new conversation in this relation.
    pub(super) async fn object(&self, who: Who, object: Object) -> String {
        let visitor = self.door.visitor().await;
        let message = json!({ "id": new_id(), "text": "Bonjour" });
        let asked = self
            .door
            .page(Method::POST, "messages")
            .bearer_auth(visitor);
        let accepted = body(asked.json(&message)).await;
        let conversation = accepted["conversation"].as_str().expect("an id").to_owned();
        let hand = async |to: Value| {
            let transfer = json!({ "do": "transfer", "conversation": conversation, "to": to });
            let done = self.submit(&self.paul.1, transfer).await;
            assert_eq!(done["result"], "done", "{done}");
        };
        match object {
            Object::Own => hand(json!({ "agent": self.agent(who) })).await,
            Object::Offered => {}
            Object::Others => {
                let take = json!({ "do": "take", "conversation": conversation });
                let done = self.submit(&self.paul.1, take).await;
                assert_eq!(done["result"], "done", "{done}");
            }
            Object::Foreign => hand(json!({ "agent": self.bob.0 })).await,
        }
        if object == Object::Foreign {
            self.into_the_other_department(&conversation).await;
        }
        conversation
    }

    /// Through its queue, so that it is that department's.
    async fn into_the_other_department(&self, conversation: &str) {
        for command in [
            json!({ "do": "transfer", "conversation": conversation, "to": { "queue": self.there.1 } }),
            json!({ "do": "take", "conversation": conversation }),
        ] {
            let done = self.submit(&self.bob.1, command).await;
            assert_eq!(done["result"], "done", "{done}");
        }
    }

    /// The command with this conversation, its owner, and the queue of the department.
    pub(super) fn filled(&self, command: &Value, object: Object, conversation: &str) -> Value {
        let mut command = command.clone();
        command["conversation"] = json!(conversation);
        if command["from"] == "owner" {
            let owner = if object == Object::Foreign {
                self.bob.0
            } else {
                self.paul.0
            };
            command["from"] = json!(owner);
        }
        if command.get("to").is_some() {
            command["to"] = json!({ "queue": self.here.1 });
        }
        command
    }

    pub(super) async fn asks(&self, who: Who, command: Value) -> Value {
        self.submit(self.token(who), command).await
    }

    async fn submit(&self, token: &str, command: Value) -> Value {
        let request = json!({ "id": new_id(), "command": command });
        let asked = self.door.knock(Method::POST, "/v1/commands");
        let answer = asked.bearer_auth(token).json(&request).send().await;
        let text = answer.expect("an answer").text().await.expect("a body");
        let read: Value = serde_json::from_str(&text).expect("json");
        assert!(read.get("result").is_some(), "{request}: {text}");
        read
    }

    /// Status and code, `""` when all is well, the refusal's where the answer is one.
    pub(super) async fn knocks(&self, who: Who, row: &ByRole) -> (u16, String) {
        let mut asked = self.door.knock(row.method.clone(), &row.path);
        if let Some(body) = &row.body {
            let mut body = body.clone();
            if body.get("command").is_some() {
                body["id"] = json!(new_id());
            }
            asked = asked.json(&body);
        }
        let answer = asked
            .bearer_auth(self.token(who))
            .send()
            .await
            .expect("an answer");
        let (status, text) = (
            answer.status().as_u16(),
            answer.text().await.expect("a body"),
        );
        let body: Value = serde_json::from_str(&text).unwrap_or_default();
        let code = body["refusal"]["code"].as_str().or(body["code"].as_str());
        if status == 404 {
            assert_eq!(text, super::NOT_FOUND);
        }
        (status, code.unwrap_or_default().to_owned())
    }

    pub(super) async fn conversations_listed_to(&self, token: &str) -> BTreeSet<String> {
        let mut listed = BTreeSet::new();
        let mut after = String::new();
        loop {
            let path = format!("/v1/manifest{after}");
            let page = body(self.door.knock(Method::GET, &path).bearer_auth(token)).await;
            for entry in page["entries"].as_array().expect("entries") {
                if entry["kind"] == "conversation" {
                    listed.insert(entry["id"].as_str().expect("an id").to_owned());
                }
            }
            match page["next"].as_str() {
                Some(next) => after = format!("?after={next}"),
                None => return listed,
            }
        }
    }
}
