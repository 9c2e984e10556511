//! Agents, from the command line.

use anyhow::{Context, anyhow, ensure};
use guichet_domain::{Agent, AgentId, Command, Grant, Queue, Role};
use serde_json::{Value, json};

use super::submit;
use crate::access::password::{LENGTH, Passwords, strong_enough};
use crate::access::session::{by_email, end_all};
use crate::access::setup::identity;
use crate::access::token::Token;
use crate::clock;
use crate::hub::Hub;

/// An agent to be added.
#[allow(missing_docs)]
pub(super) struct New {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) extension: Option<String>,
    pub(super) role: Option<Role>,
    pub(super) queues: Vec<String>,
    pub(super) password: Option<String>,
}

/// Adds an agent and their membership of queues.
pub(super) async fn add(hub: &Hub, passwords: &Passwords, new: New) -> anyhow::Result<Value> {
    let (name, email) =
        identity(&new.name, &new.email).context("a name and an e-mail are needed")?;
    ensure!(
        by_email(hub, &email).is_none(),
        "there is an agent `{email}` already"
    );
    let queues: Vec<Queue> = new
        .queues
        .iter()
        .map(|name| queue(hub, name))
        .collect::<anyhow::Result<_>>()?;
    let grants = match new.role {
        None | Some(Role::Agent) => Vec::new(),
        Some(role @ (Role::Receptionist | Role::SystemAdmin | Role::SystemOwner)) => vec![Grant {
            role,
            department: None,
        }],
        Some(Role::Manager | Role::DepartmentOwner) => {
            return Err(anyhow!(
                "this role is held in a department, not company-wide"
            ));
        }
    };
    let made = new.password.is_none();
    let password = new.password.unwrap_or_else(made_up);
    check_password(&password, &name, &email)?;
    let id = AgentId(clock::new_id());
    let agent = Agent {
        extension: new.extension,
        grants,
        ..Agent::new(id, name, email.clone())
    };
    put(hub, passwords, agent, password.clone()).await?;
    for queue in queues {
        let mut members = queue.members.clone();
        members.push(id);
        submit(
            hub,
            Command::PutQueue {
                queue: Queue { members, ..queue },
            },
        )
        .await?;
    }
    let mut answer = json!({ "agent": id, "email": email });
    if made {
        answer["password"] = json!(password);
    }
    Ok(answer)
}

/// Puts an agent; the password is kept before, so that no agent is without one.
pub(super) async fn put(
    hub: &Hub,
    passwords: &Passwords,
    agent: Agent,
    password: String,
) -> anyhow::Result<()> {
    let hash = passwords.hash(password).await?;
    hub.store.put_password_hash(agent.id, &hash).await?;
    submit(hub, Command::PutAgent { agent }).await
}

/// Every agent, without secrets.
pub(super) fn list(hub: &Hub) -> Value {
    let board = hub.committer.board();
    let agents: Vec<Value> = board
        .agents
        .values()
        .map(|agent| {
            json!({
                "id": agent.id,
                "name": agent.name,
                "email": agent.email,
                "extension": agent.extension,
                "active": agent.active,
                "connected": agent.connected,
                "grants": agent.grants,
                "queues": board.queues_of(agent.id).map(|queue| &queue.name).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({ "agents": agents })
}

/// An agent signs in no more, holds nothing, and is signed out everywhere.
pub(super) async fn deactivate(hub: &Hub, email: &str) -> anyhow::Result<Value> {
    let agent = by_email(hub, email).with_context(|| format!("there is no agent `{email}`"))?;
    submit(
        hub,
        Command::SetActive {
            agent: agent.id,
            active: false,
        },
    )
    .await
    .context("the agent stays; hint: two administrators must remain")?;
    end_all(hub, agent.id).await?;
    Ok(json!({ "agent": agent.id, "active": false }))
}

/// Is this password good enough for this agent?
pub(super) fn check_password(password: &str, name: &str, email: &str) -> anyhow::Result<()> {
    strong_enough(password, &[name, email]).map_err(|_| {
        anyhow!(
            "the password is too weak; hint: {} to {} characters that nobody would guess",
            LENGTH.start(),
            LENGTH.end()
        )
    })
}

/// A password with 80 random bits that can be typed.
pub(super) fn made_up() -> String {
    let token = Token::random();
    let digits = &token.reveal()[..20];
    [0, 5, 10, 15]
        .map(|start| &digits[start..start + 5])
        .join("-")
}

pub(super) fn queue(hub: &Hub, name: &str) -> anyhow::Result<Queue> {
    hub.committer
        .board()
        .queues
        .values()
        .find(|queue| queue.name == name)
        .cloned()
        .with_context(|| format!("there is no queue `{name}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_up_password_is_strong() {
        let password = made_up();
        assert_eq!(password.len(), 23);
        check_password(&password, "Marie", "marie@example.com").expect("strong");
    }
}
