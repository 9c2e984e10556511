//! The company as its administrators see it.

use guichet_domain::{
    Account, AccountId, AgentId, Department, DepartmentId, Grant, Queue, QueueId, Settings,
};
use serde::Serialize;

/// What is configured, with what of it the agent may change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Administration {
    /// What holds for the whole company.
    pub settings: Settings,
    /// By name.
    pub departments: Vec<Department>,
    /// By name, those who were deactivated at the end.
    pub agents: Vec<ManagedAgent>,
    /// By name.
    pub queues: Vec<Queue>,
    /// By name.
    pub accounts: Vec<Account>,
    /// What the agent may do with it.
    pub may: MayAdminister,
    /// The hub's address, for the snippet of a website; without a slash at its end.
    pub hub: String,
}

/// An agent, to be managed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct ManagedAgent {
    pub id: AgentId,
    pub name: String,
    pub email: String,
    pub extension: Option<String>,
    pub active: bool,
    pub grants: Vec<Grant>,
    /// May be changed, invited and deactivated by who looks.
    pub managed: bool,
}

/// What an agent may configure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MayAdminister {
    /// Settings of the company, new departments.
    pub company: bool,
    /// Departments whose agents, accounts and hours the agent may change.
    pub departments: Vec<DepartmentId>,
    /// Queues the agent may change.
    pub queues: Vec<QueueId>,
    /// Where the agent may put a queue: departments, and `null` for the company.
    pub queue_places: Vec<Option<DepartmentId>>,
    /// Accounts the agent may change.
    pub accounts: Vec<AccountId>,
    /// Queues an account of the agent's may lead to.
    pub account_queues: Vec<QueueId>,
    /// Roles that the agent may give and take.
    pub grants: Vec<Grant>,
    /// New agents.
    pub agents: bool,
    /// The audit trail.
    pub audit: bool,
    /// Addresses that are kept out.
    pub blocks: bool,
}

/// A link that lets an agent in.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Invited {
    pub link: String,
    /// Milliseconds UTC.
    pub expires: i64,
}

/// A site that asked for the widget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct InstalledOn {
    pub site: String,
    /// Milliseconds UTC.
    pub seen: i64,
}

/// Part of the audit trail, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct AuditTrail {
    pub rows: Vec<AuditLine>,
    /// There are older ones.
    pub more: bool,
}

/// Who did what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AuditLine {
    /// To ask for those before it.
    pub number: u64,
    /// Milliseconds UTC.
    pub at: i64,
    /// By name; `None`: the hub itself.
    pub by: Option<String>,
    /// Of words, in kebab case.
    pub what: String,
    /// Whom or what it was about, by name where there is one.
    pub about: Option<String>,
}

impl std::fmt::Debug for Invited {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Invited")
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}
