//! Agents come and go, and who is rung.

use guichet_domain::{Actor, AgentId, Command, Event, Queue, Refusal, holds};
use uuid::Uuid;

use super::company::{Company, GONE, INES, LUC, MARIE, PAUL, REPAIRS, SALES};
use super::samples::{offered, owned, queue};

fn came(agent: AgentId) -> Command {
    Command::AgentConnected { agent }
}

fn went(agent: AgentId) -> Command {
    Command::AgentGone { agent }
}

#[test]
fn what_waits_rings_who_is_there() {
    let mut company = Company::new();
    let conversation = company.waiting();
    for (command, ringing) in [
        (went(PAUL), vec![MARIE]),
        (went(MARIE), vec![]),
        (came(PAUL), vec![PAUL]),
        (came(LUC), vec![PAUL]),
        (came(MARIE), vec![MARIE, PAUL]),
    ] {
        company.hub(command).expect("the hub sees agents");
        assert_eq!(company.ownership(conversation), offered(REPAIRS, &ringing));
    }
}

#[test]
fn what_is_owned_stays_with_an_owner_who_goes() {
    let mut company = Company::new();
    let conversation = company.owned_by(MARIE);
    company.hub(went(MARIE)).expect("the hub sees agents");
    assert_eq!(company.ownership(conversation), owned(MARIE, Some(REPAIRS)));
}

#[test]
fn coming_twice_leaves_no_event() {
    let mut company = Company::new();
    assert_eq!(company.hub(came(MARIE)), Ok(vec![]));
    assert_eq!(company.hub(came(INES)).map(|events| events.len()), Ok(1));
    assert_eq!(company.hub(went(INES)).map(|events| events.len()), Ok(1));
    assert_eq!(company.hub(went(INES)), Ok(vec![]));
}

#[test]
fn only_the_hub_says_who_is_there() {
    let mut company = Company::new();
    let said = company.agent(MARIE, went(PAUL));
    assert_eq!(said, Err(Refusal::NotAllowed));
    let unknown = AgentId(Uuid::nil());
    assert_eq!(company.hub(came(unknown)), Err(Refusal::NotFound));
    assert_eq!(company.hub(came(GONE)), Err(Refusal::NotFound));
    let actor = Actor::Customer(super::company::SHOP);
    assert_eq!(company.ask(actor, came(INES)), Err(Refusal::NotAllowed));
}

#[test]
fn a_queue_for_offered_agents_only_shows_it_to_whom_it_rings_and_to_all_when_nobody_is_there() {
    let mut company = Company::new();
    company.set_queue(REPAIRS, |queue| queue.offered_only = true);
    let conversation = company.waiting();
    for (command, seen_by) in [
        (came(PAUL), vec![MARIE, PAUL]),
        (went(PAUL), vec![MARIE]),
        (went(MARIE), vec![MARIE, PAUL]),
        (came(PAUL), vec![PAUL]),
    ] {
        company.hub(command).expect("the hub sees agents");
        let board = &company.situation.board;
        let thread = company.conversation(conversation);
        let holders: Vec<AgentId> = board
            .agents
            .keys()
            .copied()
            .filter(|agent| holds(board, *agent, thread))
            .collect();
        assert_eq!(holders, seen_by);
        for agent in [MARIE, PAUL] {
            let mut later = Company::new();
            later.situation = company.situation.clone();
            let answer = later.agent(agent, Command::Take { conversation });
            assert_eq!(answer.is_ok(), seen_by.contains(&agent));
        }
    }
}

#[test]
fn a_queue_that_changes_its_members_rings_and_tells_those_it_concerns() {
    let mut company = Company::new();
    let conversation = company.waiting();
    let workshop = Some(super::company::WORKSHOP);
    let put = Command::PutQueue {
        queue: queue(REPAIRS, workshop, &[PAUL, LUC, PAUL]),
    };
    let events = company.hub(put).expect("the hub configures");
    assert_eq!(
        company.ownership(conversation),
        offered(REPAIRS, &[PAUL, LUC])
    );
    assert_eq!(
        company.situation.board.queues[&REPAIRS].members,
        [PAUL, LUC]
    );
    let told: Vec<&Event> = events
        .iter()
        .filter(|event| matches!(event, Event::RightsChanged(_)))
        .collect();
    assert_eq!(
        told,
        [&Event::RightsChanged(MARIE), &Event::RightsChanged(LUC)]
    );
    assert_eq!(company.situation.board.queues[&SALES].members, [LUC]);
}

#[test]
fn a_queue_that_narrows_or_widens_its_offers_tells_every_member() {
    let mut company = Company::new();
    company.hub(went(PAUL)).expect("the hub sees agents");
    let conversation = company.waiting();
    let narrow = Queue {
        offered_only: true,
        ..company.situation.board.queues[&REPAIRS].clone()
    };
    let put = Command::PutQueue { queue: narrow };
    let events = company.hub(put).expect("the hub configures");
    for agent in [MARIE, PAUL] {
        assert!(events.contains(&Event::RightsChanged(agent)));
    }
    let board = &company.situation.board;
    let thread = company.conversation(conversation);
    assert!(holds(board, MARIE, thread) && !holds(board, PAUL, thread));
}
