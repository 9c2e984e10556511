//! The rows of the company, by number, as the commands put them.

use guichet_domain::{
    Account, AccountId, Agent, AgentId, Channel, Command, Department, DepartmentId, Grant,
    OwnershipMode, Queue, QueueId, Route, Strategy,
};
use uuid::Uuid;

use super::steps::QueueShape;

/// Agents that may come to exist; the last does not at first.
pub(crate) const AGENTS: usize = 6;
/// Queues that may come to exist; the last does not at first.
pub(crate) const QUEUES: usize = 4;
/// Both there from the start.
pub(crate) const DEPARTMENTS: usize = 2;
/// All there from the start: Live Chat, SMS, `WhatsApp`.
pub(crate) const ACCOUNTS: usize = 3;
/// Customers who may write.
pub(crate) const CONTACTS: usize = 4;

pub(crate) fn id(kind: u128, number: usize) -> Uuid {
    Uuid::from_u128((kind << 64) + number as u128 + 1)
}

pub(crate) fn agent(number: usize) -> AgentId {
    AgentId(id(1, number))
}

pub(crate) fn queue(number: usize) -> QueueId {
    QueueId(id(2, number))
}

pub(crate) fn department(number: usize) -> DepartmentId {
    DepartmentId(id(3, number))
}

pub(crate) fn account(number: usize) -> AccountId {
    AccountId(id(4, number))
}

pub(crate) fn put_agent(number: usize, email: usize, grants: Vec<Grant>) -> Command {
    Command::PutAgent {
        agent: Agent {
            id: agent(number),
            name: format!("agent {number}"),
            email: format!("{email}@guichet.test"),
            extension: None,
            active: true,
            connected: true,
            grants,
        },
    }
}

pub(crate) fn put_department(number: usize) -> Command {
    Command::PutDepartment {
        department: Department {
            id: department(number),
            name: format!("department {number}"),
        },
    }
}

pub(crate) fn new_queue(number: usize) -> Queue {
    Queue {
        id: queue(number),
        name: format!("queue {number}"),
        extension: None,
        department: None,
        members: Vec::new(),
        strategy: Strategy::RingAll,
        offered_only: false,
        ownership: OwnershipMode::FirstAnswer,
    }
}

pub(crate) fn put_queue(number: usize, shape: QueueShape) -> Command {
    Command::PutQueue {
        queue: Queue {
            department: shape.department.map(department),
            members: shape.members.into_iter().map(agent).collect(),
            offered_only: shape.offered_only,
            ownership: shape.ownership,
            ..new_queue(number)
        },
    }
}

pub(crate) fn put_account(number: usize, route: Route) -> Command {
    let channels = [Channel::LiveChat, Channel::Sms, Channel::Whatsapp];
    Command::PutAccount {
        account: Account {
            id: account(number),
            channel: channels[number],
            name: format!("account {number}"),
            route,
            public_key: Some(format!("pub_{number}")),
            sites: Vec::new(),
            widget: None,
        },
    }
}
