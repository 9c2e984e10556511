//! Random companies: agents, queues and conversations in every state, for tests that compare two ways to answer the
//! same question. Some hold what the rules never lead to, such as a deactivated owner: the two ways agree there too.

use std::collections::BTreeSet;

use guichet_domain::{
    Account, AccountId, Agent, AgentId, Channel, Contact, ContactDetails, ContactId, Conversation,
    ConversationId, Department, DepartmentId, Event, Grant, Internal, Kind, Mine, Outcome,
    Ownership, Queue, QueueId, Role, Round, Route, Situation, Timestamp,
};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

/// A company of up to six agents, three queues and a dozen conversations.
pub fn company() -> impl Strategy<Value = Situation> {
    company_in(Space(0))
}

/// Companies that have no id in common, so that one store may hold them all.
pub fn companies(many: u32) -> impl Strategy<Value = Vec<Situation>> {
    let spaces: Vec<_> = (0..many).map(|n| company_in(Space(n))).collect();
    spaces
}

fn company_in(space: Space) -> impl Strategy<Value = Situation> {
    let shape = (
        vec(agent(), 1..7),
        vec(queue(), 1..4),
        1..3_usize,
        1..4_usize,
        vec(conversation(), 0..13),
        vec((any::<usize>(), any::<usize>(), any::<bool>()), 0..6),
    );
    shape.prop_map(
        move |(agents, queues, accounts, contacts, conversations, mine)| {
            let mut company = Situation::default();
            put_board(&mut company, space, agents, queues, accounts);
            put_contacts(&mut company, space, contacts);
            for (number, shape) in conversations.into_iter().enumerate() {
                put_conversation(&mut company, space, number, shape);
            }
            for (agent, conversation, banner_dismissed) in mine {
                put_mine(&mut company, space, agent, conversation, banner_dismissed);
            }
            company
        },
    )
}

/// The events that make this company out of nothing, in an order in which each names only what is there.
pub fn founding(company: &Situation) -> Vec<Event> {
    let board = &company.board;
    let departments = board.departments.values().cloned();
    let agents = board.agents.values().cloned();
    let queues = board.queues.values().cloned();
    let accounts = board.accounts.values().cloned();
    let contacts = company.contacts.values().cloned();
    let conversations = company.conversations.values().cloned();
    let mine = company.mine.values().cloned();
    departments
        .map(Event::DepartmentPut)
        .chain(agents.map(Event::AgentPut))
        .chain(queues.map(Event::QueuePut))
        .chain(accounts.map(Event::AccountPut))
        .chain(contacts.map(Event::ContactPut))
        .chain(conversations.map(Event::Opened))
        .chain(mine.map(Event::MinePut))
        .collect()
}

const DEPARTMENTS: usize = 2;

type AgentShape = (bool, bool, Vec<(Role, Option<usize>)>);

fn agent() -> impl Strategy<Value = AgentShape> {
    let role = prop::sample::select(vec![
        Role::Agent,
        Role::Receptionist,
        Role::Manager,
        Role::DepartmentOwner,
        Role::SystemAdmin,
        Role::SystemOwner,
    ]);
    let grant = (role, prop::option::of(0..DEPARTMENTS));
    let grants = prop_oneof![2 => Just(Vec::new()), 1 => vec(grant, 1..3)];
    (prop::bool::weighted(0.85), any::<bool>(), grants)
}

type QueueShape = (Option<usize>, bool, BTreeSet<usize>);

fn queue() -> impl Strategy<Value = QueueShape> {
    let members = prop::collection::btree_set(0..6_usize, 0..5);
    (prop::option::of(0..DEPARTMENTS), any::<bool>(), members)
}

/// Numbers of agents, queues and the like are taken modulo how many there are.
#[derive(Clone, Debug)]
struct ConversationShape {
    account: usize,
    contact: usize,
    state: State,
    queue: usize,
    has_queue: bool,
    owner: usize,
    agents: BTreeSet<usize>,
    lines: u64,
}

#[derive(Clone, Copy, Debug)]
enum State {
    Offered,
    Owned,
    Closed { was_owned: bool },
    Internal,
}

fn conversation() -> impl Strategy<Value = ConversationShape> {
    let state = prop_oneof![
        3 => Just(State::Offered),
        3 => Just(State::Owned),
        3 => any::<bool>().prop_map(|was_owned| State::Closed { was_owned }),
        1 => Just(State::Internal),
    ];
    let agents = prop::collection::btree_set(0..6_usize, 0..4);
    let places = (0..2_usize, 0..3_usize, 0..3_usize, 0..6_usize);
    (places, state, prop::bool::weighted(0.8), agents, 0..5_u64).prop_map(
        |((account, contact, queue, owner), state, has_queue, agents, lines)| ConversationShape {
            account,
            contact,
            state,
            queue,
            has_queue,
            owner,
            agents,
            lines,
        },
    )
}

/// Where a company's ids are.
#[derive(Clone, Copy, Debug)]
struct Space(u32);

impl Space {
    fn id(self, kind: u128, number: usize) -> Uuid {
        Uuid::from_u128((kind << 64) + (u128::from(self.0) << 32) + number as u128 + 1)
    }
}

fn put_board(
    company: &mut Situation,
    space: Space,
    agents: Vec<AgentShape>,
    queues: Vec<QueueShape>,
    accounts: usize,
) {
    let board = &mut company.board;
    let department = |number| DepartmentId(space.id(3, number));
    for number in 0..DEPARTMENTS {
        let id = department(number);
        let name = format!("department {number}");
        board.departments.insert(id, Department::new(id, name));
    }
    for (number, (active, connected, grants)) in agents.into_iter().enumerate() {
        let grants: BTreeSet<Grant> = grants
            .into_iter()
            .map(|(role, of)| Grant {
                role,
                department: of.map(department),
            })
            .collect();
        let agent = Agent {
            active,
            connected: active && connected,
            grants: grants.into_iter().collect(),
            ..Agent::new(
                AgentId(space.id(1, number)),
                format!("agent {number}"),
                format!("{number}@guichet.test"),
            )
        };
        board.agents.insert(agent.id, agent);
    }
    let known = board.agents.len();
    for (number, (of, offered_only, members)) in queues.into_iter().enumerate() {
        let members = members.into_iter().filter(|member| *member < known);
        let queue = Queue {
            department: of.map(department),
            members: members.map(|member| AgentId(space.id(1, member))).collect(),
            offered_only,
            ..Queue::new(QueueId(space.id(2, number)), format!("queue {number}"))
        };
        board.queues.insert(queue.id, queue);
    }
    for number in 0..accounts {
        let account = Account {
            id: AccountId(space.id(4, number)),
            channel: Channel::LiveChat,
            name: format!("account {number}"),
            route: Route::Queue(QueueId(space.id(2, 0))),
            public_key: Some(format!("pub_{number}")),
            sites: Vec::new(),
            widget: None,
        };
        board.accounts.insert(account.id, account);
    }
}

fn put_contacts(company: &mut Situation, space: Space, contacts: usize) {
    for (number, place) in (0..contacts).zip(1_u32..) {
        let contact = Contact {
            id: ContactId(space.id(5, number)),
            details: ContactDetails::default(),
            known: number % 2 == 1,
            number: place,
            since: Timestamp(0),
        };
        company.contacts.insert(contact.id, contact);
        company.contact_count = place;
    }
}

fn put_conversation(
    company: &mut Situation,
    space: Space,
    number: usize,
    shape: ConversationShape,
) {
    let board = &company.board;
    let agent = |number: usize| AgentId(space.id(1, number % board.agents.len()));
    let queue = QueueId(space.id(2, shape.queue % board.queues.len()));
    let account = AccountId(space.id(4, shape.account % board.accounts.len()));
    let contact = ContactId(space.id(5, shape.contact % company.contacts.len()));
    let agents: BTreeSet<AgentId> = shape.agents.iter().copied().map(agent).collect();
    let owner = agent(shape.owner);
    let closed = |was_owned: bool| Ownership::Closed {
        last_owner: was_owned.then_some(owner),
        queue: shape.has_queue.then_some(queue),
        at: Timestamp(2),
        outcome: Outcome::EndedByVisitor,
    };
    let customer = |ownership| Kind::Customer {
        channel: Channel::LiveChat,
        account,
        contact,
        point: None,
        ownership,
    };
    // A contact has one open conversation with an account; a second is a closed one instead.
    let has_open = company.open_between(account, contact).is_some();
    let kind = match shape.state {
        State::Internal => Kind::Internal(Internal {
            members: agents,
            ..Internal::default()
        }),
        State::Closed { was_owned } => customer(closed(was_owned)),
        State::Offered if has_open => customer(closed(false)),
        State::Owned if has_open => customer(closed(true)),
        State::Offered => customer(Ownership::Offered {
            queue,
            ringing: agents,
            round: Round::default(),
        }),
        State::Owned => customer(Ownership::Owned {
            owner,
            queue: shape.has_queue.then_some(queue),
        }),
    };
    let id = ConversationId(space.id(6, number));
    let conversation = Conversation {
        last_at: Timestamp(1),
        last_seq: shape.lines,
        ..Conversation::new(id, kind, Timestamp(0))
    };
    company.floor.add(&conversation);
    company.conversations.insert(conversation.id, conversation);
}

fn put_mine(
    company: &mut Situation,
    space: Space,
    agent: usize,
    conversation: usize,
    banner_dismissed: bool,
) {
    let Some(of) = company.conversations.len().checked_sub(1) else {
        return;
    };
    let conversation = ConversationId(space.id(6, conversation % (of + 1)));
    let agent = AgentId(space.id(1, agent % company.board.agents.len()));
    let mine = Mine {
        read: company.conversations[&conversation].last_seq,
        banner_dismissed,
        ..Mine::new(agent, conversation)
    };
    company.mine.insert((mine.agent, conversation), mine);
}

#[cfg(test)]
mod tests {
    use guichet_domain::{Audience, holds, may_read};

    use super::*;

    proptest! {
        #[test]
        fn a_company_is_what_its_founding_events_say(company in company()) {
            let mut founded = Situation::default();
            for event in founding(&company) {
                founded.apply(&event);
            }
            prop_assert_eq!(founded, company);
        }

        #[test]
        fn who_holds_may_read_and_is_the_audience(company in company()) {
            let board = &company.board;
            for conversation in company.conversations.values() {
                let audience = Audience::of(board, conversation).agents(board);
                for agent in board.agents.keys().copied() {
                    let held = holds(board, agent, conversation);
                    prop_assert_eq!(held, audience.contains(&agent));
                    prop_assert!(!held || may_read(&company, agent, conversation));
                }
            }
        }
    }
}
