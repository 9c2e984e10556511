//! A company and a thread with every kind of line, for the tests of this connector.

use std::collections::BTreeMap;

use guichet_domain::{
    Account, AccountId, Agent, AgentId, Author, Board, Body, Channel, ContactId, Conversation,
    ConversationId, FieldRule, Greeting, Kind, Message, MessageId, Ownership, Privacy, Queue,
    QueueId, Route, SystemLine, Timestamp, WidgetSettings,
};
use uuid::Uuid;

use super::wire::NewMessage;

pub(crate) const MARIE: AgentId = AgentId(Uuid::from_u128(1));
pub(crate) const PAUL: AgentId = AgentId(Uuid::from_u128(2));
pub(crate) const QUEUE: QueueId = QueueId(Uuid::from_u128(3));
pub(crate) const CONVERSATION: ConversationId = ConversationId(Uuid::from_u128(4));

/// What a page sent.
pub(crate) fn message(json: &str) -> NewMessage {
    serde_json::from_str(json).expect("a message")
}

/// A Live Chat account with the widget's defaults.
pub(crate) fn account() -> Account {
    Account {
        id: AccountId(Uuid::from_u128(5)),
        channel: Channel::LiveChat,
        name: "Boutique".to_owned(),
        route: Route::Queue(QUEUE),
        public_key: Some("pub_test".to_owned()),
        sites: vec!["https://shop.example".to_owned()],
        widget: Some(WidgetSettings {
            color: Some("#0a7d5c".to_owned()),
            greeting: Greeting {
                fr: "Bonjour".to_owned(),
                en: "Hello".to_owned(),
            },
            away: None,
            name: FieldRule::Optional,
            email: FieldRule::Off,
            corner: guichet_domain::Corner::Right,
            privacy: Privacy {
                url: Some("https://shop.example/privacy".to_owned()),
                consent: FieldRule::Off,
            },
        }),
    }
}

/// Marie is there, Paul is not; both share the queue.
pub(crate) fn board() -> Board {
    let agent = |id, name: &str, connected| Agent {
        connected,
        ..Agent::new(id, name, format!("{name}@example.com"))
    };
    let queue = Queue {
        members: vec![MARIE, PAUL],
        ..Queue::new(QUEUE, "SAV")
    };
    Board {
        agents: BTreeMap::from([
            (MARIE, agent(MARIE, "Marie", true)),
            (PAUL, agent(PAUL, "Paul", false)),
        ]),
        queues: BTreeMap::from([(QUEUE, queue)]),
        accounts: BTreeMap::from([(account().id, account())]),
        ..Board::default()
    }
}

/// Owned by Marie.
pub(crate) fn conversation() -> Conversation {
    let kind = Kind::Customer {
        channel: Channel::LiveChat,
        account: account().id,
        contact: ContactId(Uuid::from_u128(6)),
        point: None,
        ownership: Ownership::Owned {
            owner: MARIE,
            queue: Some(QUEUE),
        },
    };
    Conversation {
        last_at: Timestamp(9_000),
        last_seq: 10,
        customer_received: 3,
        customer_read: 3,
        agent_read: 1,
        ..Conversation::new(CONVERSATION, kind, Timestamp(1_000))
    }
}

/// One line of every kind there is.
pub(crate) fn thread() -> Vec<Message> {
    let customer = (
        Author::Customer,
        Body::Text("où est ma commande ?".to_owned()),
    );
    let system = |line| (Author::Hub, Body::System(line));
    [
        customer,
        system(SystemLine::Taken { agent: MARIE }),
        (
            Author::Agent(MARIE),
            Body::Text("elle part demain".to_owned()),
        ),
        (
            Author::Agent(PAUL),
            Body::Note("client difficile".to_owned()),
        ),
        system(SystemLine::Released { agent: MARIE }),
        system(SystemLine::TransferredToAgent {
            from: MARIE,
            to: PAUL,
        }),
        system(SystemLine::TransferredToQueue {
            from: PAUL,
            queue: QUEUE,
        }),
        system(SystemLine::OwnerDeactivated { agent: PAUL }),
        system(SystemLine::ContactAdded { agent: MARIE }),
        system(SystemLine::EndedByVisitor),
    ]
    .into_iter()
    .zip(1_u64..)
    .map(|((author, body), seq)| Message {
        conversation: CONVERSATION,
        seq,
        id: (author != Author::Hub).then(|| MessageId(Uuid::from_u128(100 + u128::from(seq)))),
        at: Timestamp(i64::try_from(seq).expect("small") * 1_000),
        author,
        body,
        quote: None,
        mentions: std::collections::BTreeSet::new(),
    })
    .collect()
}
