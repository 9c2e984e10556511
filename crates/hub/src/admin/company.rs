//! The company, from the command line: shown, added to, configured.

use anyhow::{Context, bail, ensure};
use guichet_domain::{
    Account, AccountId, Actor, Channel, Command, CommandId, Department, DepartmentId, Grant, Queue,
    QueueId, Route,
};
use guichet_protocol::{AuditRow, CommandResult, ConfigurationCommand, ConfigurationRequest};
use serde_json::{Value, json};

use super::submit;
use crate::access::invitation;
use crate::access::session::by_email;
use crate::clock;
use crate::configure;
use crate::http::edge::origin;
use crate::hub::Hub;
use crate::store::Store;

/// Everything that is configured, without secrets.
pub(super) fn show(hub: &Hub) -> Value {
    let board = hub.committer.board();
    json!({
        "settings": board.settings,
        "departments": board.departments.values().collect::<Vec<_>>(),
        "queues": board.queues.values().collect::<Vec<_>>(),
        "accounts": board.accounts.values().collect::<Vec<_>>(),
    })
}

/// One command as the HTTP API takes it.
pub(super) async fn configure(hub: &Hub, command: ConfigurationCommand) -> anyhow::Result<Value> {
    let id = CommandId(clock::new_id());
    let request = ConfigurationRequest { id, command };
    match configure::configure(hub, Actor::Hub, request).await? {
        CommandResult::Done { .. } => Ok(json!({ "done": true })),
        CommandResult::Refused { refusal } => bail!(refusal),
    }
}

pub(super) async fn add_department(hub: &Hub, name: String) -> anyhow::Result<Value> {
    let id = DepartmentId(clock::new_id());
    let department = Department::new(id, name);
    submit(hub, Command::PutDepartment { department }).await?;
    Ok(json!({ "department": id }))
}

/// A queue that rings all; what else it is, `configure` puts.
pub(super) async fn add_queue(
    hub: &Hub,
    name: String,
    extension: Option<String>,
    department: Option<String>,
    members: Vec<String>,
) -> anyhow::Result<Value> {
    let member = |email: String| {
        let agent = by_email(hub, &email).filter(|agent| agent.active);
        let agent = agent.with_context(|| format!("there is no active agent `{email}`"))?;
        anyhow::Ok(agent.id)
    };
    let department = department
        .map(|name| department_of(hub, &name))
        .transpose()?;
    let queue = Queue {
        extension,
        department,
        members: members.into_iter().map(member).collect::<Result<_, _>>()?,
        ..Queue::new(QueueId(clock::new_id()), name)
    };
    let id = queue.id;
    submit(hub, Command::PutQueue { queue }).await?;
    Ok(json!({ "queue": id }))
}

/// A Live Chat account with what its website needs.
pub(super) async fn add_account(
    hub: &Hub,
    name: String,
    queue: &str,
    sites: Vec<String>,
) -> anyhow::Result<Value> {
    ensure!(
        !sites.is_empty(),
        "a site is needed, such as https://shop.example"
    );
    let id = AccountId(clock::new_id());
    let account = Account {
        id,
        channel: Channel::LiveChat,
        name,
        route: Route::Queue(super::agents::queue(hub, queue)?.id),
        public_key: None,
        sites,
        widget: None,
    };
    submit(hub, Command::PutAccount { account }).await?;
    let board = hub.committer.board();
    let put = board.accounts.get(&id).context("the account was not put")?;
    Ok(json!({ "account": id, "public_key": put.public_key }))
}

/// Adds a role to an agent, or takes it.
pub(super) async fn grant(
    hub: &Hub,
    email: &str,
    role: guichet_domain::Role,
    department: Option<String>,
    held: bool,
) -> anyhow::Result<Value> {
    let agent = by_email(hub, email).with_context(|| format!("there is no agent `{email}`"))?;
    let department = department
        .map(|name| department_of(hub, &name))
        .transpose()?;
    let grant = Grant { role, department };
    let mut grants = agent.grants;
    grants.retain(|other| *other != grant);
    if held {
        grants.push(grant);
    }
    let agent = agent.id;
    submit(hub, Command::SetGrants { agent, grants }).await?;
    Ok(json!({ "agent": agent, "grants": hub.committer.board().agents[&agent].grants }))
}

/// A link by which an agent chooses a password.
pub(super) async fn invite(hub: &Hub, email: &str) -> anyhow::Result<Value> {
    let agent = by_email(hub, email).with_context(|| format!("there is no agent `{email}`"))?;
    let base = match &hub.config.public_url {
        Some(url) => origin(url),
        None if hub.config.listen.port() != 0 => format!("http://{}", hub.config.listen),
        None => bail!("how this hub is reached is not known; hint: set public_url"),
    };
    submit(hub, Command::Invite { agent: agent.id }).await?;
    let made = invitation::invite(hub, agent.id, &base).await?;
    Ok(json!({ "agent": agent.id, "link": made.link, "expires": made.expires }))
}

/// The newest rows of the audit trail.
pub(super) async fn audit(hub: &Hub, before: Option<u64>, limit: u32) -> anyhow::Result<Value> {
    let rows = hub.store.audit(None, before, limit).await?;
    let rows: Vec<AuditRow> = rows
        .into_iter()
        .map(|(number, row)| AuditRow { number, row })
        .collect();
    Ok(json!({ "rows": rows }))
}

fn department_of(hub: &Hub, name: &str) -> anyhow::Result<DepartmentId> {
    let board = hub.committer.board();
    let found = board.departments.values().find(|known| known.name == name);
    let found = found.with_context(|| format!("there is no department `{name}`"))?;
    Ok(found.id)
}
