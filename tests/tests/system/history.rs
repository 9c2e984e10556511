//! Random histories of a small company.

use std::collections::{BTreeMap, BTreeSet};

use guichet_domain::{
    Account, AccountId, Actor, Agent, AgentId, Board, Channel, Command, ContactDetails, ContactId,
    ConversationId, Customer, Department, DepartmentId, Grant, MessageId, Queue, QueueId, Role,
    Route, Target, TemplateContent, TemplateId,
};
use guichet_hub::clock;
use proptest::prelude::*;
use uuid::Uuid;

use crate::among::{Among, among};
use crate::core::Core;

pub(crate) const AGENTS: u8 = 4;
const QUEUES: u8 = 2;
const CONTACTS: u8 = 4;

pub(crate) fn agent(n: u8) -> AgentId {
    AgentId(Uuid::from_u128(0x100 + u128::from(n % AGENTS)))
}

fn queue(n: u8) -> QueueId {
    QueueId(Uuid::from_u128(0x200 + u128::from(n % QUEUES)))
}

fn department(n: u8) -> DepartmentId {
    DepartmentId(Uuid::from_u128(0x300 + u128::from(n % 2)))
}

fn template(n: u8) -> TemplateId {
    TemplateId(Uuid::from_u128(0x600 + u128::from(n % 4)))
}

fn account(n: u8) -> AccountId {
    AccountId(Uuid::from_u128(0x400 + u128::from(n % QUEUES)))
}

fn contact(n: u8) -> ContactId {
    ContactId(Uuid::from_u128(0x500 + u128::from(n % CONTACTS)))
}

/// One step of a history; numbers are taken modulo what there is.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Receive {
        contact: u8,
        account: u8,
    },
    Burst {
        contact: u8,
        lines: u8,
    },
    Reply {
        agent: u8,
        nth: u8,
    },
    Note {
        agent: u8,
        nth: u8,
    },
    Take {
        agent: u8,
        nth: u8,
    },
    Release {
        agent: u8,
        nth: u8,
    },
    ToAgent {
        agent: u8,
        nth: u8,
        to: u8,
    },
    ToQueue {
        agent: u8,
        nth: u8,
        to: u8,
    },
    End {
        nth: u8,
    },
    Read {
        agent: u8,
        nth: u8,
    },
    AddContact {
        agent: u8,
        nth: u8,
    },
    Ignore {
        agent: u8,
        nth: u8,
    },
    Delete {
        agent: u8,
        nth: u8,
    },
    Present {
        agent: u8,
        here: bool,
    },
    Active {
        agent: u8,
        active: bool,
    },
    Members {
        queue: u8,
        members: Vec<u8>,
    },
    OfferedOnly {
        queue: u8,
        offered_only: bool,
    },
    Department {
        queue: u8,
        department: Option<u8>,
    },
    Manager {
        agent: u8,
        department: u8,
        is: bool,
    },
    /// Colleagues among themselves.
    Among(Among),
    /// Writes one of four templates, or changes it.
    Template {
        template: u8,
        department: u8,
    },
    /// Before all others of its department.
    MoveTemplate {
        template: u8,
    },
    DeleteTemplate {
        template: u8,
    },
    /// The last command comes again: its author did not hear the answer.
    Repeat,
    /// The agent's app catches up by asking.
    Pull {
        agent: u8,
    },
    /// The same, and between its requests others go on.
    PullAmid {
        agent: u8,
        amid: Vec<Step>,
    },
    /// The same, but the network breaks after so many requests.
    PullBroken {
        agent: u8,
        after: u8,
    },
    /// The agent's app hears what the feed pushed since.
    Listen {
        agent: u8,
    },
    /// The app ends, by a crash or in order, and starts again.
    RestartApp {
        agent: u8,
        crash: bool,
    },
    /// So does the hub.
    RestartHub {
        crash: bool,
    },
    /// The log is cut at the head.
    Truncate,
    BackUp,
    /// The last copy is put back: with a new epoch as the command line does, or by hand, without.
    Restore {
        by_hand: bool,
    },
}

pub(crate) fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..most)
}

/// Two thirds are commands; the rest happens to apps and hub.
fn step() -> impl Strategy<Value = Step> {
    let n = 0u8..8;
    let amid = prop::collection::vec(command(), 1..4);
    prop_oneof![
        40 => command(),
        2 => Just(Step::Repeat),
        4 => n.clone().prop_map(|agent| Step::Pull { agent }),
        2 => (n.clone(), amid).prop_map(|(agent, amid)| Step::PullAmid { agent, amid }),
        2 => (n.clone(), 0u8..4).prop_map(|(agent, after)| Step::PullBroken { agent, after }),
        4 => n.clone().prop_map(|agent| Step::Listen { agent }),
        1 => (n, any::<bool>()).prop_map(|(agent, crash)| Step::RestartApp { agent, crash }),
        1 => any::<bool>().prop_map(|crash| Step::RestartHub { crash }),
        1 => Just(Step::Truncate),
        1 => Just(Step::BackUp),
        1 => any::<bool>().prop_map(|by_hand| Step::Restore { by_hand }),
    ]
}

fn command() -> impl Strategy<Value = Step> {
    let n = 0u8..8;
    let on = (n.clone(), n.clone());
    prop_oneof![
        6 => on.clone().prop_map(|(contact, account)| Step::Receive { contact, account }),
        1 => (n.clone(), 50u8..60).prop_map(|(contact, lines)| Step::Burst { contact, lines }),
        4 => on.clone().prop_map(|(agent, nth)| Step::Reply { agent, nth }),
        1 => on.clone().prop_map(|(agent, nth)| Step::Note { agent, nth }),
        4 => on.clone().prop_map(|(agent, nth)| Step::Take { agent, nth }),
        2 => on.clone().prop_map(|(agent, nth)| Step::Release { agent, nth }),
        3 => (n.clone(), n.clone(), n.clone())
            .prop_map(|(agent, nth, to)| Step::ToAgent { agent, nth, to }),
        2 => (n.clone(), n.clone(), n.clone())
            .prop_map(|(agent, nth, to)| Step::ToQueue { agent, nth, to }),
        2 => n.clone().prop_map(|nth| Step::End { nth }),
        2 => on.clone().prop_map(|(agent, nth)| Step::Read { agent, nth }),
        1 => on.clone().prop_map(|(agent, nth)| Step::AddContact { agent, nth }),
        1 => on.clone().prop_map(|(agent, nth)| Step::Ignore { agent, nth }),
        1 => on.prop_map(|(agent, nth)| Step::Delete { agent, nth }),
        3 => (n.clone(), any::<bool>()).prop_map(|(agent, here)| Step::Present { agent, here }),
        1 => (n.clone(), any::<bool>())
            .prop_map(|(agent, active)| Step::Active { agent, active }),
        2 => (n.clone(), prop::collection::vec(n.clone(), 0..4))
            .prop_map(|(queue, members)| Step::Members { queue, members }),
        1 => (n.clone(), any::<bool>())
            .prop_map(|(queue, offered_only)| Step::OfferedOnly { queue, offered_only }),
        1 => (n.clone(), prop::option::of(n.clone()))
            .prop_map(|(queue, department)| Step::Department { queue, department }),
        1 => (n.clone(), n.clone(), any::<bool>())
            .prop_map(|(agent, department, is)| Step::Manager { agent, department, is }),
        8 => among().prop_map(Step::Among),
        2 => (n.clone(), n.clone())
            .prop_map(|(template, department)| Step::Template { template, department }),
        1 => n.clone().prop_map(|template| Step::MoveTemplate { template }),
        1 => n.prop_map(|template| Step::DeleteTemplate { template }),
    ]
}

/// Agents, two queues shared by them in part, an account for each queue.
pub(crate) async fn found(core: &Core) {
    for n in 0..2 {
        let department = Department::new(department(n), format!("d{n}"));
        core.submit(Actor::Hub, Command::PutDepartment { department })
            .await;
    }
    for n in 0..AGENTS {
        let put = Agent::new(agent(n), format!("agent {n}"), format!("{n}@example.test"));
        core.submit(Actor::Hub, Command::PutAgent { agent: put })
            .await;
    }
    for n in 0..QUEUES {
        let put = Queue {
            members: vec![agent(n), agent(n + 1)],
            offered_only: n == 1,
            ..Queue::new(queue(n), format!("queue {n}"))
        };
        core.submit(Actor::Hub, Command::PutQueue { queue: put })
            .await;
        let put = Account {
            id: account(n),
            channel: Channel::LiveChat,
            name: format!("site {n}"),
            route: Route::Queue(queue(n)),
            public_key: Some(format!("pub_{n}")),
            sites: Vec::new(),
            widget: None,
        };
        core.submit(Actor::Hub, Command::PutAccount { account: put })
            .await;
    }
}

/// What a step asks for, in order; nothing when it is not a command. Every text is there once, by its id.
pub(crate) fn commands(
    board: &Board,
    conversations: &[ConversationId],
    step: &Step,
) -> Vec<(Actor, Command)> {
    // Of the newest, for these are what agents work on.
    let nth = |n: u8| {
        let newest = conversations
            .iter()
            .rev()
            .take(8)
            .nth(usize::from(n) % conversations.len().clamp(1, 8));
        newest.copied().unwrap_or(ConversationId(Uuid::nil()))
    };
    let by = |n: u8| Actor::Agent(agent(n));
    let hub = |command| vec![(Actor::Hub, command)];
    let changed = |n: u8, change: &dyn Fn(&mut Queue)| {
        let mut queue = board.queues[&queue(n)].clone();
        change(&mut queue);
        vec![(Actor::Hub, Command::PutQueue { queue })]
    };
    match step {
        Step::Receive { contact, account } => vec![receive(*contact, *account)],
        Step::Burst { contact, lines } => (0..*lines).map(|_| receive(*contact, 0)).collect(),
        Step::Reply { agent, nth: n } => {
            let (message, text) = text();
            let conversation = nth(*n);
            vec![(
                by(*agent),
                Command::Reply {
                    conversation,
                    message,
                    text,
                    quote: None,
                },
            )]
        }
        Step::Note { agent, nth: n } => {
            let (message, text) = text();
            let conversation = nth(*n);
            vec![(
                by(*agent),
                Command::Note {
                    conversation,
                    message,
                    text,
                    mentions: BTreeSet::new(),
                },
            )]
        }
        Step::Take { agent, nth: n } => {
            vec![(
                by(*agent),
                Command::Take {
                    conversation: nth(*n),
                },
            )]
        }
        Step::Release { agent, nth: n } => {
            vec![(
                by(*agent),
                Command::Release {
                    conversation: nth(*n),
                },
            )]
        }
        Step::ToAgent {
            agent: a,
            nth: n,
            to,
        } => {
            vec![(by(*a), transfer(nth(*n), Target::Agent(agent(*to))))]
        }
        Step::ToQueue { agent, nth: n, to } => {
            vec![(by(*agent), transfer(nth(*n), Target::Queue(queue(*to))))]
        }
        // Whichever account it came by: the other is answered "not found".
        Step::End { nth: n } => [0, 1]
            .map(|n| Actor::Customer(account(n)))
            .map(|customer| {
                (
                    customer,
                    Command::EndByVisitor {
                        conversation: nth(*n),
                    },
                )
            })
            .to_vec(),
        Step::Read { agent, nth: n } => {
            vec![(
                by(*agent),
                Command::Read {
                    conversation: nth(*n),
                    up_to: 1_000,
                },
            )]
        }
        Step::AddContact { agent, nth: n } => {
            let details = ContactDetails {
                name: Some("Ana".into()),
                ..ContactDetails::default()
            };
            vec![(
                by(*agent),
                Command::AddContact {
                    conversation: nth(*n),
                    details,
                },
            )]
        }
        Step::Ignore { agent, nth: n } => {
            vec![(
                by(*agent),
                Command::Ignore {
                    conversation: nth(*n),
                },
            )]
        }
        Step::Delete { agent, nth: n } => {
            vec![(
                by(*agent),
                Command::Delete {
                    conversation: nth(*n),
                },
            )]
        }
        Step::Present {
            agent: a,
            here: true,
        } => hub(Command::AgentConnected { agent: agent(*a) }),
        Step::Present {
            agent: a,
            here: false,
        } => hub(Command::AgentGone { agent: agent(*a) }),
        Step::Active { agent: a, active } => hub(Command::SetActive {
            agent: agent(*a),
            active: *active,
        }),
        Step::Members { queue: q, members } => {
            let members: BTreeSet<AgentId> = members.iter().map(|n| agent(*n)).collect();
            changed(*q, &|queue| {
                queue.members = members.iter().copied().collect();
            })
        }
        Step::OfferedOnly {
            queue: q,
            offered_only,
        } => changed(*q, &|queue| queue.offered_only = *offered_only),
        Step::Department {
            queue: q,
            department: d,
        } => changed(*q, &|queue| queue.department = d.map(department)),
        Step::Manager {
            agent: a,
            department: d,
            is,
        } => {
            let grant = Grant {
                role: Role::Manager,
                department: Some(department(*d)),
            };
            let grants = if *is { vec![grant] } else { Vec::new() };
            hub(Command::SetGrants {
                agent: agent(*a),
                grants,
            })
        }
        Step::Among(among) => vec![among.command(nth)],
        Step::Template {
            template: t,
            department: d,
        } => hub(Command::PutTemplate {
            template: template(*t),
            content: TemplateContent {
                department: Some(department(*d)),
                category: "Accueil".into(),
                title: format!("modèle {}", t % 4),
                texts: BTreeMap::from([("fr".into(), text().1)]),
            },
        }),
        Step::MoveTemplate { template: t } => hub(Command::MoveTemplate {
            template: template(*t),
            after: None,
        }),
        Step::DeleteTemplate { template: t } => hub(Command::DeleteTemplate {
            template: template(*t),
        }),
        _ => Vec::new(),
    }
}

/// Everybody who ever writes.
pub(crate) fn contacts() -> Vec<ContactId> {
    (0..CONTACTS).map(contact).collect()
}

pub(crate) fn receive(c: u8, a: u8) -> (Actor, Command) {
    let (message, text) = text();
    let command = Command::Receive {
        account: account(a),
        customer: Customer {
            contact: contact(c),
            details: ContactDetails::default(),
        },
        message,
        opens: ConversationId(clock::new_id()),
        text,
    };
    (Actor::Customer(account(a)), command)
}

fn text() -> (MessageId, String) {
    let id = MessageId(clock::new_id());
    (id, format!("bonjour {id}"))
}

fn transfer(conversation: ConversationId, to: Target) -> Command {
    let (note_id, text) = text();
    Command::Transfer {
        conversation,
        to,
        note: Some(text),
        note_id,
    }
}
