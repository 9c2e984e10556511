//! Agents, the roles they hold, and whether they can be rung.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AgentId, DepartmentId, PhotoId, QueueId, Timestamp};

/// Somebody of the company who answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Agent {
    /// Who.
    pub id: AgentId,
    /// As colleagues and customers read it.
    pub name: String,
    /// Signs in with it.
    pub email: String,
    /// Internal number, to be found by.
    pub extension: Option<String>,
    /// False once deactivated: signs in no more and holds nothing.
    pub active: bool,
    /// The hub had a sign of life from one of the agent's apps in the last 45 s.
    pub connected: bool,
    /// What the agent says of themselves.
    #[serde(default)]
    pub status: Status,
    /// Queues the agent shares and is logged out of: they see what waits there, and are not rung.
    #[serde(default)]
    pub logged_out_of: BTreeSet<QueueId>,
    /// Since when the agent is not there or not [`Status::Available`]; `None` while both.
    #[serde(default)]
    pub away_since: Option<Timestamp>,
    /// The photo that colleagues see, by its content; a new one has another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoId>,
    /// Roles beyond plain agent.
    pub grants: Vec<Grant>,
}

/// What an agent says of themselves. Only who is available is rung.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Status {
    #[default]
    Available,
    Away,
    DoNotDisturb,
    /// Shown to colleagues as not there, although an app may be.
    Offline,
}

/// A role, for one department or for the whole company.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Grant {
    /// Which role.
    pub role: Role,
    /// `None`: company-wide.
    pub department: Option<DepartmentId>,
}

/// The roles of the product, lowest first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers.
    Agent,
    /// Supervises every conversation of the company.
    Receptionist,
    /// Supervises a department and manages its queues and templates.
    Manager,
    /// Owns a department: all that concerns it.
    DepartmentOwner,
    /// Configures the system.
    SystemAdmin,
    /// May do everything.
    SystemOwner,
}

impl Role {
    /// Every role, lowest first.
    pub const ALL: [Self; 6] = [
        Self::Agent,
        Self::Receptionist,
        Self::Manager,
        Self::DepartmentOwner,
        Self::SystemAdmin,
        Self::SystemOwner,
    ];

    /// Is it held in a department? The others are the whole company's.
    pub const fn is_local(self) -> bool {
        matches!(self, Self::Agent | Self::Manager | Self::DepartmentOwner)
    }
}

impl Agent {
    /// An active agent who never connected, without roles.
    pub fn new(id: AgentId, name: impl Into<String>, email: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            email: email.into(),
            extension: None,
            active: true,
            connected: false,
            status: Status::Available,
            logged_out_of: BTreeSet::new(),
            away_since: None,
            photo: None,
            grants: Vec::new(),
        }
    }

    /// Is there, and says so. Queues and loads are another matter.
    pub fn is_available(&self) -> bool {
        self.active && self.connected && self.status == Status::Available
    }

    /// The status that colleagues see: offline is also who is deactivated, or not in touch with the hub.
    pub fn seen_as(&self) -> Status {
        if self.active && self.connected {
            self.status
        } else {
            Status::Offline
        }
    }

    /// Holds `role` for the whole company.
    pub fn has_system_role(&self, role: Role) -> bool {
        self.grants
            .iter()
            .any(|grant| grant.role == role && grant.department.is_none())
    }

    /// Holds `role` in `department`.
    pub fn has_role_in(&self, role: Role, department: DepartmentId) -> bool {
        self.grants
            .iter()
            .any(|grant| grant.role == role && grant.department == Some(department))
    }
}
