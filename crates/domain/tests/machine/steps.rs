//! What can happen, in small numbers that shrink well; the world turns them into commands.

use guichet_domain::{Grant, OwnershipMode, Role, Status, Strategy as Distribution};
use proptest::prelude::*;

use super::company::{self, AGENTS, CONTACTS, QUEUES};
use super::internal::{self, Among, Opens};

/// A queue without its name.
#[derive(Clone, Debug)]
pub(crate) struct QueueShape {
    pub(crate) members: Vec<usize>,
    pub(crate) offered_only: bool,
    pub(crate) ownership: OwnershipMode,
    pub(crate) strategy: Distribution,
    pub(crate) skills: Vec<(usize, u8)>,
    pub(crate) capacity: Option<u32>,
    pub(crate) longest_wait_secs: Option<u32>,
    /// Keep ringing, another queue, the away text.
    pub(crate) unanswered: Option<Result<usize, ()>>,
    pub(crate) lease_secs: Option<u32>,
    pub(crate) department: Option<usize>,
}

/// A text of some length; as data, so that a failure is short to read.
#[derive(Clone, Debug)]
pub(crate) enum Text {
    Short(String),
    Blank,
    /// Longer than an SMS carries.
    Long,
    /// Longer than anything carries.
    TooLong,
}

/// One thing that happens. Numbers are places in the world's lists; of conversations, 0 is the newest.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Receive {
        account: usize,
        contact: usize,
        text: Text,
    },
    Agent {
        agent: usize,
        conversation: usize,
        ask: Ask,
    },
    /// A chat among colleagues begins.
    Opens { agent: usize, opens: Opens },
    /// An agent changes one, or what they keep of it.
    Among {
        agent: usize,
        conversation: usize,
        ask: Among,
    },
    /// `foreign`: asked by the connector of another account.
    Visitor {
        conversation: usize,
        foreign: bool,
        ask: VisitorAsk,
    },
    /// `by` is the hub when `None`.
    Company { by: Option<usize>, ask: CompanyAsk },
    /// So many seconds pass, and the hub looks at what is due.
    Pass(u32),
}

#[derive(Clone, Debug)]
pub(crate) enum Ask {
    Reply(Text),
    Note(Text),
    Take,
    Release,
    ToAgent(usize, Option<Text>),
    ToQueue(usize, Option<Text>),
    Read(u64),
    AddContact(String),
    Ignore,
    Delete,
    DealtWith,
    Archive,
    Unarchive,
    EndSession,
    Block,
    UndoTransfer,
    Oversee,
    TakeOver,
    Reassign(usize),
    MarkUnread(u64),
}

#[derive(Clone, Debug)]
pub(crate) enum VisitorAsk {
    End,
    Received(u64),
    Read(u64),
}

#[derive(Clone, Debug)]
pub(crate) enum CompanyAsk {
    Connected(usize),
    Gone(usize),
    Status(usize, Status),
    LogIn(usize, usize, bool),
    Hours(bool),
    Agent {
        agent: usize,
        email: usize,
        grants: Vec<Grant>,
    },
    Grants(usize, Vec<Grant>),
    Active(usize, bool),
    Department(usize),
    Queue(usize, QueueShape),
    /// Turns "offered agents only" of a queue on or off, and nothing else.
    OfferedOnly(usize),
    /// Puts an agent into a queue, or out of it.
    Membership(usize, usize),
    /// Routes to a queue, or to an agent.
    Account(usize, Result<usize, usize>),
}

pub(crate) fn step() -> BoxedStrategy<Step> {
    let receive =
        (0..company::ACCOUNTS, 0..CONTACTS, text()).prop_map(|(account, contact, text)| {
            Step::Receive {
                account,
                contact,
                text,
            }
        });
    let agent = (0..AGENTS, recent(), ask()).prop_map(|(agent, conversation, ask)| Step::Agent {
        agent,
        conversation,
        ask,
    });
    let visitor = (recent(), prop::bool::weighted(0.1), visitor_ask()).prop_map(
        |(conversation, foreign, ask)| Step::Visitor {
            conversation,
            foreign,
            ask,
        },
    );
    let by = prop_oneof![2 => Just(None), 1 => (0..AGENTS).prop_map(Some)];
    let company = (by, company_ask()).prop_map(|(by, ask)| Step::Company { by, ask });
    let opens =
        (0..AGENTS, internal::opens()).prop_map(|(agent, opens)| Step::Opens { agent, opens });
    let among = (0..AGENTS, recent(), internal::among()).prop_map(|(agent, conversation, ask)| {
        Step::Among {
            agent,
            conversation,
            ask,
        }
    });
    let pass = (1..20_u32).prop_map(Step::Pass);
    prop_oneof![
        3 => receive, 8 => agent, 2 => visitor, 4 => company, 2 => pass, 2 => opens, 4 => among
    ]
    .boxed()
}

pub(crate) fn queue_shape() -> impl Strategy<Value = QueueShape> {
    let distribution = (
        prop_oneof![
            3 => Just(OwnershipMode::FirstAnswer),
            1 => Just(OwnershipMode::TakeByHand),
            1 => Just(OwnershipMode::Assign),
        ],
        prop::sample::select(Distribution::ALL.to_vec()),
        prop::collection::vec((0..AGENTS, 1..4_u8), 0..4),
        prop::option::weighted(0.3, 1..3_u32),
    );
    let unanswered = (
        prop::option::weighted(0.3, 5..40_u32),
        prop_oneof![
            2 => Just(None),
            1 => Just(Some(Err(()))),
            // The first queue is always there to go on to.
            2 => Just(Some(Ok(0))),
        ],
        prop::option::weighted(0.3, 5..30_u32),
    );
    (
        prop::collection::vec(0..AGENTS - 1, 0..5),
        any::<bool>(),
        prop::option::of(0..company::DEPARTMENTS),
        distribution,
        unanswered,
    )
        .prop_map(|(members, offered_only, department, how, otherwise)| {
            let (ownership, strategy, skills, capacity) = how;
            let (longest_wait_secs, unanswered, lease_secs) = otherwise;
            QueueShape {
                members,
                offered_only,
                ownership,
                strategy,
                skills,
                capacity,
                longest_wait_secs,
                unanswered,
                lease_secs,
                department,
            }
        })
}

/// Mostly one of the last few conversations, so that steps meet.
fn recent() -> impl Strategy<Value = usize> {
    prop_oneof![6 => 0..3_usize, 1 => 3..12_usize]
}

fn text() -> impl Strategy<Value = Text> {
    prop_oneof![
        8 => "[a-z]{1,4}".prop_map(Text::Short),
        1 => Just(Text::Blank),
        1 => Just(Text::Long),
        1 => Just(Text::TooLong),
    ]
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        match text {
            Text::Short(text) => text,
            Text::Blank => " \n".to_owned(),
            Text::Long => "x".repeat(2_000),
            Text::TooLong => "y".repeat(10_001),
        }
    }
}

fn ask() -> impl Strategy<Value = Ask> {
    let note = || prop::option::of(text());
    prop_oneof![
        4 => text().prop_map(Ask::Reply),
        1 => text().prop_map(Ask::Note),
        4 => Just(Ask::Take),
        2 => Just(Ask::Release),
        2 => (0..AGENTS, note()).prop_map(|(to, note)| Ask::ToAgent(to, note)),
        2 => (0..QUEUES, note()).prop_map(|(to, note)| Ask::ToQueue(to, note)),
        5 => (0..5_u64).prop_map(Ask::Read),
        1 => "[A-Z][a-z]{0,3}".prop_map(Ask::AddContact),
        1 => Just(Ask::Ignore),
        1 => Just(Ask::Delete),
        2 => Just(Ask::DealtWith),
        1 => Just(Ask::Archive),
        1 => Just(Ask::Unarchive),
        1 => Just(Ask::EndSession),
        1 => Just(Ask::Block),
        2 => Just(Ask::UndoTransfer),
        1 => Just(Ask::Oversee),
        1 => Just(Ask::TakeOver),
        1 => (0..AGENTS).prop_map(Ask::Reassign),
        1 => (0..5_u64).prop_map(Ask::MarkUnread),
    ]
}

fn visitor_ask() -> impl Strategy<Value = VisitorAsk> {
    prop_oneof![
        2 => Just(VisitorAsk::End),
        1 => (0..8_u64).prop_map(VisitorAsk::Received),
        1 => (0..8_u64).prop_map(VisitorAsk::Read),
    ]
}

fn company_ask() -> impl Strategy<Value = CompanyAsk> {
    let route = prop_oneof![
        3 => (0..QUEUES).prop_map(Ok),
        1 => (0..AGENTS).prop_map(Err)
    ];
    prop_oneof![
        3 => (0..AGENTS).prop_map(CompanyAsk::Connected),
        2 => (0..AGENTS).prop_map(CompanyAsk::Gone),
        2 => (0..AGENTS, status()).prop_map(|(agent, status)| CompanyAsk::Status(agent, status)),
        1 => (0..AGENTS, 0..QUEUES, any::<bool>())
            .prop_map(|(agent, queue, logged_in)| CompanyAsk::LogIn(agent, queue, logged_in)),
        1 => any::<bool>().prop_map(CompanyAsk::Hours),
        1 => (0..AGENTS, 0..AGENTS, grants())
            .prop_map(|(agent, email, grants)| CompanyAsk::Agent { agent, email, grants }),
        1 => (0..AGENTS, grants()).prop_map(|(agent, grants)| CompanyAsk::Grants(agent, grants)),
        2 => (0..AGENTS, prop::bool::weighted(0.6))
            .prop_map(|(agent, active)| CompanyAsk::Active(agent, active)),
        1 => (0..company::DEPARTMENTS).prop_map(CompanyAsk::Department),
        2 => (0..QUEUES).prop_map(CompanyAsk::OfferedOnly),
        2 => (0..QUEUES, 0..AGENTS)
            .prop_map(|(queue, agent)| CompanyAsk::Membership(queue, agent)),
        2 => (0..QUEUES, queue_shape()).prop_map(|(queue, shape)| CompanyAsk::Queue(queue, shape)),
        1 => (0..company::ACCOUNTS, route)
            .prop_map(|(account, route)| CompanyAsk::Account(account, route)),
    ]
}

fn status() -> impl Strategy<Value = Status> {
    prop_oneof![3 => Just(Status::Available), 1 => Just(Status::Away)]
}

fn grants() -> impl Strategy<Value = Vec<Grant>> {
    let role = prop::sample::select(vec![
        Role::Agent,
        Role::Receptionist,
        Role::Manager,
        Role::DepartmentOwner,
        Role::SystemAdmin,
        Role::SystemOwner,
    ]);
    let department = prop::option::of((0..company::DEPARTMENTS).prop_map(company::department));
    let grant = (role, department).prop_map(|(role, department)| Grant { role, department });
    prop::collection::vec(grant, 0..3)
}
