//! The rows of the company, by number, as the commands put them.

use guichet_domain::{
    Account, AccountId, Agent, AgentId, Channel, Command, Department, DepartmentId, Grant, Queue,
    QueueId, Route, Unanswered,
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
            grants,
            ..Agent::new(
                agent(number),
                format!("agent {number}"),
                format!("{email}@guichet.test"),
            )
        },
    }
}

pub(crate) fn put_department(number: usize) -> Command {
    Command::PutDepartment {
        department: Department::new(department(number), format!("department {number}")),
    }
}

pub(crate) fn new_queue(number: usize) -> Queue {
    Queue::new(queue(number), format!("queue {number}"))
}

pub(crate) fn put_queue(number: usize, shape: QueueShape) -> Command {
    Command::PutQueue {
        queue: Queue {
            department: shape.department.map(department),
            members: shape.members.into_iter().map(agent).collect(),
            offered_only: shape.offered_only,
            ownership: shape.ownership,
            strategy: shape.strategy,
            skills: shape
                .skills
                .into_iter()
                .map(|(n, skill)| (agent(n), skill))
                .collect(),
            capacity: shape.capacity,
            ring_secs: 10,
            longest_wait_secs: shape.longest_wait_secs,
            unanswered: match shape.unanswered {
                Some(Err(())) => Unanswered::AwayText,
                Some(Ok(next)) if next != number => Unanswered::NextQueue(queue(next)),
                None | Some(Ok(_)) => Unanswered::KeepRinging,
            },
            lease_secs: shape.lease_secs,
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
