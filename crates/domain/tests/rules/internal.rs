//! Chats among colleagues.

use std::collections::{BTreeMap, BTreeSet};

use guichet_domain::internal::{MOST_MEMBERS, MOST_READERS, direct_id, looks_direct};
use guichet_domain::{
    AgentId, Command, ConversationId, Event, Internal, InternalAsk, Kind, Refusal, SystemLine,
    Target, holds, may_read,
};
use uuid::Uuid;

use super::company::{ADAM, Answer, Company, GONE, INES, LUC, MARIE, OLGA, PAUL};
use super::samples::{new_agent, note, reply, transfer};

const GROUP: ConversationId =
    ConversationId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));
const ALL_READ: u64 = u64::MAX;

fn ask(
    company: &mut Company,
    by: AgentId,
    conversation: ConversationId,
    ask: InternalAsk,
) -> Answer {
    company.agent(by, Command::Internal { conversation, ask })
}

fn set(agents: &[AgentId]) -> BTreeSet<AgentId> {
    agents.iter().copied().collect()
}

fn open_direct(company: &mut Company, by: AgentId, with: AgentId) -> Answer {
    let opens = InternalAsk::OpenDirect { with };
    ask(company, by, direct_id(by, with), opens)
}

fn open_group(company: &mut Company, by: AgentId, members: &[AgentId]) -> Answer {
    let (name, members) = (Some(" Projet Lyon\n".to_owned()), set(members));
    ask(company, by, GROUP, InternalAsk::OpenGroup { name, members })
}

/// A group of Marie, Paul and Luc.
fn with_group() -> Company {
    let mut company = Company::new();
    open_group(&mut company, MARIE, &[PAUL, LUC]).expect("colleagues");
    company
}

fn chat(company: &Company, id: ConversationId) -> &Internal {
    match &company.conversation(id).kind {
        Kind::Internal(chat) => chat,
        Kind::Customer { .. } => panic!("with a customer"),
    }
}

#[test]
fn two_who_open_their_chat_open_the_same() {
    let mut company = Company::new();
    assert_eq!(
        open_direct(&mut company, MARIE, PAUL).expect("opens").len(),
        1
    );
    let before = company.situation.clone();
    assert_eq!(open_direct(&mut company, PAUL, MARIE), Ok(vec![]));
    assert_eq!(company.situation, before);
    let id = direct_id(PAUL, MARIE);
    let expected = Internal {
        direct: true,
        members: set(&[MARIE, PAUL]),
        ..Internal::default()
    };
    assert_eq!(chat(&company, id), &expected);
    company
        .agent(PAUL, reply(id, "salut"))
        .expect("a member writes");
    let preview = company.conversation(id).preview.as_ref();
    assert_eq!(preview.map(|preview| preview.text.as_str()), Some("salut"));
    assert_eq!(company.conversation(id).waiting_since, None);
}

#[test]
fn every_pair_has_its_own_id_which_no_app_makes_for_a_group() {
    let agents: Vec<AgentId> = (1..40).map(|n| AgentId(Uuid::from_u128(n))).collect();
    let mut ids = BTreeMap::new();
    for one in &agents {
        for other in agents.iter().filter(|other| *other != one) {
            let id = direct_id(*one, *other);
            assert!(looks_direct(id));
            assert_eq!(id, direct_id(*other, *one));
            let pair = set(&[*one, *other]);
            assert_eq!(ids.entry(id).or_insert_with(|| pair.clone()), &pair);
        }
    }
    assert_eq!(ids.len(), 39 * 38 / 2);
    assert!(!looks_direct(GROUP));
    // As the hubs and apps of all versions compute it: changing it would open a second chat for each pair.
    let known = direct_id(MARIE, PAUL).to_string();
    assert_eq!(known, "3c1263ca-3e3a-5324-a76e-ceaa7899d5f2");
}

#[test]
fn who_cannot_be_written_to_opens_nothing() {
    let stranger = AgentId(Uuid::from_u128(99));
    for with in [GONE, stranger, MARIE] {
        let mut company = Company::new();
        let answer = open_direct(&mut company, MARIE, with);
        assert_eq!(answer, Err(Refusal::NoSuchReceiver), "{with}");
        for members in [&[with][..], &[PAUL, with]] {
            let mut company = Company::new();
            let answer = open_group(&mut company, MARIE, members);
            if members == [PAUL, MARIE] {
                answer.expect("who asks is a member anyway");
            } else {
                assert_eq!(answer, Err(Refusal::NoSuchReceiver), "{members:?}");
            }
        }
    }
}

#[test]
fn a_chat_does_not_stand_where_another_is_or_will_be() {
    let mut company = with_group();
    let others_pair = direct_id(PAUL, LUC);
    let squats = InternalAsk::OpenGroup {
        name: None,
        members: set(&[PAUL, LUC]),
    };
    let answer = ask(&mut company, MARIE, others_pair, squats);
    assert_eq!(answer, Err(Refusal::NotFound));
    let not_mine = ask(
        &mut company,
        MARIE,
        others_pair,
        InternalAsk::OpenDirect { with: LUC },
    );
    assert_eq!(not_mine, Err(Refusal::NotFound));
    let known = open_group(&mut company, PAUL, &[INES]);
    assert_eq!(known, Err(Refusal::AlreadyInUse));
    let unknown = open_group(&mut company, INES, &[PAUL]);
    assert_eq!(unknown, Err(Refusal::NotFound));
}

#[test]
fn a_group_says_what_happened_to_it() {
    let mut company = with_group();
    assert_eq!(chat(&company, GROUP).name.as_deref(), Some("Projet Lyon"));
    for (by, asked) in [
        (
            PAUL,
            InternalAsk::Rename {
                name: Some("Lyon".into()),
            },
        ),
        (
            LUC,
            InternalAsk::AddMembers {
                members: set(&[INES, MARIE]),
            },
        ),
        (INES, InternalAsk::RemoveMember { agent: LUC }),
        (MARIE, InternalAsk::Leave),
        (
            PAUL,
            InternalAsk::Rename {
                name: Some(" ".into()),
            },
        ),
    ] {
        ask(&mut company, by, GROUP, asked).expect("a member may");
    }
    assert_eq!(chat(&company, GROUP).members, set(&[PAUL, INES]));
    assert_eq!(chat(&company, GROUP).name, None);
    let expected = [
        SystemLine::GroupCreated { agent: MARIE },
        SystemLine::GroupRenamed { agent: PAUL },
        SystemLine::MemberAdded {
            by: LUC,
            agent: INES,
        },
        SystemLine::MemberRemoved {
            by: INES,
            agent: LUC,
        },
        SystemLine::MemberLeft { agent: MARIE },
        SystemLine::GroupRenamed { agent: PAUL },
    ];
    assert_eq!(company.happened(GROUP), expected);
}

#[test]
fn what_is_so_already_leaves_no_event() {
    let mut company = with_group();
    for asked in [
        InternalAsk::Rename {
            name: Some("Projet Lyon".into()),
        },
        InternalAsk::AddMembers {
            members: set(&[MARIE, LUC]),
        },
        InternalAsk::AddMembers { members: set(&[]) },
        InternalAsk::RemoveMember { agent: INES },
        InternalAsk::Unmute,
    ] {
        assert_eq!(
            ask(&mut company, PAUL, GROUP, asked.clone()),
            Ok(vec![]),
            "{asked:?}"
        );
    }
    let conversation = GROUP;
    let unarchive = Command::Unarchive { conversation };
    assert_eq!(company.agent(PAUL, unarchive), Ok(vec![]));
}

#[test]
fn a_group_is_of_a_hundred_at_most() {
    let mut company = Company::new();
    let crowd: Vec<AgentId> = (0..MOST_MEMBERS as u128)
        .map(|n| AgentId(Uuid::from_u128(10_000 + n)))
        .collect();
    for agent in &crowd {
        let row = new_agent(*agent, &agent.to_string());
        company.situation.board.agents.insert(*agent, row);
    }
    let too_many = Err(Refusal::TooManyMembers {
        limit: MOST_MEMBERS,
    });
    assert_eq!(open_group(&mut company, MARIE, &crowd), too_many);
    open_group(&mut company, MARIE, &crowd[1..]).expect("a hundred with her");
    let members = set(&crowd);
    let more = ask(
        &mut company,
        MARIE,
        GROUP,
        InternalAsk::AddMembers { members },
    );
    assert_eq!(more, too_many);
}

#[test]
fn a_direct_chat_stays_between_its_two() {
    let mut company = Company::new();
    open_direct(&mut company, MARIE, PAUL).expect("opens");
    let id = direct_id(MARIE, PAUL);
    for asked in [
        InternalAsk::Rename {
            name: Some("nous".into()),
        },
        InternalAsk::AddMembers {
            members: set(&[LUC]),
        },
        InternalAsk::RemoveMember { agent: PAUL },
        InternalAsk::Leave,
    ] {
        let answer = ask(&mut company, MARIE, id, asked.clone());
        assert_eq!(answer, Err(Refusal::NotOnThisChannel), "{asked:?}");
    }
}

#[test]
fn nobody_else_sees_it_whatever_their_role() {
    let mut company = with_group();
    company
        .agent(PAUL, reply(GROUP, "entre nous"))
        .expect("a member");
    for outsider in [INES, OLGA, ADAM] {
        let row = company.conversation(GROUP);
        assert!(!may_read(&company.situation, outsider, row));
        for asked in [
            InternalAsk::Rename { name: None },
            InternalAsk::AddMembers {
                members: set(&[outsider]),
            },
            InternalAsk::RemoveMember { agent: PAUL },
            InternalAsk::Leave,
            InternalAsk::Mute,
        ] {
            let answer = ask(&mut company, outsider, GROUP, asked);
            assert_eq!(answer, Err(Refusal::NotFound));
        }
        let conversation = GROUP;
        for command in [
            reply(conversation, "coucou"),
            Command::Archive { conversation },
            Command::Unarchive { conversation },
            Command::Delete { conversation },
        ] {
            assert_eq!(company.agent(outsider, command), Err(Refusal::NotFound));
        }
    }
}

#[test]
fn who_is_out_writes_and_sees_no_more_and_who_comes_sees_all() {
    let mut company = with_group();
    company
        .agent(LUC, reply(GROUP, "bonjour"))
        .expect("a member");
    ask(
        &mut company,
        PAUL,
        GROUP,
        InternalAsk::RemoveMember { agent: LUC },
    )
    .expect("removes");
    ask(
        &mut company,
        MARIE,
        GROUP,
        InternalAsk::AddMembers {
            members: set(&[INES]),
        },
    )
    .expect("adds");
    let board = &company.situation.board;
    let row = company.conversation(GROUP);
    assert!(!holds(board, LUC, row) && holds(board, INES, row));
    assert_eq!(
        company.agent(LUC, reply(GROUP, "encore")),
        Err(Refusal::NotFound)
    );
    company
        .agent(INES, reply(GROUP, "me voilà"))
        .expect("a member");
}

#[test]
fn a_deactivated_member_stays_one_and_sees_nothing() {
    let mut company = with_group();
    for active in [false, true] {
        company
            .hub(Command::SetActive { agent: LUC, active })
            .expect("the hub may");
        let row = company.conversation(GROUP);
        assert_eq!(holds(&company.situation.board, LUC, row), active);
        assert!(chat(&company, GROUP).members.contains(&LUC));
    }
}

#[test]
fn the_last_who_leaves_deletes_it() {
    let mut company = with_group();
    for agent in [PAUL, LUC] {
        ask(&mut company, agent, GROUP, InternalAsk::Leave).expect("leaves");
    }
    ask(&mut company, MARIE, GROUP, InternalAsk::Mute).expect("mutes");
    // Removing oneself is leaving.
    let last = ask(
        &mut company,
        MARIE,
        GROUP,
        InternalAsk::RemoveMember { agent: MARIE },
    );
    assert_eq!(last, Ok(vec![Event::Deleted(GROUP)]));
    assert!(company.situation.conversations.is_empty());
    assert!(company.situation.mine.is_empty());
}

#[test]
fn mute_and_archive_are_each_members_own_and_news_bring_it_back() {
    let mut company = with_group();
    let conversation = GROUP;
    ask(&mut company, MARIE, GROUP, InternalAsk::Mute).expect("mutes");
    company
        .agent(MARIE, Command::Archive { conversation })
        .expect("archives");
    let again = company.agent(MARIE, Command::Archive { conversation });
    assert_eq!(again, Ok(vec![]));
    let last = |company: &Company| company.conversation(GROUP).last_seq;
    let hidden = |company: &Company, agent| {
        let mine = company.situation.mine.get(&(agent, GROUP));
        mine.is_some_and(|mine| mine.hides(last(company)))
    };
    assert!(hidden(&company, MARIE) && !hidden(&company, PAUL));
    assert!(company.situation.mine[&(MARIE, GROUP)].muted);
    let written = company
        .agent(PAUL, reply(GROUP, "du neuf"))
        .expect("a member");
    assert_eq!(written.len(), 1, "no row for anybody else");
    assert!(!hidden(&company, MARIE));
    company
        .agent(MARIE, Command::Archive { conversation })
        .expect("archives");
    assert!(hidden(&company, MARIE));
    company
        .agent(MARIE, Command::Unarchive { conversation })
        .expect("back");
    assert!(!hidden(&company, MARIE));
    ask(&mut company, MARIE, GROUP, InternalAsk::Unmute).expect("unmutes");
    assert!(!company.situation.mine[&(MARIE, GROUP)].muted);
}

#[test]
fn the_others_are_told_how_far_a_member_has_read_and_never_less() {
    let mut company = with_group();
    let conversation = GROUP;
    for text in ["un", "deux"] {
        company.agent(MARIE, reply(GROUP, text)).expect("a member");
    }
    for (up_to, expected) in [(2, 2), (1, 2), (ALL_READ, 3), (0, 3)] {
        company
            .agent(
                PAUL,
                Command::Read {
                    conversation,
                    up_to,
                },
            )
            .expect("reads");
        assert_eq!(
            chat(&company, GROUP).reads,
            BTreeMap::from([(PAUL, expected)])
        );
    }
    ask(
        &mut company,
        MARIE,
        GROUP,
        InternalAsk::RemoveMember { agent: PAUL },
    )
    .expect("removes");
    assert!(chat(&company, GROUP).reads.is_empty());
}

#[test]
fn in_a_crowd_nobody_is_told_who_has_read() {
    let mut company = with_group();
    let conversation = GROUP;
    company
        .agent(
            PAUL,
            Command::Read {
                conversation,
                up_to: 1,
            },
        )
        .expect("reads");
    assert_eq!(chat(&company, GROUP).reads.len(), 1);
    let crowd: Vec<AgentId> = (0..MOST_READERS as u128 - 2)
        .map(|n| AgentId(Uuid::from_u128(10_000 + n)))
        .collect();
    for agent in &crowd {
        let row = new_agent(*agent, &agent.to_string());
        company.situation.board.agents.insert(*agent, row);
    }
    let members = set(&crowd);
    ask(
        &mut company,
        MARIE,
        GROUP,
        InternalAsk::AddMembers { members },
    )
    .expect("adds");
    assert!(chat(&company, GROUP).reads.is_empty());
    let events = company.agent(
        LUC,
        Command::Read {
            conversation,
            up_to: 1,
        },
    );
    assert!(matches!(&events.expect("reads")[..], [Event::MinePut(_)]));
}

#[test]
fn what_is_for_customers_is_not_for_colleagues() {
    let mut company = with_group();
    let conversation = GROUP;
    let not_here = Err(Refusal::NotOnThisChannel);
    for command in [
        note(conversation, "hm"),
        Command::Take { conversation },
        Command::Release { conversation },
        transfer(conversation, Target::Agent(INES), None),
    ] {
        assert_eq!(company.agent(MARIE, command), not_here);
    }
    let with_customer = company.owned_by(MARIE);
    for asked in [
        InternalAsk::Rename { name: None },
        InternalAsk::AddMembers {
            members: set(&[LUC]),
        },
        InternalAsk::RemoveMember { agent: MARIE },
        InternalAsk::Leave,
        InternalAsk::Mute,
    ] {
        let answer = ask(&mut company, MARIE, with_customer, asked);
        assert_eq!(answer, not_here);
    }
    let opens = InternalAsk::OpenGroup {
        name: None,
        members: set(&[PAUL]),
    };
    let taken = ask(&mut company, MARIE, with_customer, opens);
    assert_eq!(taken, Err(Refusal::AlreadyInUse));
}
