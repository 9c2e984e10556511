//! A small company to keep.

use std::collections::BTreeSet;

use guichet_domain::{
    AccountId, Agent, AgentId, Audience, Author, Body, Channel, Contact, ContactDetails, ContactId,
    Conversation, ConversationId, Kind, Message, MessageId, Ownership, Queue, QueueId, Round,
    Timestamp,
};
use guichet_protocol::{Cursor, Entity};
use uuid::Uuid;

use crate::store::{Diff, Loaded, LogRow, Store, Subject, Wanted};

pub(super) const AGENT: AgentId = AgentId(Uuid::from_u128(1));
pub(super) const OTHER: AgentId = AgentId(Uuid::from_u128(2));
pub(super) const QUEUE: QueueId = QueueId(Uuid::from_u128(3));
pub(super) const ACCOUNT: AccountId = AccountId(Uuid::from_u128(4));
pub(super) const CONTACT: ContactId = ContactId(Uuid::from_u128(5));
pub(super) const CONVERSATION: ConversationId = ConversationId(Uuid::from_u128(6));

pub(super) fn agent(id: AgentId) -> Entity {
    Entity::Agent(Agent::new(id, "Marie", format!("{id}@example.test")))
}

pub(super) fn queue(members: &[AgentId]) -> Entity {
    Entity::Queue(Queue {
        members: members.to_vec(),
        ..Queue::new(QUEUE, "Ventes")
    })
}

pub(super) fn conversation(ownership: Ownership, last_seq: u64) -> Conversation {
    let kind = Kind::Customer {
        channel: Channel::LiveChat,
        account: ACCOUNT,
        contact: CONTACT,
        point: None,
        ownership,
    };
    Conversation {
        last_seq,
        ..Conversation::new(CONVERSATION, kind, Timestamp(1))
    }
}

pub(super) fn offered() -> Ownership {
    Ownership::Offered {
        queue: QUEUE,
        ringing: BTreeSet::new(),
        round: Round::default(),
    }
}

pub(super) fn owned(owner: AgentId) -> Ownership {
    Ownership::Owned {
        owner,
        queue: Some(QUEUE),
    }
}

pub(super) fn contact() -> Entity {
    Entity::Contact(Contact {
        id: CONTACT,
        details: ContactDetails::default(),
        known: false,
        number: 1,
        since: Timestamp(1),
    })
}

pub(super) fn message(seq: u64) -> Message {
    Message {
        conversation: CONVERSATION,
        seq,
        id: Some(MessageId(Uuid::from_u128(100 + u128::from(seq)))),
        at: Timestamp(1),
        author: Author::Customer,
        body: Body::Text(format!("line {seq}")),
        quote: None,
        mentions: std::collections::BTreeSet::new(),
    }
}

/// Commits one group: the puts and messages, one log line a put.
pub(super) async fn commit(
    store: &dyn Store,
    tag: u32,
    puts: Vec<Entity>,
    messages: Vec<Message>,
) -> Cursor {
    store
        .commit_group(&Wanted::default(), &mut |loaded: Loaded| {
            let mut change = loaded.change;
            let mut diff = Diff {
                tag,
                contact_count: loaded.contact_count,
                ..Diff::default()
            };
            for entity in &puts {
                change += 1;
                diff.log.push(LogRow {
                    change,
                    subject: Subject::Entity(entity.key()),
                    before: Audience::Nobody,
                });
                diff.puts.push((entity.clone(), change));
            }
            diff.messages = messages.iter().map(|m| (m.clone(), change)).collect();
            diff.change = change;
            diff
        })
        .await
        .expect("commits");
    store.head().await.expect("head")
}

/// A company of two agents, one of them in the queue, with one waiting conversation of three lines.
pub(super) async fn company(store: &dyn Store) -> Cursor {
    commit(
        store,
        7,
        vec![
            agent(AGENT),
            agent(OTHER),
            queue(&[AGENT]),
            contact(),
            Entity::Conversation(conversation(offered(), 3)),
        ],
        (1..=3).map(message).collect(),
    )
    .await
}
