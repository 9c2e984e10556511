//! Agents and the roles they hold.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AgentId, DepartmentId};

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
    /// Roles beyond plain agent.
    pub grants: Vec<Grant>,
}

/// A role, for one department or for the whole company.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
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

impl Agent {
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
