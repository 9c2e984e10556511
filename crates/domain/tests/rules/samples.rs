//! Commands and rows, filled with what does not matter to a test.

use guichet_domain::{
    Account, AccountId, Agent, AgentId, Channel, Command, ContactDetails, ContactId,
    ConversationId, Customer, DepartmentId, Grant, MessageId, Ownership, OwnershipMode, Queue,
    QueueId, Role, Route, Strategy, Target,
};
use uuid::Uuid;

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) fn grant(role: Role, department: Option<DepartmentId>) -> Grant {
    Grant { role, department }
}

pub(crate) fn new_agent(id: AgentId, name: &str) -> Agent {
    Agent {
        id,
        name: name.into(),
        email: format!("{}@guichet.test", name.to_lowercase()),
        extension: None,
        active: true,
        connected: false,
        grants: Vec::new(),
    }
}

pub(crate) fn queue(id: QueueId, department: Option<DepartmentId>, members: &[AgentId]) -> Queue {
    Queue {
        id,
        name: "queue".into(),
        extension: None,
        department,
        members: members.to_vec(),
        strategy: Strategy::RingAll,
        offered_only: false,
        ownership: OwnershipMode::FirstAnswer,
    }
}

pub(crate) fn account(id: AccountId, channel: Channel, route: Route) -> Account {
    Account {
        id,
        channel,
        name: "account".into(),
        route,
        public_key: Some(format!("pub_{id}")),
        sites: Vec::new(),
        widget: None,
    }
}

pub(crate) fn named(name: &str) -> ContactDetails {
    ContactDetails {
        name: Some(name.into()),
        ..ContactDetails::default()
    }
}

pub(crate) fn receive(
    account: AccountId,
    contact: ContactId,
    opens: ConversationId,
    text: &str,
) -> Command {
    Command::Receive {
        account,
        customer: Customer {
            contact,
            details: ContactDetails::default(),
        },
        message: MessageId(id(2_000)),
        opens,
        text: text.into(),
    }
}

pub(crate) fn reply(conversation: ConversationId, text: &str) -> Command {
    Command::Reply {
        conversation,
        message: MessageId(id(3_000)),
        text: text.into(),
    }
}

pub(crate) fn note(conversation: ConversationId, text: &str) -> Command {
    Command::Note {
        conversation,
        message: MessageId(id(3_001)),
        text: text.into(),
    }
}

pub(crate) fn transfer(conversation: ConversationId, to: Target, note: Option<&str>) -> Command {
    Command::Transfer {
        conversation,
        to,
        note: note.map(Into::into),
        note_id: MessageId(id(3_002)),
    }
}

pub(crate) fn offered(queue: QueueId, ringing: &[AgentId]) -> Ownership {
    Ownership::Offered {
        queue,
        ringing: ringing.iter().copied().collect(),
    }
}

pub(crate) fn owned(owner: AgentId, queue: Option<QueueId>) -> Ownership {
    Ownership::Owned { owner, queue }
}
