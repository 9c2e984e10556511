//! A small company to try commands on.

use std::collections::BTreeMap;

use guichet_domain::{
    AccountId, Actor, Agent, AgentId, Body, Channel, Command, CommandId, ContactId, Conversation,
    ConversationId, Department, DepartmentId, Envelope, Event, Kind, Message, Ownership, Queue,
    QueueId, Refusal, Role, Route, Situation, SystemLine, Timestamp, decide,
};
use uuid::Uuid;

use super::samples::{account, grant, hands, new_agent, queue, receive};

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// Shares [`REPAIRS`].
pub(crate) const MARIE: AgentId = AgentId(id(1));
/// Shares [`REPAIRS`].
pub(crate) const PAUL: AgentId = AgentId(id(2));
/// Shares [`SALES`] only.
pub(crate) const LUC: AgentId = AgentId(id(3));
/// Manager of [`WORKSHOP`], shares no queue.
pub(crate) const INES: AgentId = AgentId(id(4));
/// System owner.
pub(crate) const OLGA: AgentId = AgentId(id(5));
/// System admin.
pub(crate) const ADAM: AgentId = AgentId(id(6));
/// Owner of the department [`WORKSHOP`].
pub(crate) const DORA: AgentId = AgentId(id(7));
/// Deactivated.
pub(crate) const GONE: AgentId = AgentId(id(8));

pub(crate) const WORKSHOP: DepartmentId = DepartmentId(id(20));
/// Queue of the department [`WORKSHOP`].
pub(crate) const REPAIRS: QueueId = QueueId(id(30));
/// Queue of the whole company.
pub(crate) const SALES: QueueId = QueueId(id(31));
/// Live Chat, to [`REPAIRS`].
pub(crate) const SHOP: AccountId = AccountId(id(40));
/// SMS, to [`REPAIRS`].
pub(crate) const PHONE: AccountId = AccountId(id(41));
/// Live Chat, to [`MARIE`] herself.
pub(crate) const DIRECT: AccountId = AccountId(id(42));
/// A customer.
pub(crate) const ANNA: ContactId = ContactId(id(50));
/// Another one.
pub(crate) const BEN: ContactId = ContactId(id(51));

/// The situation, the lines written so far, and a clock that moves by one at each command.
pub(crate) struct Company {
    pub(crate) situation: Situation,
    pub(crate) lines: BTreeMap<ConversationId, Vec<Message>>,
    pub(crate) now: i64,
}

pub(crate) type Answer = Result<Vec<Event>, Refusal>;

impl Company {
    pub(crate) fn new() -> Self {
        let mut situation = Situation::default();
        let board = &mut situation.board;
        for (agent, name, grants) in [
            (MARIE, "Marie", vec![]),
            (PAUL, "Paul", vec![]),
            (LUC, "Luc", vec![]),
            (INES, "Inès", vec![grant(Role::Manager, Some(WORKSHOP))]),
            (OLGA, "Olga", vec![grant(Role::SystemOwner, None)]),
            (ADAM, "Adam", vec![grant(Role::SystemAdmin, None)]),
            (
                DORA,
                "Dora",
                vec![grant(Role::DepartmentOwner, Some(WORKSHOP))],
            ),
            (GONE, "Gone", vec![]),
        ] {
            let there = [MARIE, PAUL, LUC].contains(&agent);
            board.agents.insert(
                agent,
                Agent {
                    connected: there,
                    active: agent != GONE,
                    grants,
                    ..new_agent(agent, name)
                },
            );
        }
        let workshop = Department::new(WORKSHOP, "Atelier");
        board.departments.insert(WORKSHOP, workshop);
        for queue in [
            queue(REPAIRS, Some(WORKSHOP), &[MARIE, PAUL]),
            queue(SALES, None, &[LUC]),
        ] {
            board.queues.insert(queue.id, queue);
        }
        for account in [
            account(SHOP, Channel::LiveChat, Route::Queue(REPAIRS)),
            account(PHONE, Channel::Sms, Route::Queue(REPAIRS)),
            account(DIRECT, Channel::LiveChat, Route::Agent(MARIE)),
        ] {
            board.accounts.insert(account.id, account);
        }
        Self {
            situation,
            lines: BTreeMap::new(),
            now: 0,
        }
    }

    /// Decides, and carries out what was accepted.
    pub(crate) fn ask(&mut self, actor: Actor, command: Command) -> Answer {
        self.now += 1;
        let envelope = Envelope {
            actor,
            id: CommandId(Uuid::nil()),
            command,
        };
        let events = decide(&self.situation, &envelope, Timestamp(self.now))?;
        for event in &events {
            self.situation.apply(event);
            if let Event::Wrote(message) = event {
                let thread = self.lines.entry(message.conversation).or_default();
                thread.push(message.clone());
            }
        }
        Ok(events)
    }

    pub(crate) fn agent(&mut self, agent: AgentId, command: Command) -> Answer {
        self.ask(Actor::Agent(agent), command)
    }

    pub(crate) fn hub(&mut self, command: Command) -> Answer {
        self.ask(Actor::Hub, command)
    }

    /// A customer writes "hello" to an account.
    pub(crate) fn writes(&mut self, customer: ContactId, account: AccountId) -> ConversationId {
        let opens = ConversationId(id(1_000 + u128::try_from(self.now).unwrap_or_default()));
        let receive = receive(account, customer, opens, "hello");
        let events = self
            .ask(Actor::Customer(account), receive)
            .expect("a known account receives");
        events
            .iter()
            .find_map(|event| match event {
                Event::Wrote(message) => Some(message.conversation),
                _ => None,
            })
            .expect("what is received is written")
    }

    /// [`ANNA`] wrote to [`SHOP`]: waits in [`REPAIRS`].
    pub(crate) fn waiting(&mut self) -> ConversationId {
        self.writes(ANNA, SHOP)
    }

    /// The same, taken by `owner`.
    pub(crate) fn owned_by(&mut self, owner: AgentId) -> ConversationId {
        let conversation = self.waiting();
        self.agent(owner, Command::Take { conversation })
            .expect("a member takes what waits");
        conversation
    }

    /// The same, ended by the visitor.
    pub(crate) fn closed_of(&mut self, owner: AgentId) -> ConversationId {
        let conversation = self.owned_by(owner);
        self.ask(
            Actor::Customer(SHOP),
            Command::EndByVisitor { conversation },
        )
        .expect("a visitor ends");
        conversation
    }

    /// A conversation among colleagues.
    pub(crate) fn internal(&mut self, members: &[AgentId]) -> ConversationId {
        let conversation = ConversationId(id(900));
        let members = members.iter().copied().collect();
        self.situation.conversations.insert(
            conversation,
            Conversation::new(conversation, Kind::Internal { members }, Timestamp(0)),
        );
        conversation
    }

    pub(crate) fn conversation(&self, id: ConversationId) -> &Conversation {
        &self.situation.conversations[&id]
    }

    /// However far it rang.
    pub(crate) fn ownership(&self, id: ConversationId) -> Ownership {
        hands(self.conversation(id)).expect("a customer's conversation")
    }

    /// What the thread says happened, in order.
    pub(crate) fn happened(&self, id: ConversationId) -> Vec<SystemLine> {
        let lines = self.lines.get(&id).into_iter().flatten();
        lines
            .filter_map(|line| match line.body {
                Body::System(line) => Some(line),
                _ => None,
            })
            .collect()
    }

    /// Changes a queue behind the rules' back.
    pub(crate) fn set_queue(&mut self, id: QueueId, change: impl FnOnce(&mut Queue)) {
        change(
            self.situation
                .board
                .queues
                .get_mut(&id)
                .expect("a known queue"),
        );
    }
}
