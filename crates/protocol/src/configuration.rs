//! What an administrator's app does with the company: its agents, departments, queues, accounts and settings.

use std::fmt;

use guichet_domain::{
    Account, Agent, AgentId, Audit, Command, CommandId, Department, Grant, Queue, Settings,
    Timestamp,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// `POST /v1/configuration`: as a [`CommandRequest`](crate::CommandRequest).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfigurationRequest {
    /// Made by the app before the first attempt.
    pub id: CommandId,
    /// What to do.
    pub command: ConfigurationCommand,
}

/// What can be configured. Each puts the whole of what it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs)]
pub enum ConfigurationCommand {
    PutAgent {
        agent: AgentId,
        name: String,
        email: String,
        #[serde(default)]
        extension: Option<String>,
        /// The first roles of a new agent; those of a known one stay.
        #[serde(default)]
        grants: Vec<Grant>,
    },
    SetGrants {
        agent: AgentId,
        grants: Vec<Grant>,
    },
    /// A deactivated agent is signed out within a second; what they owned returns to its queues.
    SetActive {
        agent: AgentId,
        active: bool,
    },
    PutSettings {
        settings: Settings,
    },
    PutDepartment {
        department: Department,
    },
    PutQueue {
        queue: Queue,
    },
    PutAccount {
        account: Account,
    },
}

/// A link by which an agent chooses a password (`POST /v1/agents/{id}/invitation`). Shown this once.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Invitation {
    /// To be given to the agent, who pastes it into the app. Its last part, which no server is sent, is the secret.
    pub link: String,
    pub expires: Timestamp,
}

/// Rows of the audit trail, newest first (`GET /v1/audit`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditPage {
    /// Those that who asks may read.
    pub rows: Vec<AuditRow>,
    /// There are older ones.
    pub more: bool,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct AuditRow {
    /// To ask for those before it.
    pub number: u64,
    #[serde(flatten)]
    pub row: Audit,
}

/// A page of a website that asked for the widget of an account (`GET /v1/accounts/{id}/installations`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct Installation {
    /// One of the account's sites.
    pub site: String,
    /// When it last did, to a minute.
    pub seen: Timestamp,
}

impl ConfigurationRequest {
    /// The command as the rules know it.
    pub fn into_domain(self) -> Command {
        match self.command {
            ConfigurationCommand::PutAgent {
                agent,
                name,
                email,
                extension,
                grants,
            } => Command::PutAgent {
                agent: Agent {
                    extension,
                    grants,
                    ..Agent::new(agent, name, email)
                },
            },
            ConfigurationCommand::SetGrants { agent, grants } => {
                Command::SetGrants { agent, grants }
            }
            ConfigurationCommand::SetActive { agent, active } => {
                Command::SetActive { agent, active }
            }
            ConfigurationCommand::PutSettings { settings } => Command::PutSettings { settings },
            ConfigurationCommand::PutDepartment { department } => {
                Command::PutDepartment { department }
            }
            ConfigurationCommand::PutQueue { queue } => Command::PutQueue { queue },
            ConfigurationCommand::PutAccount { account } => Command::PutAccount { account },
        }
    }
}

impl fmt::Debug for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invitation")
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}
