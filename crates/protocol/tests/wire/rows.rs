//! One row of each kind, as the domain has them.

use std::collections::{BTreeMap, BTreeSet};

use guichet_domain::{
    Account, AccountId, Agent, AgentId, Author, Body, Channel, Contact, ContactDetails, ContactId,
    Conversation, ConversationId, Department, DepartmentId, FieldRule, Grant, Greeting, Kind,
    Message, MessageId, Mine, Ownership, OwnershipMode, Preview, Privacy, Queue, QueueId, Role,
    Route, Strategy, Template, TemplateContent, TemplateId, Timestamp, WidgetSettings,
};

use super::id;

pub(super) const AGENT: AgentId = AgentId(id(1));
pub(super) const QUEUE: QueueId = QueueId(id(2));
pub(super) const DEPARTMENT: DepartmentId = DepartmentId(id(3));
pub(super) const ACCOUNT: AccountId = AccountId(id(4));
pub(super) const CONTACT: ContactId = ContactId(id(5));
pub(super) const CONVERSATION: ConversationId = ConversationId(id(6));
pub(super) const MESSAGE: MessageId = MessageId(id(7));
pub(super) const TEMPLATE: TemplateId = TemplateId(id(8));
pub(super) const AT: Timestamp = Timestamp(1_790_000_000_000);

pub(super) fn account() -> Account {
    Account {
        id: ACCOUNT,
        channel: Channel::LiveChat,
        name: "Boutique".into(),
        route: Route::Queue(QUEUE),
        public_key: Some("pub_1".into()),
        sites: vec!["https://shop.example".into()],
        widget: Some(WidgetSettings {
            color: Some("#005f87".into()),
            greeting: Greeting {
                fr: "Bonjour".into(),
                en: "Hello".into(),
            },
            name: FieldRule::Optional,
            email: FieldRule::Required,
            privacy: Privacy {
                url: None,
                consent: FieldRule::Off,
            },
        }),
    }
}

pub(super) fn agent() -> Agent {
    Agent {
        id: AGENT,
        name: "Marie".into(),
        email: "marie@guichet.test".into(),
        extension: Some("12".into()),
        active: true,
        connected: false,
        grants: vec![
            Grant {
                role: Role::Manager,
                department: Some(DEPARTMENT),
            },
            Grant {
                role: Role::SystemAdmin,
                department: None,
            },
        ],
    }
}

pub(super) fn contact() -> Contact {
    Contact {
        id: CONTACT,
        details: ContactDetails {
            name: Some("Anna".into()),
            email: None,
            phone: None,
        },
        known: true,
        number: 4,
        since: AT,
    }
}

pub(super) fn conversation(ownership: Ownership) -> Conversation {
    Conversation {
        id: CONVERSATION,
        kind: Kind::Customer {
            channel: Channel::LiveChat,
            account: ACCOUNT,
            contact: CONTACT,
            ownership,
        },
        opened_at: AT,
        last_at: AT,
        last_seq: 2,
        preview: Some(Preview {
            author: Author::Agent(AGENT),
            note: false,
            text: "Bonjour".into(),
        }),
        waiting_since: None,
        customer_received: 2,
        customer_read: 1,
        agent_read: 1,
    }
}

pub(super) fn owned() -> Conversation {
    conversation(Ownership::Owned {
        owner: AGENT,
        queue: Some(QUEUE),
    })
}

pub(super) fn colleagues() -> Conversation {
    Conversation {
        kind: Kind::Internal {
            members: BTreeSet::from([AGENT]),
        },
        preview: None,
        waiting_since: Some(AT),
        ..owned()
    }
}

pub(super) fn message(author: Author, body: Body) -> Message {
    Message {
        conversation: CONVERSATION,
        seq: 1,
        id: matches!(body, Body::Text(_) | Body::Note(_)).then_some(MESSAGE),
        at: AT,
        author,
        body,
    }
}

pub(super) fn hello() -> Message {
    message(Author::Customer, Body::Text("Bonjour".into()))
}

pub(super) fn mine() -> Mine {
    Mine {
        agent: AGENT,
        conversation: CONVERSATION,
        read: 2,
        banner_dismissed: true,
    }
}

pub(super) fn department() -> Department {
    Department {
        id: DEPARTMENT,
        name: "Atelier".into(),
    }
}

pub(super) fn queue() -> Queue {
    Queue {
        id: QUEUE,
        name: "Service après-vente".into(),
        extension: None,
        department: Some(DEPARTMENT),
        members: vec![AGENT],
        strategy: Strategy::RingAll,
        offered_only: false,
        ownership: OwnershipMode::FirstAnswer,
    }
}

pub(super) fn template() -> Template {
    Template {
        id: TEMPLATE,
        content: TemplateContent {
            department: None,
            category: "Accueil".into(),
            title: "Bonjour".into(),
            texts: BTreeMap::from([
                ("fr".into(), "Bonjour".into()),
                ("en".into(), "Hello {{contact.first_name|there}}".into()),
            ]),
        },
        position: 1_024,
    }
}
