//! Which role may do what, where: the table of the product.

use crate::{Agent, DepartmentId, Grant, Role};

/// What may be allowed beyond one's own conversations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Read and manage conversations owned by others.
    Supervise,
    /// Delete any closed conversation.
    DeleteConversation,
    /// Agents, departments, channel accounts.
    Configure,
    /// Queues: their members and how they distribute.
    ConfigureQueues,
    /// What holds for the whole company.
    ConfigureCompany,
    /// Read who did what.
    Audit,
    /// See and revoke blocks. Who sees a visitor's conversation may block them.
    Block,
    /// Write, order, delete, import templates. Every agent uses them.
    ManageTemplates,
    /// Merge and import contacts. Every agent adds and changes them.
    ManageContacts,
    /// Erase everything of a contact, or take it out of the company in a file.
    EraseContacts,
}

/// May `agent` do this in `department` (`None`: what belongs to the whole company)?
pub fn allows(agent: &Agent, right: Right, department: Option<DepartmentId>) -> bool {
    if !agent.active {
        return false;
    }
    let company = |roles: &[Role]| roles.iter().any(|role| agent.has_system_role(*role));
    let local = |roles: &[Role]| {
        department.is_some_and(|department| {
            roles
                .iter()
                .any(|role| agent.has_role_in(*role, department))
        })
    };
    let system = [Role::SystemAdmin, Role::SystemOwner];
    let of_department = [Role::Manager, Role::DepartmentOwner];
    match right {
        Right::Supervise => {
            company(&system) || company(&[Role::Receptionist]) || local(&of_department)
        }
        Right::DeleteConversation | Right::ConfigureQueues | Right::Block => {
            company(&system) || local(&of_department)
        }
        Right::ConfigureCompany => company(&system),
        Right::ManageTemplates | Right::ManageContacts => {
            company(&[Role::SystemOwner]) || local(&of_department)
        }
        Right::Configure | Right::Audit | Right::EraseContacts => {
            company(&system) || local(&[Role::DepartmentOwner])
        }
    }
}

/// May `agent` do this in the whole company, or at least in one department?
pub fn allows_somewhere(agent: &Agent, right: Right) -> bool {
    let places = agent.grants.iter().map(|grant| grant.department);
    places
        .chain([None])
        .any(|place| allows(agent, right, place))
}

/// May `by` change who `agent` is, let them in again, deactivate them? Those below oneself: whoever could change the
/// e-mail address of somebody above would become them. In a department, those who have their roles there alone.
pub fn manages(by: &Agent, agent: &Agent) -> bool {
    if !by.active {
        return false;
    }
    if by.has_system_role(Role::SystemOwner) {
        return true;
    }
    if by.has_system_role(Role::SystemAdmin) {
        return agent
            .grants
            .iter()
            .all(|grant| grant.role < Role::SystemAdmin);
    }
    let below = |grant: &Grant| {
        grant.role < Role::DepartmentOwner
            && grant
                .department
                .is_some_and(|department| by.has_role_in(Role::DepartmentOwner, department))
    };
    !agent.grants.is_empty() && agent.grants.iter().all(below)
}
