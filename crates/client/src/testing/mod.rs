//! Things for tests.

pub(crate) mod desk;
pub(crate) mod host;
pub(crate) mod hub;

use std::collections::BTreeSet;
use std::str::FromStr;

use guichet_domain::{
    Agent, AgentId, Author, Body, Channel, Contact, ContactDetails, Conversation, ConversationId,
    Kind, Message, MessageId, Ownership, Preview, Queue, Round, Timestamp,
};
use guichet_protocol::{Cursor, Delta, Entity, Key, Put, Window};
use uuid::Uuid;

use crate::clock::Clock;

/// The `n`th id.
pub(crate) fn id<Id: FromStr<Err = uuid::Error>>(n: u128) -> Id {
    Uuid::from_u128(n).to_string().parse().expect("an id")
}

/// The agent at the desk.
pub(crate) fn me() -> AgentId {
    id(100)
}

/// A clock that stands still.
pub(crate) fn clock() -> Clock {
    Clock::from_fn(|| Timestamp(1_000_000))
}

pub(crate) fn cursor(change: u64) -> Cursor {
    Cursor {
        epoch: "e".to_owned(),
        change,
        tag: 0,
    }
}

pub(crate) fn message(of: ConversationId, seq: u64, author: Author, body: Body) -> Message {
    Message {
        conversation: of,
        seq,
        id: None,
        at: Timestamp(i64::try_from(seq).expect("small")),
        author,
        body,
        quote: None,
        mentions: BTreeSet::new(),
    }
}

pub(crate) fn from_customer(of: ConversationId, seq: u64, text: &str) -> Message {
    message(of, seq, Author::Customer, Body::Text(text.to_owned()))
}

/// What the agent wrote with a command.
pub(crate) fn from_me(of: ConversationId, seq: u64, id: MessageId, text: &str) -> Message {
    Message {
        id: Some(id),
        ..message(of, seq, Author::Agent(me()), Body::Text(text.to_owned()))
    }
}

pub(crate) fn offered(ringing: &[AgentId]) -> Ownership {
    Ownership::Offered {
        queue: id(300),
        ringing: ringing.iter().copied().collect::<BTreeSet<_>>(),
        round: Round::default(),
    }
}

pub(crate) fn owned_by(owner: AgentId) -> Ownership {
    Ownership::Owned {
        owner,
        queue: Some(id(300)),
    }
}

/// A conversation, its customer being contact `n`, whose last line is the last of `messages`.
pub(crate) fn conversation(n: u128, ownership: Ownership, messages: &[Message]) -> Conversation {
    let last = messages.last();
    let last_at = last.map_or(Timestamp(0), |last| last.at);
    let kind = Kind::Customer {
        channel: Channel::LiveChat,
        account: id(400),
        contact: id(n),
        point: None,
        ownership,
    };
    Conversation {
        last_at,
        last_seq: last.map_or(0, |last| last.seq),
        preview: last.and_then(|last| Preview::of(last.author, &last.body)),
        waiting_since: Some(last_at),
        ..Conversation::new(id(n), kind, Timestamp(0))
    }
}

pub(crate) fn put(change: u64, entity: Entity) -> Put {
    Put {
        change,
        entity,
        messages: None,
    }
}

pub(crate) fn put_with(change: u64, row: Conversation, messages: &[Message], fresh: bool) -> Put {
    Put {
        change,
        entity: Entity::Conversation(row),
        messages: Some(Window {
            messages: messages.to_vec(),
            fresh,
        }),
    }
}

pub(crate) fn contact(n: u128, name: Option<&str>) -> Entity {
    Entity::Contact(Contact {
        id: id(n),
        details: ContactDetails {
            name: name.map(str::to_owned),
            ..ContactDetails::default()
        },
        known: false,
        number: u32::try_from(n).expect("small"),
        since: Timestamp(0),
    })
}

pub(crate) fn agent(n: u128, name: &str) -> Entity {
    Entity::Agent(Agent {
        connected: true,
        ..Agent::new(id(n), name, format!("{n}@guichet.test"))
    })
}

/// The queue of every test conversation.
pub(crate) fn queue() -> Entity {
    Entity::Queue(Queue {
        members: vec![me()],
        ..Queue::new(id(300), "Service")
    })
}

pub(crate) fn delta(from: u64, to: u64, puts: Vec<Put>, dels: Vec<Key>) -> Delta {
    Delta {
        from: cursor(from),
        to: cursor(to),
        puts,
        dels,
        more: false,
    }
}
