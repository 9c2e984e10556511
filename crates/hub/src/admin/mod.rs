//! What the command line can ask of a hub: done here, whether the hub runs already or was opened for it.

mod agents;
pub mod blocks;
mod company;
mod demo;

use anyhow::{Context, bail, ensure};
use guichet_domain::{Actor, Command, CommandId, Envelope, Network, Role};
use guichet_protocol::{CommandResult, ConfigurationCommand};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub use demo::PUBLIC_KEY as DEMO_KEY;

use crate::access::password::Passwords;
use crate::access::session::{by_email, seconds};
use crate::access::setup;
use crate::access::token::Token;
use crate::clock;
use crate::hub::Hub;

/// One call of the command line. Travels only between two processes that can read the same data folder.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs)]
pub enum AdminCommand {
    /// The first system owner, without a token.
    Setup {
        name: String,
        email: String,
        password: String,
    },
    /// A new agent; without a password one is made and answered.
    AgentAdd {
        name: String,
        email: String,
        extension: Option<String>,
        role: Option<Role>,
        queues: Vec<String>,
        password: Option<String>,
    },
    AgentList,
    AgentDeactivate {
        email: String,
    },
    /// A link by which the agent chooses a password.
    AgentInvite {
        email: String,
    },
    /// Gives a role, or takes it.
    AgentGrant {
        email: String,
        role: Role,
        department: Option<String>,
        held: bool,
    },
    /// Everything that is configured.
    Company,
    /// One change, as the HTTP API takes it.
    Configure {
        command: ConfigurationCommand,
    },
    DepartmentAdd {
        name: String,
    },
    QueueAdd {
        name: String,
        extension: Option<String>,
        department: Option<String>,
        members: Vec<String>,
    },
    AccountAdd {
        name: String,
        queue: String,
        sites: Vec<String>,
    },
    /// Who did what.
    Audit {
        before: Option<u64>,
        limit: u32,
    },
    /// Addresses that are kept out.
    BlockList,
    BlockAdd {
        network: Network,
        reason: Option<String>,
        hours: Option<u32>,
    },
    BlockRemove {
        network: Network,
    },
    /// A one-time sign-in code.
    Code {
        email: String,
    },
    /// The demo company.
    Demo,
}

/// Carries it out; the answer is what the command line prints.
pub async fn run(hub: &Hub, passwords: &Passwords, command: AdminCommand) -> anyhow::Result<Value> {
    match command {
        AdminCommand::Setup {
            name,
            email,
            password,
        } => {
            let agents = hub.committer.board().agents.len();
            ensure!(agents == 0, "the company is set up already");
            let (name, email) =
                setup::identity(&name, &email).context("a name and an e-mail are needed")?;
            agents::check_password(&password, &name, &email)?;
            let agent = setup::first_owner(hub, passwords, name, email, password).await?;
            Ok(json!({ "agent": agent }))
        }
        AdminCommand::AgentAdd {
            name,
            email,
            extension,
            role,
            queues,
            password,
        } => {
            let new = agents::New {
                name,
                email,
                extension,
                role,
                queues,
                password,
            };
            agents::add(hub, passwords, new).await
        }
        AdminCommand::AgentList => Ok(agents::list(hub)),
        AdminCommand::AgentDeactivate { email } => agents::deactivate(hub, &email).await,
        AdminCommand::AgentInvite { email } => company::invite(hub, &email).await,
        AdminCommand::AgentGrant {
            email,
            role,
            department,
            held,
        } => company::grant(hub, &email, role, department, held).await,
        AdminCommand::Company => Ok(company::show(hub)),
        AdminCommand::Configure { command } => company::configure(hub, command).await,
        AdminCommand::DepartmentAdd { name } => company::add_department(hub, name).await,
        AdminCommand::QueueAdd {
            name,
            extension,
            department,
            members,
        } => company::add_queue(hub, name, extension, department, members).await,
        AdminCommand::AccountAdd { name, queue, sites } => {
            company::add_account(hub, name, &queue, sites).await
        }
        AdminCommand::Audit { before, limit } => company::audit(hub, before, limit).await,
        AdminCommand::BlockList => blocks::list(hub).await,
        AdminCommand::BlockAdd {
            network,
            reason,
            hours,
        } => blocks::add(hub, network, reason, hours).await,
        AdminCommand::BlockRemove { network } => blocks::remove(hub, network).await,
        AdminCommand::Code { email } => code(hub, &email).await,
        AdminCommand::Demo => demo::create(hub, passwords).await,
    }
}

/// A code that signs `email` in once, for a minute.
async fn code(hub: &Hub, email: &str) -> anyhow::Result<Value> {
    let agent = by_email(hub, email)
        .filter(|agent| agent.active)
        .with_context(|| format!("there is no active agent `{email}`"))?;
    let code = Token::random();
    let expires = hub.clock.now().0 + seconds(hub.config.times.code);
    hub.store
        .put_code(code.hash(), agent.id, guichet_domain::Timestamp(expires))
        .await?;
    Ok(json!({ "code": code.reveal() }))
}

/// Commits a command of the hub itself.
pub async fn submit(hub: &Hub, command: Command) -> anyhow::Result<()> {
    let envelope = Envelope {
        actor: Actor::Hub,
        id: CommandId(clock::new_id()),
        command,
    };
    match hub.committer.submit(envelope).await? {
        CommandResult::Done { .. } => Ok(()),
        CommandResult::Refused { refusal } => bail!(refusal),
    }
}
