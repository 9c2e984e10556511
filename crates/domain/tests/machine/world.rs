//! A whole company in one situation, with what a store would keep of its history.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use guichet_domain::{
    Actor, AgentId, BlockId, Board, Command, CommandId, ContactDetails, ContactId, Conversation,
    ConversationId, Customer, DepartmentId, Envelope, Event, Grant, Kind, Message, MessageId,
    Network, OfficeHours, Queue, Refusal, Role, Route, Settings, Situation, Target, Timestamp,
    decide, routing,
};
use uuid::Uuid;

use super::changes;
use super::company::{self, ACCOUNTS, DEPARTMENTS, account, agent, department, id, queue};
use super::internal;
use super::steps::{Ask, CompanyAsk, QueueShape, Step, Text, VisitorAsk};

/// The situation, and what a store keeps beside it.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) situation: Situation,
    /// Every line ever written.
    pub(crate) threads: BTreeMap<ConversationId, Vec<Message>>,
    /// The board as the events that carry its rows say.
    pub(crate) board: Board,
    /// Every conversation ever, in order; deleted ones too.
    conversations: Vec<ConversationId>,
    pub(crate) now: i64,
}

impl World {
    /// A company with a role of each kind, all of it put there by commands, and one chat among colleagues.
    pub(crate) fn new(queues: &[QueueShape]) -> Self {
        let mut world = Self {
            situation: Situation::default(),
            threads: BTreeMap::new(),
            board: Board::default(),
            conversations: Vec::new(),
            now: 0,
        };
        let roles = [
            Some((Role::SystemOwner, None)),
            Some((Role::SystemAdmin, None)),
            Some((Role::Manager, Some(department(0)))),
            Some((Role::DepartmentOwner, Some(department(1)))),
            None,
        ];
        let grants = |role: Option<(Role, Option<DepartmentId>)>| {
            let grant = |(role, department)| Grant { role, department };
            role.map(grant).into_iter().collect()
        };
        let agents = roles.into_iter().enumerate();
        let mut commands: Vec<Command> = (0..DEPARTMENTS).map(company::put_department).collect();
        commands.extend(agents.map(|(n, role)| company::put_agent(n, n, grants(role))));
        commands.extend([0, 2, 4].map(|n| Command::AgentConnected { agent: agent(n) }));
        let queues = queues.iter().cloned().enumerate();
        commands.extend(queues.map(|(n, shape)| company::put_queue(n, shape)));
        commands.push(company::put_account(0, Route::Queue(queue(0))));
        commands.push(company::put_account(1, Route::Queue(queue(1))));
        commands.push(company::put_account(2, Route::Agent(agent(4))));
        for command in commands {
            let envelope = world.signed(Actor::Hub, command);
            world.ask(&envelope).expect("the hub sets the company up");
        }
        world.colleagues();
        world
    }

    fn colleagues(&mut self) {
        let opens = internal::Opens::Direct { with: 4 };
        let opening = self.opening(1, opens);
        self.ask(&opening).expect("colleagues open a chat");
    }

    /// Decides, and carries out and records what was accepted.
    pub(crate) fn ask(&mut self, envelope: &Envelope) -> Result<Vec<Event>, Refusal> {
        let now = Timestamp(self.now);
        let answer = decide(&self.situation, envelope, now);
        let again = decide(&self.situation, envelope, now);
        assert_eq!(answer, again, "the same question has the same answer");
        for event in answer.iter().flatten() {
            self.situation.apply(event);
            self.record(event);
        }
        answer
    }

    fn record(&mut self, event: &Event) {
        match event.clone() {
            Event::Opened(conversation) => {
                self.conversations.push(conversation.id);
                let known = self.threads.insert(conversation.id, Vec::new());
                assert!(known.is_none(), "opened twice");
            }
            Event::Wrote(line) => {
                let thread = self.threads.get_mut(&line.conversation);
                thread.expect("written where nothing opened").push(line);
            }
            Event::AgentPut(row) => drop(self.board.agents.insert(row.id, row)),
            Event::DepartmentPut(row) => drop(self.board.departments.insert(row.id, row)),
            Event::QueuePut(row) => drop(self.board.queues.insert(row.id, row)),
            Event::AccountPut(row) => drop(self.board.accounts.insert(row.id, row)),
            Event::SettingsPut(row) => self.board.settings = row,
            Event::Blocked(block) => self.board.blocks.put(block),
            Event::Unblocked(network) => self.board.blocks.remove(network),
            _ => {}
        }
    }

    /// The command that a step means now.
    pub(crate) fn envelope(&mut self, step: Step) -> Envelope {
        self.now += 1;
        let (actor, command) = match step {
            Step::Receive {
                account: to,
                contact,
                text,
            } => (
                Actor::Customer(account(to)),
                self.receive(to, contact, text.into()),
            ),
            Step::Agent {
                agent: by,
                conversation,
                ask,
            } => (Actor::Agent(agent(by)), self.asked(conversation, ask)),
            Step::Opens { agent, opens } => return self.opening(agent, opens),
            Step::Among {
                agent: by,
                conversation,
                ask,
            } => (Actor::Agent(agent(by)), self.among(conversation, ask)),
            Step::Visitor {
                conversation,
                foreign,
                ask,
            } => self.visitor(conversation, foreign, ask),
            Step::Pass(secs) => {
                self.now += i64::from(secs) * 1_000;
                (
                    Actor::Hub,
                    self.due().unwrap_or(Command::AgentGone { agent: agent(0) }),
                )
            }
            Step::Company { by, ask } => {
                let by = by.map_or(Actor::Hub, |by| Actor::Agent(agent(by)));
                (by, self.administered(ask))
            }
        };
        self.signed(actor, command)
    }

    /// Asks, and checks what came of it.
    pub(crate) fn carry_out(&mut self, envelope: &Envelope) {
        let before = self.clone();
        let answer = self.ask(envelope);
        changes::check(&before, envelope, &answer, self);
    }

    /// The same as a command of the hub.
    pub(crate) fn next_due(&mut self) -> Option<Envelope> {
        let command = self.due()?;
        self.now += 1;
        Some(self.signed(Actor::Hub, command))
    }

    /// The first thing that the passing of time changes.
    fn due(&self) -> Option<Command> {
        let now = Timestamp(self.now);
        let board = &self.situation.board;
        let due = |conversation: &&Conversation| {
            routing::due(board, conversation, now).is_some_and(|at| at <= now)
        };
        let conversation = self.situation.conversations.values().find(due)?.id;
        Some(Command::TimePassed { conversation })
    }

    pub(super) fn signed(&self, actor: Actor, command: Command) -> Envelope {
        let id = CommandId(self.fresh(6));
        Envelope { actor, id, command }
    }

    pub(super) fn fresh(&self, kind: u128) -> Uuid {
        id(kind, usize::try_from(self.now).unwrap_or_default())
    }

    pub(super) fn recent(&self, back: usize) -> ConversationId {
        let nowhere = ConversationId(Uuid::nil());
        let newest_first = self.conversations.iter().rev();
        newest_first.copied().nth(back).unwrap_or(nowhere)
    }

    fn receive(&self, to: usize, contact: usize, text: String) -> Command {
        Command::Receive {
            account: account(to),
            customer: Customer {
                contact: ContactId(id(7, contact)),
                details: ContactDetails {
                    name: text.get(..1).map(Into::into),
                    ..ContactDetails::default()
                },
            },
            message: MessageId(self.fresh(6)),
            opens: ConversationId(self.fresh(5)),
            text,
        }
    }

    fn asked(&self, conversation: usize, ask: Ask) -> Command {
        let conversation = self.recent(conversation);
        let message = MessageId(self.fresh(6));
        let transfer = |to, note: Option<Text>| Command::Transfer {
            conversation,
            to,
            note: note.map(Into::into),
            note_id: message,
        };
        match ask {
            Ask::Reply(text) => Command::Reply {
                conversation,
                message,
                text: text.into(),
                quote: None,
            },
            Ask::Note(text) => Command::Note {
                conversation,
                message,
                text: text.into(),
                mentions: [agent(0)].into(),
            },
            Ask::Take => Command::Take { conversation },
            Ask::Release => Command::Release { conversation },
            Ask::ToAgent(to, note) => transfer(Target::Agent(agent(to)), note),
            Ask::ToQueue(to, note) => transfer(Target::Queue(queue(to)), note),
            Ask::Read(up_to) => Command::Read {
                conversation,
                up_to,
            },
            Ask::AddContact(name) => Command::AddContact {
                conversation,
                details: ContactDetails {
                    name: Some(name),
                    ..ContactDetails::default()
                },
            },
            Ask::Ignore => Command::Ignore { conversation },
            Ask::Delete => Command::Delete { conversation },
            Ask::DealtWith => Command::DealtWith { conversation },
            Ask::Archive => Command::Archive { conversation },
            Ask::Unarchive => Command::Unarchive { conversation },
            Ask::EndSession => Command::EndSession { conversation },
            Ask::Block => Command::BlockVisitor {
                conversation,
                network: Some(Network::of(Ipv4Addr::new(203, 0, 113, 9).into())),
                block: BlockId(Uuid::nil()),
                reason: None,
                hours: Some(1),
            },
            Ask::UndoTransfer => Command::UndoTransfer { conversation },
            Ask::Oversee => Command::Oversee { conversation },
            Ask::TakeOver => Command::TakeOver {
                conversation,
                from: self.owner(conversation),
            },
            Ask::Reassign(to) => Command::Reassign {
                conversation,
                from: self.owner(conversation),
                to: Target::Agent(agent(to)),
                note: None,
                note_id: message,
            },
            Ask::MarkUnread(from) => Command::MarkUnread { conversation, from },
        }
    }

    fn owner(&self, conversation: ConversationId) -> AgentId {
        let known = self.situation.conversations.get(&conversation);
        known.and_then(Conversation::owner).unwrap_or(agent(0))
    }

    fn visitor(&self, conversation: usize, foreign: bool, ask: VisitorAsk) -> (Actor, Command) {
        let conversation = self.recent(conversation);
        let known = self.situation.conversations.get(&conversation);
        let own = match known.map(|known| &known.kind) {
            Some(Kind::Customer { account, .. }) => *account,
            _ => account(0),
        };
        let others = (0..ACCOUNTS).map(account).find(|other| *other != own);
        let by = if foreign { others } else { None }.unwrap_or(own);
        let command = match ask {
            VisitorAsk::End => Command::EndByVisitor { conversation },
            VisitorAsk::Received(up_to) => Command::CustomerReceived {
                conversation,
                up_to,
            },
            VisitorAsk::Read(up_to) => Command::CustomerRead {
                conversation,
                up_to,
            },
        };
        (Actor::Customer(by), command)
    }

    fn administered(&self, ask: CompanyAsk) -> Command {
        match ask {
            CompanyAsk::Connected(n) => Command::AgentConnected { agent: agent(n) },
            CompanyAsk::Gone(n) => Command::AgentGone { agent: agent(n) },
            CompanyAsk::Status(n, status) => Command::SetStatus {
                agent: agent(n),
                status,
            },
            CompanyAsk::LogIn(n, of, logged_in) => Command::LogIn {
                agent: agent(n),
                queue: queue(of),
                logged_in,
            },
            // The history begins at midnight of a Thursday, and is over before one o'clock.
            CompanyAsk::Hours(open) => Command::PutSettings {
                settings: Settings {
                    hours: OfficeHours {
                        week: (!open).then(Vec::new),
                        ..OfficeHours::default()
                    },
                    ..Settings::default()
                },
            },
            CompanyAsk::Agent {
                agent,
                email,
                grants,
            } => company::put_agent(agent, email, grants),
            CompanyAsk::Grants(n, grants) => Command::SetGrants {
                agent: agent(n),
                grants,
            },
            CompanyAsk::Active(n, active) => Command::SetActive {
                agent: agent(n),
                active,
            },
            CompanyAsk::Department(n) => company::put_department(n),
            CompanyAsk::Queue(n, shape) => company::put_queue(n, shape),
            CompanyAsk::OfferedOnly(n) => self.changed_queue(n, |queue| {
                queue.offered_only = !queue.offered_only;
            }),
            CompanyAsk::Membership(n, who) => self.changed_queue(n, |queue| {
                let known = queue.members.len();
                queue.members.retain(|member| *member != agent(who));
                if queue.members.len() == known {
                    queue.members.push(agent(who));
                }
            }),
            CompanyAsk::Account(n, Ok(to)) => company::put_account(n, Route::Queue(queue(to))),
            CompanyAsk::Account(n, Err(to)) => company::put_account(n, Route::Agent(agent(to))),
        }
    }

    /// A queue that does not exist yet is put without members.
    fn changed_queue(&self, number: usize, change: impl FnOnce(&mut Queue)) -> Command {
        let known = self.board.queues.get(&queue(number)).cloned();
        let mut queue = known.unwrap_or_else(|| company::new_queue(number));
        change(&mut queue);
        Command::PutQueue { queue }
    }
}
