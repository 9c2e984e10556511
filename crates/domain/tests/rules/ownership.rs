//! Taking, releasing, transferring, ending, deleting.

use guichet_domain::{
    Actor, AgentId, Author, Body, Command, Event, Outcome, Ownership, OwnershipMode, QueueId,
    Refusal, SystemLine, Target, Timestamp, holds, may_read,
};
use uuid::Uuid;

use super::company::{
    ADAM, ANNA, BEN, Company, DIRECT, DORA, GONE, INES, LUC, MARIE, OLGA, PAUL, PHONE, REPAIRS,
    SALES, SHOP,
};
use super::samples::{offered, owned, reply, transfer};

#[test]
fn taking_makes_the_owner_and_says_so_in_the_thread() {
    let mut company = Company::new();
    let conversation = company.owned_by(PAUL);
    assert_eq!(company.ownership(conversation), owned(PAUL, Some(REPAIRS)));
    assert_eq!(
        company.happened(conversation),
        [SystemLine::Taken { agent: PAUL }]
    );
}

#[test]
fn of_two_who_take_the_first_wins_and_the_other_is_told_by_whom() {
    let mut company = Company::new();
    let conversation = company.owned_by(PAUL);
    let second = company.agent(MARIE, Command::Take { conversation });
    assert_eq!(second, Err(Refusal::Taken { winner: PAUL }));
    let outside = company.agent(LUC, Command::Take { conversation });
    assert_eq!(outside, Err(Refusal::NotFound));
    assert_eq!(company.conversation(conversation).owner(), Some(PAUL));
}

#[test]
fn of_two_who_answer_the_first_wins_and_the_others_text_is_nowhere() {
    let mut company = Company::new();
    let conversation = company.waiting();
    company
        .agent(MARIE, reply(conversation, "mine"))
        .expect("the first answer takes it");
    let second = company.agent(PAUL, reply(conversation, "too late"));
    assert_eq!(second, Err(Refusal::Taken { winner: MARIE }));
    assert_eq!(company.lines[&conversation].len(), 3);
}

#[test]
fn releasing_offers_it_to_the_queue_again() {
    let mut company = Company::new();
    let conversation = company.owned_by(MARIE);
    company
        .agent(MARIE, Command::Release { conversation })
        .expect("its owner releases");
    assert_eq!(
        company.ownership(conversation),
        offered(REPAIRS, &[PAUL]),
        "who gave it back is rung last"
    );
    assert_eq!(
        company.happened(conversation).last(),
        Some(&SystemLine::Released { agent: MARIE })
    );
}

#[test]
fn what_came_from_no_queue_cannot_be_released() {
    let mut company = Company::new();
    let conversation = company.writes(BEN, DIRECT);
    let answer = company.agent(MARIE, Command::Release { conversation });
    assert_eq!(answer, Err(Refusal::NoQueue));
}

#[test]
fn a_transfer_to_an_agent_keeps_the_thread_and_the_queue_to_return_to() {
    let mut company = Company::new();
    let conversation = company.owned_by(MARIE);
    let before = company.lines[&conversation].clone();
    company
        .agent(
            MARIE,
            transfer(conversation, Target::Agent(LUC), Some("asks about 42")),
        )
        .expect("its owner transfers");
    assert_eq!(company.ownership(conversation), owned(LUC, Some(REPAIRS)));
    let after = &company.lines[&conversation];
    assert_eq!(&after[..before.len()], before);
    assert_eq!(after[before.len()].author, Author::Agent(MARIE));
    assert_eq!(
        after[before.len()].body,
        Body::Note("asks about 42".to_owned())
    );
    assert_eq!(
        company.happened(conversation).last(),
        Some(&SystemLine::TransferredToAgent {
            from: MARIE,
            to: LUC
        })
    );
    let board = &company.situation.board;
    let thread = company.conversation(conversation);
    assert!(!holds(board, MARIE, thread) && holds(board, LUC, thread));
}

#[test]
fn a_transfer_to_a_queue_offers_it_there() {
    let mut company = Company::new();
    let conversation = company.owned_by(MARIE);
    let events = company
        .agent(
            MARIE,
            transfer(conversation, Target::Queue(SALES), Some("  ")),
        )
        .expect("its owner transfers");
    let is_note = |event: &Event| matches!(event, Event::Wrote(line) if line.id.is_some());
    assert!(!events.iter().any(is_note), "a blank note is none");
    assert_eq!(company.ownership(conversation), offered(SALES, &[LUC]));
    assert_eq!(
        company.happened(conversation).last(),
        Some(&SystemLine::TransferredToQueue {
            from: MARIE,
            queue: SALES
        })
    );
}

#[test]
fn a_transfer_wants_another_active_agent_or_a_queue_that_exists() {
    let unknown = Uuid::from_u128(404);
    for to in [
        Target::Agent(MARIE),
        Target::Agent(GONE),
        Target::Agent(AgentId(unknown)),
        Target::Queue(QueueId(unknown)),
    ] {
        let mut company = Company::new();
        let conversation = company.owned_by(MARIE);
        let before = company.situation.clone();
        let answer = company.agent(MARIE, transfer(conversation, to, Some("please")));
        assert_eq!(answer, Err(Refusal::NoSuchReceiver), "{to:?}");
        assert_eq!(company.situation, before);
    }
}

#[test]
fn a_queue_to_be_taken_by_hand_wants_take_before_an_answer() {
    let mut company = Company::new();
    company.set_queue(REPAIRS, |queue| queue.ownership = OwnershipMode::TakeByHand);
    let conversation = company.waiting();
    let early = company.agent(MARIE, reply(conversation, "hi"));
    assert_eq!(early, Err(Refusal::TakeFirst));
    company
        .agent(MARIE, Command::Take { conversation })
        .expect("a member takes");
    assert!(company.agent(MARIE, reply(conversation, "hi")).is_ok());
}

#[test]
fn a_visitor_ends_the_session_once() {
    let mut company = Company::new();
    let conversation = company.owned_by(MARIE);
    let end = Command::EndByVisitor { conversation };
    company
        .ask(Actor::Customer(SHOP), end.clone())
        .expect("a visitor ends");
    assert_eq!(
        company.ownership(conversation),
        Ownership::Closed {
            last_owner: Some(MARIE),
            queue: Some(REPAIRS),
            at: Timestamp(company.now),
            outcome: Outcome::EndedByVisitor,
        }
    );
    assert_eq!(
        company.happened(conversation).last(),
        Some(&SystemLine::EndedByVisitor)
    );
    assert_eq!(company.ask(Actor::Customer(SHOP), end), Ok(vec![]));
}

#[test]
fn a_session_ended_while_it_waited_leaves_every_agent() {
    let mut company = Company::new();
    let conversation = company.waiting();
    company
        .ask(
            Actor::Customer(SHOP),
            Command::EndByVisitor { conversation },
        )
        .expect("a visitor ends");
    let board = &company.situation.board;
    for agent in board.agents.keys() {
        assert!(!holds(board, *agent, company.conversation(conversation)));
    }
}

#[test]
fn only_the_visitor_of_a_channel_with_sessions_ends_one() {
    let mut company = Company::new();
    let chat = company.waiting();
    let sms = company.writes(ANNA, PHONE);
    for (actor, conversation, expected) in [
        (Actor::Customer(PHONE), sms, Refusal::NotOnThisChannel),
        (Actor::Customer(PHONE), chat, Refusal::NotFound),
        (Actor::Agent(MARIE), chat, Refusal::NotFound),
        (Actor::Hub, chat, Refusal::NotFound),
    ] {
        let answer = company.ask(actor, Command::EndByVisitor { conversation });
        assert_eq!(answer, Err(expected), "{actor:?}");
    }
}

#[test]
fn a_closed_conversation_is_deleted_by_its_last_owner_or_a_role_that_may() {
    for (agent, expected) in [
        (MARIE, None),
        (INES, None),
        (DORA, None),
        (ADAM, None),
        (OLGA, None),
        (PAUL, Some(Refusal::NotFound)),
        (GONE, Some(Refusal::NotAllowed)),
    ] {
        let mut company = Company::new();
        let conversation = company.closed_of(MARIE);
        let answer = company.agent(agent, Command::Delete { conversation });
        match expected {
            None => {
                let events = answer.expect("may delete");
                assert!(
                    matches!(&events[..], [Event::Deleted(gone), Event::Audited(_)] if *gone == conversation)
                );
                assert!(company.situation.conversations.is_empty());
                assert!(company.situation.mine.is_empty());
            }
            Some(refusal) => assert_eq!(answer, Err(refusal), "{agent}"),
        }
    }
}

#[test]
fn who_may_read_the_history_may_not_delete_it() {
    let mut company = Company::new();
    let closed = company.closed_of(MARIE);
    company.owned_by(PAUL);
    let answer = company.agent(
        PAUL,
        Command::Delete {
            conversation: closed,
        },
    );
    assert_eq!(answer, Err(Refusal::NotAllowed));
}

#[test]
fn where_the_company_hides_it_there_is_no_history() {
    let mut company = Company::new();
    let closed = company.closed_of(MARIE);
    company.owned_by(PAUL);
    let reads = |company: &Company, agent| {
        let row = &company.situation.conversations[&closed];
        may_read(&company.situation, agent, row)
    };
    assert!(reads(&company, MARIE) && reads(&company, PAUL));
    company.situation.board.settings.history = false;
    assert!(reads(&company, MARIE), "her own stays hers");
    assert!(!reads(&company, PAUL));
}

#[test]
fn a_deactivated_agent_may_do_nothing() {
    let mut company = Company::new();
    let conversation = company.waiting();
    let answer = company.agent(GONE, Command::Take { conversation });
    assert_eq!(answer, Err(Refusal::NotAllowed));
}
