//! The demo company: something to try Guichet with, never made unasked.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Context;
use guichet_domain::{
    Account, AccountId, Agent, AgentId, Channel, Command, Department, DepartmentId, FieldRule,
    Grant, Greeting, Privacy, Queue, QueueId, Role, Route, WidgetSettings,
};
use serde_json::{Value, json};

use super::{agents, submit};
use crate::access::password::Passwords;
use crate::access::session::by_email;
use crate::cli::folder::write_private;
use crate::clock;
use crate::hub::Hub;

/// Key of the demo company's Live Chat account.
pub const PUBLIC_KEY: &str = "pub_demo";

const MARIE: (&str, &str) = ("Marie Lefèvre", "marie@demo.guichet.test");
const PAUL: (&str, &str) = ("Paul Girard", "paul@demo.guichet.test");
const INES: (&str, &str) = ("Inès Moreau", "ines@demo.guichet.test");

/// Creates what is missing of it; answers the agents with their passwords, which lie in the data folder.
pub(super) async fn create(hub: &Hub, passwords: &Passwords) -> anyhow::Result<Value> {
    let department = department(hub).await?;
    let manager = Grant {
        role: Role::Manager,
        department: Some(department),
    };
    let mut known = Secrets::read(hub)?;
    let mut ids = Vec::new();
    let mut answer = Vec::new();
    for ((name, email), extension, grants) in [
        (MARIE, "101", vec![]),
        (PAUL, "102", vec![]),
        (INES, "100", vec![manager]),
    ] {
        let password = known.of(email)?;
        ids.push(agent(hub, passwords, name, email, extension, grants, &password).await?);
        answer.push(json!({ "email": email, "name": name, "password": password }));
    }
    let queue = queue(hub, department, &ids[..2]).await?;
    account(hub, queue).await?;
    Ok(json!({ "agents": answer }))
}

async fn department(hub: &Hub) -> anyhow::Result<DepartmentId> {
    const NAME: &str = "Boutique en ligne";
    let board = hub.committer.board();
    if let Some(known) = board.departments.values().find(|d| d.name == NAME) {
        return Ok(known.id);
    }
    let id = DepartmentId(clock::new_id());
    let department = Department::new(id, NAME);
    submit(hub, Command::PutDepartment { department }).await?;
    Ok(id)
}

async fn agent(
    hub: &Hub,
    passwords: &Passwords,
    name: &str,
    email: &str,
    extension: &str,
    grants: Vec<Grant>,
    password: &str,
) -> anyhow::Result<AgentId> {
    if let Some(known) = by_email(hub, email) {
        let stored = hub.store.password_hash(known.id).await?;
        if !passwords.verify(password.to_owned(), stored).await? {
            let hash = passwords.hash(password.to_owned()).await?;
            hub.store.put_password_hash(known.id, &hash).await?;
        }
        return Ok(known.id);
    }
    let agent = Agent {
        extension: Some(extension.to_owned()),
        grants,
        ..Agent::new(AgentId(clock::new_id()), name, email)
    };
    let id = agent.id;
    agents::put(hub, passwords, agent, password.to_owned()).await?;
    Ok(id)
}

async fn queue(
    hub: &Hub,
    department: DepartmentId,
    members: &[AgentId],
) -> anyhow::Result<QueueId> {
    const NAME: &str = "Service après-vente";
    let board = hub.committer.board();
    if let Some(known) = board.queues.values().find(|queue| queue.name == NAME) {
        return Ok(known.id);
    }
    let queue = Queue {
        extension: Some("600".to_owned()),
        department: Some(department),
        members: members.to_vec(),
        ..Queue::new(QueueId(clock::new_id()), NAME)
    };
    let id = queue.id;
    submit(hub, Command::PutQueue { queue }).await?;
    Ok(id)
}

async fn account(hub: &Hub, queue: QueueId) -> anyhow::Result<()> {
    let board = hub.committer.board();
    let is_demo = |account: &Account| account.public_key.as_deref() == Some(PUBLIC_KEY);
    if board.accounts.values().any(is_demo) {
        return Ok(());
    }
    let account = Account {
        id: AccountId(clock::new_id()),
        channel: Channel::LiveChat,
        name: "Boutique en ligne".to_owned(),
        route: Route::Queue(queue),
        public_key: Some(PUBLIC_KEY.to_owned()),
        sites: Vec::new(),
        widget: Some(WidgetSettings {
            color: None,
            greeting: Greeting {
                fr: "Bonjour ! Comment pouvons-nous vous aider ?".to_owned(),
                en: "Hello! How can we help you?".to_owned(),
            },
            away: None,
            name: FieldRule::Optional,
            email: FieldRule::Optional,
            corner: guichet_domain::Corner::Right,
            privacy: Privacy {
                url: None,
                consent: FieldRule::Off,
            },
        }),
    };
    submit(hub, Command::PutAccount { account }).await
}

/// Passwords of the demo agents, in a file that only the hub's user reads.
struct Secrets {
    file: PathBuf,
    passwords: BTreeMap<String, String>,
}

impl Secrets {
    fn read(hub: &Hub) -> anyhow::Result<Self> {
        let file = hub.config.data.join("demo-passwords.json");
        let passwords = match std::fs::read(&file) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .with_context(|| format!("`{}` is unreadable", file.display()))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => BTreeMap::new(),
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read `{}`", file.display()));
            }
        };
        Ok(Self { file, passwords })
    }

    /// The agent's password; a new one is kept before it is used.
    fn of(&mut self, email: &str) -> anyhow::Result<String> {
        if let Some(known) = self.passwords.get(email) {
            return Ok(known.clone());
        }
        let password = agents::made_up();
        self.passwords.insert(email.to_owned(), password.clone());
        write_private(&self.file, &serde_json::to_vec_pretty(&self.passwords)?)?;
        Ok(password)
    }
}
