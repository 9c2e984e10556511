//! Commands and rows, filled with what does not matter to a test.

use std::collections::BTreeSet;

use guichet_domain::{
    Account, AccountId, Agent, AgentId, Channel, Command, ContactDetails, ContactId, Conversation,
    ConversationId, Customer, DepartmentId, Grant, MessageId, Ownership, Queue, QueueId, Role,
    Round, Route, Target,
};
use uuid::Uuid;

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) fn grant(role: Role, department: Option<DepartmentId>) -> Grant {
    Grant { role, department }
}

pub(crate) fn new_agent(id: AgentId, name: &str) -> Agent {
    Agent::new(id, name, format!("{}@guichet.test", name.to_lowercase()))
}

pub(crate) fn queue(id: QueueId, department: Option<DepartmentId>, members: &[AgentId]) -> Queue {
    Queue {
        department,
        members: members.to_vec(),
        ..Queue::new(id, "queue")
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
        quote: None,
    }
}

pub(crate) fn note(conversation: ConversationId, text: &str) -> Command {
    Command::Note {
        conversation,
        message: MessageId(id(3_001)),
        text: text.into(),
        mentions: BTreeSet::new(),
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
        round: Round::default(),
    }
}

/// Who is responsible, however far it rang.
pub(crate) fn hands(conversation: &Conversation) -> Option<Ownership> {
    let mut ownership = conversation.ownership()?.clone();
    if let Ownership::Offered { round, .. } = &mut ownership {
        *round = Round::default();
    }
    Some(ownership)
}

pub(crate) fn owned(owner: AgentId, queue: Option<QueueId>) -> Ownership {
    Ownership::Owned { owner, queue }
}
