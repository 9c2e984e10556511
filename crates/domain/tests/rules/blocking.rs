//! Visitors are kept out, and let in again.

use std::net::IpAddr;

use guichet_domain::{
    Actor, AgentId, Audited, Block, BlockId, Blocks, Command, ConversationId, Event, Network,
    Outcome, Ownership, Refusal, SystemLine, Timestamp,
};
use uuid::Uuid;

use super::company::{
    ADAM, ANNA, BEN, Company, DORA, GONE, INES, LUC, MARIE, OLGA, PAUL, PHONE, REPAIRS, SHOP,
    WORKSHOP,
};

const BLOCK: BlockId = BlockId(Uuid::from_u128(70));
const OTHER: BlockId = BlockId(Uuid::from_u128(71));
const HOUR: i64 = 3_600_000;

fn network(text: &str) -> Network {
    text.parse().expect("a network")
}

fn home() -> Network {
    network("203.0.113.9")
}

fn block(conversation: ConversationId, hours: Option<u32>) -> Command {
    Command::BlockVisitor {
        conversation,
        network: Some(home()),
        block: BLOCK,
        reason: Some(" spam\u{202e} ".to_owned()),
        hours,
    }
}

fn by_hand(block: BlockId, hours: Option<u32>) -> Command {
    Command::BlockNetwork {
        network: home(),
        block,
        reason: None,
        hours,
    }
}

/// Marie keeps out Anna, whose conversation she owns.
fn blocked() -> (Company, ConversationId) {
    let mut company = Company::new();
    let conversation = company.owned_by(MARIE);
    let done = company.agent(MARIE, block(conversation, Some(24)));
    done.expect("its owner may");
    (company, conversation)
}

#[test]
fn a_network_is_an_ipv4_address_or_half_of_an_ipv6_one() {
    let of = |text: &str| Network::of(text.parse::<IpAddr>().expect("an address"));
    for (address, network) in [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ("::1", "::/64"),
    ] {
        assert_eq!(of(address).to_string(), network, "{address}");
        assert_eq!(network.parse(), Ok(of(address)), "{network}");
        let json = serde_json::to_string(&of(address)).expect("json");
        assert_eq!(json, format!("\"{network}\""));
        assert_eq!(
            serde_json::from_str::<Network>(&json).ok(),
            Some(of(address))
        );
    }
    for wrong in [
        "",
        "203.0.113.9/64",
        "203.0.113.0/24",
        "2001:db8::/32",
        "shop.example",
    ] {
        assert!(wrong.parse::<Network>().is_err(), "{wrong}");
    }
}

#[test]
fn a_block_ends_the_session_and_keeps_the_visitor_out_for_its_time() {
    let (company, conversation) = blocked();
    let at = Timestamp(company.now);
    assert_eq!(
        company.ownership(conversation),
        Ownership::Closed {
            last_owner: Some(MARIE),
            queue: Some(REPAIRS),
            at,
            outcome: Outcome::EndedByAgent,
        }
    );
    let until = Some(Timestamp(at.0 + 24 * HOUR));
    let lines = company.happened(conversation);
    assert_eq!(
        lines[lines.len() - 2..],
        [
            SystemLine::EndedByAgent { agent: MARIE },
            SystemLine::VisitorBlocked {
                agent: MARIE,
                until
            },
        ]
    );
    let blocks = &company.situation.board.blocks;
    assert_eq!(
        blocks.get(BLOCK),
        Some(&Block {
            id: BLOCK,
            network: home(),
            visitor: Some(ANNA),
            department: Some(WORKSHOP),
            reason: Some("spam".to_owned()),
            by: Actor::Agent(MARIE),
            at,
            until,
        })
    );
    let elsewhere = network("198.51.100.7");
    let last = Timestamp(at.0 + 24 * HOUR - 1);
    for (from, visitor, now, kept_out) in [
        (home(), None, at, true),
        (home(), Some(BEN), last, true),
        (elsewhere, Some(ANNA), last, true),
        (elsewhere, Some(BEN), at, false),
        (elsewhere, None, at, false),
        (home(), Some(ANNA), Timestamp(at.0 + 24 * HOUR), false),
    ] {
        let found = blocks.against(from, visitor, now);
        assert_eq!(found.is_some(), kept_out, "{from} {visitor:?} {now:?}");
    }
}

#[test]
fn whoever_sees_a_visitors_conversation_may_block_them_also_once_it_is_over() {
    type State = fn(&mut Company) -> ConversationId;
    let states: [(State, Option<AgentId>, &[AgentId]); 3] = [
        (Company::waiting, None, &[MARIE, PAUL]),
        (|company| company.owned_by(MARIE), Some(MARIE), &[MARIE]),
        (|company| company.closed_of(MARIE), Some(MARIE), &[MARIE]),
    ];
    let supervisors = [INES, DORA, ADAM, OLGA];
    for (state, owner, members) in states {
        for agent in [MARIE, PAUL, LUC, INES, DORA, ADAM, OLGA, GONE] {
            let mut company = Company::new();
            let conversation = state(&mut company);
            let answer = company.agent(agent, block(conversation, None));
            let may = members.contains(&agent) || supervisors.contains(&agent);
            assert_eq!(answer.is_ok(), may, "{agent}: {answer:?}");
            if may {
                let closed = company.ownership(conversation);
                let Ownership::Closed { last_owner, .. } = closed else {
                    panic!("{closed:?}");
                };
                assert_eq!(last_owner, owner.or(Some(agent)));
            }
        }
    }
}

#[test]
fn only_a_visitor_whose_address_is_known_can_be_blocked() {
    let mut company = Company::new();
    let sms = company.writes(BEN, PHONE);
    let chat = company.internal(&[MARIE, PAUL]);
    for other in [sms, chat] {
        let answer = company.agent(MARIE, block(other, None));
        assert_eq!(answer, Err(Refusal::NotOnThisChannel));
    }
    let conversation = company.waiting();
    let ask = |network, reason: &str, hours| Command::BlockVisitor {
        conversation,
        network,
        block: BLOCK,
        reason: Some(reason.to_owned()),
        hours,
    };
    let limit = Block::REASON;
    for (command, refusal) in [
        (ask(None, "", None), Refusal::NoAddress),
        (ask(Some(home()), "", Some(0)), Refusal::OutOfRange),
        (
            ask(Some(home()), "", Some(Block::HOURS + 1)),
            Refusal::OutOfRange,
        ),
        (
            ask(Some(home()), &"x".repeat(limit + 1), None),
            Refusal::TextTooLong { limit },
        ),
    ] {
        assert_eq!(company.agent(MARIE, command), Err(refusal));
    }
    let customer = company.ask(Actor::Customer(SHOP), ask(Some(home()), "", None));
    assert_eq!(customer, Err(Refusal::NotAllowed));
    assert_eq!(company.situation.board.blocks, Blocks::default());
}

#[test]
fn a_block_is_revoked_by_those_of_its_department_and_does_not_exist_for_others() {
    let (company, _) = blocked();
    for agent in [MARIE, PAUL, LUC, INES, DORA, ADAM, OLGA, GONE] {
        let mut company = Company {
            situation: company.situation.clone(),
            ..Company::new()
        };
        let answer = company.agent(agent, Command::Unblock { block: BLOCK });
        if [INES, DORA, ADAM, OLGA].contains(&agent) {
            let row = Audited::Unblocked { block: BLOCK };
            audited(&answer.expect("a manager may"), &row);
            assert_eq!(company.situation.board.blocks, Blocks::default());
            let again = company.agent(agent, Command::Unblock { block: BLOCK });
            assert_eq!(again, Err(Refusal::NotFound));
        } else {
            assert_eq!(answer, Err(Refusal::NotFound), "{agent}");
        }
    }
}

/// With the department whose owner may read it.
fn audited(events: &[Event], row: &Audited) {
    let found = events.iter().find_map(|event| match event {
        Event::Audited(audit) if audit.what == *row => Some(audit),
        _ => None,
    });
    assert_eq!(found.expect("an audit row").in_department, Some(WORKSHOP));
}

#[test]
fn an_address_by_hand_is_for_those_of_the_whole_company() {
    for agent in [MARIE, INES, DORA, ADAM, OLGA] {
        let answer = Company::new().agent(agent, by_hand(BLOCK, None));
        assert_eq!(answer.is_ok(), [ADAM, OLGA].contains(&agent), "{agent}");
    }
    let mut company = Company::new();
    company
        .hub(by_hand(BLOCK, None))
        .expect("the command line may");
    for (agent, refusal) in [(DORA, Err(Refusal::NotFound)), (ADAM, Ok(()))] {
        let answer = company.agent(agent, Command::Unblock { block: BLOCK });
        assert_eq!(answer.map(drop), refusal);
    }
}

#[test]
fn being_blocked_once_more_lets_nobody_in_sooner() {
    let (mut company, conversation) = blocked();
    let until = |company: &Company| {
        let block = company.situation.board.blocks.of(home());
        block.expect("a block").until
    };
    let first = until(&company);
    company.agent(OLGA, by_hand(OTHER, Some(1))).expect("done");
    assert_eq!(until(&company), first);
    company
        .agent(MARIE, block(conversation, Some(48)))
        .expect("done");
    assert!(until(&company) > first);
    company.agent(OLGA, by_hand(OTHER, None)).expect("done");
    company
        .agent(MARIE, block(conversation, Some(48)))
        .expect("done");
    assert_eq!(until(&company), None);
    let said = company.happened(conversation).last().copied();
    assert_eq!(
        said,
        Some(SystemLine::VisitorBlocked {
            agent: MARIE,
            until: None
        })
    );
    // The visitor of the block before is no longer kept out elsewhere: the address is meant.
    assert_eq!(company.situation.board.blocks.iter().count(), 1);
}

#[test]
fn what_is_over_is_forgotten_by_the_hub_alone() {
    let (mut company, _) = blocked();
    let before = company.situation.clone();
    assert_eq!(company.hub(Command::ForgetBlocks), Ok(Vec::new()));
    company.now += 24 * HOUR;
    for agent in [MARIE, OLGA] {
        let answer = company.agent(agent, Command::ForgetBlocks);
        assert_eq!(answer, Err(Refusal::NotAllowed));
    }
    assert_eq!(company.situation, before);
    company.hub(Command::ForgetBlocks).expect("the hub may");
    assert_eq!(company.situation.board.blocks, Blocks::default());
}

#[test]
fn a_colleague_who_sees_it_no_more_learns_nothing() {
    let mut company = Company::new();
    let conversation = company.owned_by(MARIE);
    let answer =
        |company: &mut Company, agent: AgentId| company.agent(agent, block(conversation, None));
    assert_eq!(
        answer(&mut company, PAUL),
        Err(Refusal::Taken { winner: MARIE })
    );
    assert_eq!(answer(&mut company, LUC), Err(Refusal::NotFound));
}
