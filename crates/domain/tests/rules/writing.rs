//! A customer writes, an agent answers or notes.

use guichet_domain::{
    Actor, AgentId, Author, Body, Channel, Command, ConversationId, Customer, Event, MessageId,
    Ownership, Refusal, Route, SystemLine, Timestamp,
};
use uuid::Uuid;

use super::company::{ANNA, BEN, Company, DIRECT, GONE, LUC, MARIE, PAUL, PHONE, REPAIRS, SHOP};
use super::samples::{account, hands, named, note, offered, owned, receive, reply};

const NEW: ConversationId = ConversationId(Uuid::from_u128(77));

#[test]
fn a_first_message_opens_a_conversation_in_the_queue_of_its_account() {
    let mut company = Company::new();
    let events = company
        .ask(Actor::Customer(SHOP), receive(SHOP, ANNA, NEW, "hello"))
        .expect("a known account receives");
    let [
        Event::ContactPut(contact),
        Event::Opened(opened),
        Event::Wrote(line),
    ] = &events[..]
    else {
        panic!("{events:?}");
    };
    assert_eq!(
        (contact.id, contact.number, contact.known),
        (ANNA, 1, false)
    );
    assert_eq!(opened.id, NEW);
    assert_eq!(hands(opened), Some(offered(REPAIRS, &[MARIE, PAUL])));
    assert_eq!((line.seq, line.author), (1, Author::Customer));
    let conversation = company.conversation(NEW);
    assert_eq!(conversation.last_seq, 1);
    assert_eq!(conversation.waiting_since, Some(Timestamp(company.now)));
    assert_eq!(conversation.preview.as_ref().expect("a text").text, "hello");
}

#[test]
fn the_next_messages_go_to_the_open_conversation_and_keep_its_owner() {
    let mut company = Company::new();
    let first = company.owned_by(MARIE);
    assert_eq!(company.waiting(), first);
    assert_eq!(company.conversation(first).owner(), Some(MARIE));
    assert_eq!(company.conversation(first).last_seq, 3);
    assert_eq!(
        company.conversation(first).waiting_since,
        Some(Timestamp(1)),
        "the oldest unanswered message counts"
    );
}

#[test]
fn a_message_after_the_close_opens_a_new_conversation() {
    let mut company = Company::new();
    let first = company.closed_of(MARIE);
    let second = company.waiting();
    assert_ne!(first, second);
    assert_eq!(company.ownership(second), offered(REPAIRS, &[MARIE, PAUL]));
    assert_eq!(company.situation.contacts.len(), 1);
}

#[test]
fn one_customer_has_one_conversation_for_each_account() {
    let mut company = Company::new();
    assert_ne!(company.writes(ANNA, SHOP), company.writes(ANNA, PHONE));
    assert_ne!(company.writes(ANNA, SHOP), company.writes(BEN, SHOP));
    assert_eq!(company.situation.contacts[&BEN].number, 2);
}

#[test]
fn an_account_of_one_agent_opens_with_that_owner() {
    let mut company = Company::new();
    let conversation = company.writes(ANNA, DIRECT);
    assert_eq!(company.ownership(conversation), owned(MARIE, None));
    assert_eq!(company.happened(conversation), []);
}

#[test]
fn nobodys_message_is_lost_when_the_agent_of_an_account_is_deactivated() {
    let mut company = Company::new();
    let route = Route::Agent(GONE);
    let direct = account(DIRECT, Channel::LiveChat, route);
    company.situation.board.accounts.insert(DIRECT, direct);
    let conversation = company.writes(ANNA, DIRECT);
    assert_eq!(
        company.ownership(conversation),
        offered(REPAIRS, &[MARIE, PAUL])
    );
    company.situation.board.queues.clear();
    let nowhere = company.writes(BEN, DIRECT);
    assert!(matches!(
        company.ownership(nowhere),
        Ownership::Offered { ringing, .. } if ringing.is_empty()
    ));
}

#[test]
fn only_the_connector_of_a_known_account_receives() {
    let mut company = Company::new();
    let unknown = guichet_domain::AccountId(Uuid::from_u128(404));
    for (actor, to) in [
        (Actor::Customer(PHONE), SHOP),
        (Actor::Agent(MARIE), SHOP),
        (Actor::Hub, SHOP),
        (Actor::Customer(unknown), unknown),
    ] {
        let answer = company.ask(actor, receive(to, ANNA, NEW, "hello"));
        assert_eq!(answer, Err(Refusal::NotFound), "{actor:?}");
    }
}

#[test]
fn what_an_agent_wrote_into_the_address_book_wins_over_what_the_customer_says() {
    let mut company = Company::new();
    let says = |company: &mut Company, name: &str| {
        let mut command = receive(SHOP, ANNA, NEW, "hello");
        if let Command::Receive { customer, .. } = &mut command {
            *customer = Customer {
                contact: ANNA,
                details: named(name),
            };
        }
        company
            .ask(Actor::Customer(SHOP), command)
            .expect("a known account receives");
        company.situation.contacts[&ANNA].details.name.clone()
    };
    assert_eq!(says(&mut company, "anna").as_deref(), Some("anna"));
    assert_eq!(says(&mut company, "Anna B.").as_deref(), Some("Anna B."));
    company
        .agent(
            MARIE,
            Command::AddContact {
                conversation: NEW,
                details: named("Anna Berger"),
            },
        )
        .expect("a member adds");
    assert_eq!(says(&mut company, "x").as_deref(), Some("Anna Berger"));
}

#[test]
fn a_first_answer_takes_the_conversation() {
    let mut company = Company::new();
    let conversation = company.waiting();
    company
        .agent(MARIE, reply(conversation, "good day"))
        .expect("a member answers");
    assert_eq!(company.ownership(conversation), owned(MARIE, Some(REPAIRS)));
    let lines = &company.lines[&conversation];
    assert_eq!(
        lines[1].body,
        Body::System(SystemLine::Taken { agent: MARIE })
    );
    assert_eq!(lines[2].author, Author::Agent(MARIE));
    assert_eq!(lines[2].id, Some(MessageId(Uuid::from_u128(3_000))));
    assert_eq!(company.conversation(conversation).waiting_since, None);
}

#[test]
fn a_note_neither_takes_nor_answers() {
    let mut company = Company::new();
    let conversation = company.waiting();
    company
        .agent(PAUL, note(conversation, "a regular"))
        .expect("a member notes");
    let after = company.conversation(conversation);
    assert_eq!(after.owner(), None);
    assert_eq!(after.waiting_since, Some(Timestamp(1)));
    assert!(after.preview.as_ref().is_some_and(|preview| preview.note));
}

#[test]
fn neither_a_customer_nor_the_hub_answers_as_an_agent() {
    let mut company = Company::new();
    let conversation = company.waiting();
    for actor in [
        Actor::Customer(SHOP),
        Actor::Hub,
        Actor::Agent(AgentId(Uuid::nil())),
    ] {
        let answer = company.ask(actor, reply(conversation, "hi"));
        assert_eq!(answer, Err(Refusal::NotAllowed), "{actor:?}");
    }
    let outside = company.agent(LUC, reply(conversation, "hi"));
    assert_eq!(outside, Err(Refusal::NotFound));
}
