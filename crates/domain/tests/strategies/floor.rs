//! A queue of agents who are all there, and the conversations that come to it; everything by commands.

use std::collections::BTreeMap;

use guichet_domain::{
    Account, AccountId, Actor, Agent, AgentId, Channel, Command, CommandId, ContactDetails,
    ContactId, ConversationId, Customer, Envelope, MessageId, Ownership, Queue, QueueId, Route,
    Situation, Timestamp, decide, routing,
};
use uuid::Uuid;

pub(crate) const QUEUE: QueueId = QueueId(Uuid::from_u128(1_000));
pub(crate) const NEXT: QueueId = QueueId(Uuid::from_u128(1_001));
const ACCOUNT: AccountId = AccountId(Uuid::from_u128(2_000));

/// The agent of that number, from 1.
pub(crate) fn agent(number: u128) -> AgentId {
    AgentId(Uuid::from_u128(number))
}

/// The conversation of that number, from 1.
pub(crate) fn conversation(number: u128) -> ConversationId {
    ConversationId(Uuid::from_u128(3_000 + number))
}

/// A company at work; time in seconds.
pub(crate) struct Floor {
    pub(crate) situation: Situation,
    pub(crate) second: i64,
    /// When each conversation was taken, and by whom.
    pub(crate) taken: BTreeMap<ConversationId, AgentId>,
}

impl Floor {
    /// Agents 1 to `agents`, all there, in a queue of this shape; a second queue has the last of them.
    pub(crate) fn new(agents: u128, shape: impl FnOnce(Queue) -> Queue) -> Self {
        let mut floor = Self {
            situation: Situation::default(),
            second: 0,
            taken: BTreeMap::new(),
        };
        let everybody = || (1..=agents).map(agent);
        for id in everybody() {
            let agent = Agent::new(id, format!("agent {id}"), format!("{id}@guichet.test"));
            floor.hub(Command::PutAgent { agent });
            floor.hub(Command::AgentConnected { agent: id });
        }
        let next = Queue {
            members: vec![agent(agents)],
            ..Queue::new(NEXT, "next")
        };
        floor.hub(Command::PutQueue { queue: next });
        let queue = shape(Queue {
            members: everybody().collect(),
            ring_secs: 10,
            ..Queue::new(QUEUE, "queue")
        });
        floor.hub(Command::PutQueue { queue });
        let account = Account {
            id: ACCOUNT,
            channel: Channel::LiveChat,
            name: "site".into(),
            route: Route::Queue(QUEUE),
            public_key: None,
            sites: Vec::new(),
            widget: None,
        };
        floor.hub(Command::PutAccount { account });
        floor
    }

    pub(crate) fn hub(&mut self, command: Command) {
        self.ask(Actor::Hub, command);
    }

    pub(crate) fn ask(&mut self, actor: Actor, command: Command) {
        let envelope = Envelope {
            actor,
            id: CommandId(Uuid::nil()),
            command,
        };
        let now = self.now();
        let events = decide(&self.situation, &envelope, now).expect("is accepted");
        for event in &events {
            self.situation.apply(event);
        }
    }

    fn now(&self) -> Timestamp {
        Timestamp(self.second * 1_000)
    }

    /// A customer of their own opens conversation `number`.
    pub(crate) fn comes(&mut self, number: u128) {
        let receive = Command::Receive {
            account: ACCOUNT,
            customer: Customer {
                contact: ContactId(Uuid::from_u128(9_000_000 + number)),
                details: ContactDetails::default(),
            },
            message: MessageId(Uuid::from_u128(5_000_000 + number)),
            opens: conversation(number),
            text: "hello".into(),
        };
        self.ask(Actor::Customer(ACCOUNT), receive);
    }

    pub(crate) fn takes(&mut self, by: AgentId, number: u128) {
        let conversation = conversation(number);
        self.ask(Actor::Agent(by), Command::Take { conversation });
        self.taken.insert(conversation, by);
    }

    /// Goes on to that second, and looks at what is due in each.
    pub(crate) fn until(&mut self, second: i64) {
        while self.second < second {
            self.second += 1;
            self.look();
        }
    }

    fn look(&mut self) {
        let now = self.now();
        loop {
            let board = &self.situation.board;
            let due = |at: Option<Timestamp>| at.is_some_and(|at| at <= now);
            let mut all = self.situation.conversations.values();
            let Some(next) = all.find(|c| due(routing::due(board, c, now))) else {
                return;
            };
            let conversation = next.id;
            self.hub(Command::TimePassed { conversation });
        }
    }

    /// Whom conversation `number` rings, by number; whose it is, negative.
    pub(crate) fn rings(&self, number: u128) -> Vec<i64> {
        let id = |agent: &AgentId| i64::try_from(agent.0.as_u128()).expect("small");
        let row = self.situation.conversations.get(&conversation(number));
        match row.and_then(|row| row.ownership()) {
            Some(Ownership::Offered { ringing, .. }) => ringing.iter().map(id).collect(),
            Some(Ownership::Owned { owner, .. }) => vec![-id(owner)],
            _ => Vec::new(),
        }
    }
}
