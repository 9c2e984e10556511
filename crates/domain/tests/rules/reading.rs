//! What has been seen, the address book, the banner.

use guichet_domain::{
    Actor, Command, ContactDetails, ConversationId, Event, Refusal, SystemLine, Target,
};

use super::company::{ANNA, Company, LUC, MARIE, PAUL, PHONE, REPAIRS, SHOP};
use super::samples::{named, reply, transfer};

/// A conversation of Marie's with five lines.
fn five_lines(company: &mut Company) -> ConversationId {
    let conversation = company.owned_by(MARIE);
    for text in ["one", "two", "three"] {
        company
            .agent(MARIE, reply(conversation, text))
            .expect("its owner answers");
    }
    conversation
}

#[test]
fn the_customers_marks_never_go_back_nor_beyond_the_last_line() {
    let mut company = Company::new();
    let conversation = five_lines(&mut company);
    for (received, read, expected) in [
        (Some(2), None, (2, 0)),
        (Some(1), None, (2, 0)),
        (None, Some(1), (2, 1)),
        (None, Some(4), (4, 4)),
        (None, Some(3), (4, 4)),
        (Some(u64::MAX), None, (5, 4)),
        (None, Some(u64::MAX), (5, 5)),
        (Some(0), Some(0), (5, 5)),
    ] {
        let asked = [
            received.map(|up_to| Command::CustomerReceived {
                conversation,
                up_to,
            }),
            read.map(|up_to| Command::CustomerRead {
                conversation,
                up_to,
            }),
        ];
        for command in asked.into_iter().flatten() {
            company
                .ask(Actor::Customer(SHOP), command)
                .expect("its customer has read");
        }
        let now = company.conversation(conversation);
        assert_eq!((now.customer_received, now.customer_read), expected);
    }
}

#[test]
fn a_mark_that_is_there_already_leaves_no_event() {
    let mut company = Company::new();
    let conversation = five_lines(&mut company);
    for command in [
        Command::CustomerReceived {
            conversation,
            up_to: 3,
        },
        Command::CustomerRead {
            conversation,
            up_to: 3,
        },
    ] {
        let first = company.ask(Actor::Customer(SHOP), command.clone());
        assert_eq!(first.expect("its customer").len(), 1);
        let again = company.ask(Actor::Customer(SHOP), command);
        assert_eq!(again, Ok(vec![]));
    }
}

#[test]
fn only_its_customer_marks_a_conversation() {
    let mut company = Company::new();
    let conversation = company.waiting();
    for actor in [Actor::Customer(PHONE), Actor::Agent(MARIE), Actor::Hub] {
        let answer = company.ask(
            actor,
            Command::CustomerRead {
                conversation,
                up_to: 1,
            },
        );
        assert_eq!(answer, Err(Refusal::NotFound), "{actor:?}");
    }
}

#[test]
fn an_agents_position_never_goes_back_nor_beyond_the_last_line() {
    let mut company = Company::new();
    let conversation = five_lines(&mut company);
    for (up_to, expected) in [(2, 2), (1, 2), (4, 4), (u64::MAX, 5), (0, 5)] {
        company
            .agent(
                MARIE,
                Command::Read {
                    conversation,
                    up_to,
                },
            )
            .expect("its owner reads");
        assert_eq!(
            company.situation.mine[&(MARIE, conversation)].read,
            expected
        );
        assert_eq!(company.conversation(conversation).agent_read, expected);
    }
}

#[test]
fn the_customer_is_told_only_what_the_owner_has_read() {
    let mut company = Company::new();
    let conversation = company.waiting();
    let read = Command::Read {
        conversation,
        up_to: 1,
    };
    let events = company.agent(PAUL, read.clone()).expect("a member reads");
    assert!(matches!(&events[..], [Event::MinePut(mine)] if mine.agent == PAUL));
    company
        .agent(MARIE, Command::Take { conversation })
        .expect("a member takes");
    let events = company.agent(MARIE, read).expect("its owner reads");
    assert!(matches!(
        &events[..],
        [Event::MinePut(_), Event::AgentRead { up_to: 1, .. }]
    ));
}

#[test]
fn a_new_owner_does_not_take_back_what_was_read() {
    let mut company = Company::new();
    let conversation = five_lines(&mut company);
    company
        .agent(
            MARIE,
            Command::Read {
                conversation,
                up_to: 5,
            },
        )
        .expect("its owner reads");
    company
        .agent(MARIE, transfer(conversation, Target::Agent(LUC), None))
        .expect("its owner transfers");
    company
        .agent(
            LUC,
            Command::Read {
                conversation,
                up_to: 2,
            },
        )
        .expect("its new owner reads");
    assert_eq!(company.conversation(conversation).agent_read, 5);
    assert_eq!(company.situation.mine[&(LUC, conversation)].read, 2);
}

#[test]
fn adding_a_contact_names_them_for_all_and_says_so_once() {
    let mut company = Company::new();
    let conversation = company.waiting();
    let add = |details| Command::AddContact {
        conversation,
        details,
    };
    company
        .agent(MARIE, add(named(" Anna \u{202e}Berger\n")))
        .expect("a member adds");
    let phone = ContactDetails {
        phone: Some("06 12 34 56 78".into()),
        ..ContactDetails::default()
    };
    company.agent(PAUL, add(phone)).expect("a member adds");
    let contact = &company.situation.contacts[&ANNA];
    assert!(contact.known);
    assert_eq!(contact.details.name.as_deref(), Some("Anna Berger"));
    assert_eq!(contact.details.phone.as_deref(), Some("+33612345678"));
    assert_eq!(
        company.happened(conversation),
        [SystemLine::ContactAdded { agent: MARIE }]
    );
    assert_eq!(company.conversation(conversation).queue(), Some(REPAIRS));
}

#[test]
fn nobody_comes_into_the_address_book_without_a_name() {
    for (name, before, expected) in [
        (Some(" \u{202e}\n"), None, Err(Refusal::NameEmpty)),
        (Some("  "), Some("Anna"), Err(Refusal::NameEmpty)),
        (None, None, Err(Refusal::NameEmpty)),
        (None, Some("Anna"), Ok("Anna")),
        (Some(" Berger "), Some("Anna"), Ok("Berger")),
    ] {
        let mut company = Company::new();
        let conversation = company.waiting();
        let contact = company.situation.contacts.get_mut(&ANNA).expect("wrote");
        contact.details.name = before.map(str::to_owned);
        let kept = contact.clone();
        let details = ContactDetails {
            name: name.map(str::to_owned),
            ..ContactDetails::default()
        };
        let add = Command::AddContact {
            conversation,
            details,
        };
        let answer = company.agent(MARIE, add).map(|_| ());
        assert_eq!(answer, expected.map(|_| ()), "{name:?} {before:?}");
        let contact = &company.situation.contacts[&ANNA];
        match expected {
            Ok(name) => assert_eq!(contact.details.name.as_deref(), Some(name)),
            Err(_) => assert_eq!(*contact, kept, "nothing is lost"),
        }
    }
}

#[test]
fn ignoring_hides_the_banner_for_one_agent_and_takes_nothing() {
    let mut company = Company::new();
    let conversation = company.waiting();
    let ignore = Command::Ignore { conversation };
    company
        .agent(MARIE, ignore.clone())
        .expect("a member ignores");
    assert!(company.situation.mine[&(MARIE, conversation)].banner_dismissed);
    assert!(!company.situation.mine.contains_key(&(PAUL, conversation)));
    assert_eq!(company.conversation(conversation).owner(), None);
    assert_eq!(company.agent(MARIE, ignore), Ok(vec![]));
}

#[test]
fn reading_keeps_the_banner_hidden_and_ignoring_keeps_the_position() {
    let mut company = Company::new();
    let conversation = company.waiting();
    let read = Command::Read {
        conversation,
        up_to: 1,
    };
    company
        .agent(MARIE, Command::Ignore { conversation })
        .expect("a member ignores");
    company.agent(MARIE, read).expect("a member reads");
    let mine = &company.situation.mine[&(MARIE, conversation)];
    assert!(mine.banner_dismissed && mine.read == 1);
}
