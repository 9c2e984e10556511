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

/// May `by` give and take this role? Those below one's own: a department owner in the own department, a system admin
/// anywhere, a system owner all.
pub fn gives(by: &Agent, grant: &Grant) -> bool {
    by.active
        && (by.has_system_role(Role::SystemOwner)
            || (by.has_system_role(Role::SystemAdmin) && grant.role < Role::SystemAdmin)
            || grant.department.is_some_and(|department| {
                by.has_role_in(Role::DepartmentOwner, department)
                    && grant.role < Role::DepartmentOwner
            }))
}

/// May `by` change who `agent` is, let them in again, deactivate them? Those below oneself: whoever could change the
/// e-mail address of somebody above would become them. Who holds no role is of no department.
pub fn manages(by: &Agent, agent: &Agent) -> bool {
    let of_a_department = !agent.grants.is_empty();
    (of_a_department || allows(by, Right::ConfigureCompany, None))
        && agent.grants.iter().all(|grant| gives(by, grant))
}
