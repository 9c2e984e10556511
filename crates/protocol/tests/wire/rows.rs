//! One row of each kind, as the domain has them.

use std::collections::{BTreeMap, BTreeSet};

use guichet_domain::{
    Account, AccountId, Agent, AgentId, Author, Body, Channel, Contact, ContactDetails, ContactId,
    Conversation, ConversationId, Department, DepartmentId, FieldRule, Grant, Greeting, Holiday,
    Internal, Kind, Message, MessageId, Mine, OfficeHours, Open, Ownership, PhotoId, Preview,
    Privacy, Queue, QueueId, Role, Route, Settings, Status, Template, TemplateContent, TemplateId,
    Timestamp, Unanswered, WidgetSettings,
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
            away: None,
            name: FieldRule::Optional,
            email: FieldRule::Required,
            corner: guichet_domain::Corner::Right,
            privacy: Privacy {
                url: None,
                consent: FieldRule::Off,
            },
        }),
    }
}

pub(super) fn agent() -> Agent {
    Agent {
        extension: Some("12".into()),
        status: Status::Away,
        logged_out_of: BTreeSet::from([QUEUE]),
        away_since: Some(AT),
        photo: Some(PhotoId(id(11))),
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
        ..Agent::new(AGENT, "Marie", "marie@guichet.test")
    }
}

pub(super) fn contact() -> Contact {
    Contact {
        id: CONTACT,
        details: ContactDetails {
            name: Some("Anna".into()),
            email: None,
            phone: None,
            also: Vec::new(),
        },
        known: true,
        number: 4,
        since: AT,
    }
}

pub(super) fn conversation(ownership: Ownership) -> Conversation {
    let kind = Kind::Customer {
        channel: Channel::LiveChat,
        account: ACCOUNT,
        contact: CONTACT,
        point: None,
        ownership,
    };
    Conversation {
        last_seq: 2,
        preview: Some(Preview {
            author: Author::Agent(AGENT),
            note: false,
            text: "Bonjour".into(),
        }),
        customer_received: 2,
        customer_read: 1,
        agent_read: 1,
        ..Conversation::new(CONVERSATION, kind, AT)
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
        kind: Kind::Internal(Internal {
            name: Some("Projet Lyon".into()),
            direct: false,
            members: BTreeSet::from([AGENT]),
            reads: BTreeMap::from([(AGENT, 2)]),
        }),
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
        quote: None,
        mentions: BTreeSet::new(),
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
        muted: true,
        archived: Some(2),
    }
}

pub(super) fn department() -> Department {
    Department {
        hours: Some(hours()),
        ..Department::new(DEPARTMENT, "Atelier")
    }
}

fn hours() -> OfficeHours {
    OfficeHours {
        zone: "Europe/Paris".into(),
        week: Some(vec![Open {
            day: 1,
            from: 540,
            to: 1_080,
        }]),
        holidays: vec![Holiday {
            date: "2026-12-25".parse().expect("a date"),
            name: "Noël".into(),
        }],
    }
}

pub(super) fn queue() -> Queue {
    Queue {
        department: Some(DEPARTMENT),
        members: vec![AGENT],
        skills: BTreeMap::from([(AGENT, 3)]),
        capacity: Some(5),
        widen_secs: Some(30),
        longest_wait_secs: Some(300),
        unanswered: Unanswered::NextQueue(QUEUE),
        lease_secs: Some(600),
        ..Queue::new(QUEUE, "Service après-vente")
    }
}

pub(super) fn settings() -> Settings {
    Settings {
        name: "Atelier Dupont".into(),
        hours: hours(),
        auto_close_days: Some(14),
        retention_months: Some(24),
        ..Settings::default()
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
