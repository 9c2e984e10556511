//! Agents, roles, departments, queues, accounts.

use guichet_domain::{
    Account, AccountId, Actor, Agent, AgentId, Audited, Channel, Command, Department, DepartmentId,
    Event, Field, Grant, QueueId, Refusal, Role, Route, Settings, SystemLine, WidgetSettings,
    holds,
};
use uuid::Uuid;

use super::company::{
    ADAM, ANNA, Company, DIRECT, DORA, GONE, INES, LUC, MARIE, OLGA, PAUL, REPAIRS, SALES, SHOP,
    WORKSHOP,
};
use super::samples::{account, grant, new_agent, offered, queue};

const NEW: Uuid = Uuid::from_u128(99);

fn active(agent: AgentId, active: bool) -> Command {
    Command::SetActive { agent, active }
}

fn grants(agent: AgentId, grants: &[Grant]) -> Command {
    Command::SetGrants {
        agent,
        grants: grants.to_vec(),
    }
}

/// Which of the company's people may give that command; the hub always may.
fn check(command: &Command, may: &[AgentId]) {
    for agent in [MARIE, INES, DORA, ADAM, OLGA, GONE] {
        let answer = Company::new().agent(agent, command.clone());
        let expected = may.contains(&agent);
        assert_eq!(answer.is_ok(), expected, "{agent} {command:?}: {answer:?}");
        if !expected {
            assert_eq!(answer, Err(Refusal::NotAllowed));
        }
    }
    assert!(Company::new().hub(command.clone()).is_ok());
    let customer = Company::new().ask(Actor::Customer(SHOP), command.clone());
    assert_eq!(customer, Err(Refusal::NotAllowed));
}

#[test]
fn each_role_configures_what_the_table_of_roles_says() {
    let department = Department::new(DepartmentId(NEW), "Caisse");
    let agent = new_agent(AgentId(NEW), "Nina");
    let chat = account(AccountId(NEW), Channel::LiveChat, Route::Queue(SALES));
    check(&Command::PutAgent { agent }, &[ADAM, OLGA]);
    check(&Command::PutDepartment { department }, &[ADAM, OLGA]);
    check(&Command::PutAccount { account: chat }, &[ADAM, OLGA]);
    check(&active(LUC, false), &[ADAM, OLGA]);
    let put = |department| Command::PutQueue {
        queue: queue(REPAIRS, department, &[MARIE]),
    };
    check(&put(Some(WORKSHOP)), &[INES, DORA, ADAM, OLGA]);
    check(&put(None), &[ADAM, OLGA]);
}

#[test]
fn a_role_is_granted_from_above() {
    let of = |role, department| grants(LUC, &[grant(role, department)]);
    let here = Some(WORKSHOP);
    check(&of(Role::Manager, here), &[DORA, ADAM, OLGA]);
    check(&of(Role::DepartmentOwner, here), &[ADAM, OLGA]);
    check(&of(Role::Receptionist, None), &[ADAM, OLGA]);
    check(&of(Role::SystemAdmin, None), &[OLGA]);
    check(&of(Role::SystemOwner, None), &[OLGA]);
}

#[test]
fn a_role_is_held_where_there_are_such_roles() {
    let invalid = Err(Refusal::invalid(Field::Role));
    for (role, department) in [
        (Role::Agent, None),
        (Role::Manager, None),
        (Role::Manager, Some(DepartmentId(NEW))),
        (Role::DepartmentOwner, None),
        (Role::Receptionist, Some(WORKSHOP)),
        (Role::SystemOwner, Some(WORKSHOP)),
    ] {
        let wrong = grants(LUC, &[grant(role, department)]);
        assert_eq!(Company::new().agent(OLGA, wrong), invalid, "{role:?}");
    }
}

#[test]
fn the_owner_of_a_department_manages_who_is_of_it_alone_and_nobody_above() {
    let of = |role| grant(role, Some(WORKSHOP));
    let nina = |grants: &[Grant]| Command::PutAgent {
        agent: Agent {
            grants: grants.to_vec(),
            ..new_agent(AgentId(NEW), "Nina")
        },
    };
    check(&nina(&[of(Role::Agent)]), &[DORA, ADAM, OLGA]);
    check(&nina(&[of(Role::DepartmentOwner)]), &[ADAM, OLGA]);
    let renamed = |agent| Command::PutAgent {
        agent: new_agent(agent, "Renamed"),
    };
    for (agent, may) in [
        (INES, &[DORA, ADAM, OLGA][..]),
        (DORA, &[ADAM, OLGA]),
        (LUC, &[ADAM, OLGA]),
        (ADAM, &[OLGA]),
        (OLGA, &[OLGA]),
    ] {
        check(&renamed(agent), may);
        check(&Command::Invite { agent }, may);
    }
    check(&active(INES, false), &[DORA, ADAM, OLGA]);
}

#[test]
fn what_is_not_valid_is_refused_by_its_name() {
    let olga = |command| Company::new().agent(OLGA, command).expect_err("not valid");
    let agent = |change: fn(&mut Agent)| {
        let mut agent = new_agent(AgentId(NEW), "Nina");
        change(&mut agent);
        olga(Command::PutAgent { agent })
    };
    assert_eq!(agent(|a| a.name = " \u{202e}".into()), Refusal::NameEmpty);
    for email in ["", "nina", "@guichet.test", "a@b@c", "a b@c"] {
        let mut nina = new_agent(AgentId(NEW), "Nina");
        nina.email = email.into();
        let answer = olga(Command::PutAgent { agent: nina });
        assert_eq!(answer, Refusal::invalid(Field::Email), "{email}");
    }
    let extension = |a: &mut Agent| a.extension = Some("12a".into());
    assert_eq!(agent(extension), Refusal::invalid(Field::Extension));
    let chat = |change: fn(&mut Account)| {
        let mut account = account(SHOP, Channel::LiveChat, Route::Queue(REPAIRS));
        change(&mut account);
        olga(Command::PutAccount { account })
    };
    assert_eq!(chat(|a| a.name.clear()), Refusal::NameEmpty);
    for site in [
        "shop.example",
        "ftp://shop.example",
        "https://shop.example/a",
        "https://a@shop.example",
        "https://",
    ] {
        let mut wrong = account(SHOP, Channel::LiveChat, Route::Queue(REPAIRS));
        wrong.sites = vec![site.into()];
        let answer = olga(Command::PutAccount { account: wrong });
        assert_eq!(answer, Refusal::invalid(Field::Site), "{site}");
    }
    let widget = |change: fn(&mut WidgetSettings)| {
        let mut wrong = account(SHOP, Channel::LiveChat, Route::Queue(REPAIRS));
        let mut settings = WidgetSettings::default();
        change(&mut settings);
        wrong.widget = Some(settings);
        olga(Command::PutAccount { account: wrong })
    };
    assert_eq!(
        widget(|w| w.color = Some("red".into())),
        Refusal::invalid(Field::Color)
    );
    assert_eq!(
        widget(|w| w.color = Some("#12345é".into())),
        Refusal::invalid(Field::Color)
    );
    assert_eq!(
        widget(|w| w.privacy.url = Some("javascript:alert(1)".into())),
        Refusal::invalid(Field::Link)
    );
    assert_eq!(widget(|w| w.greeting.fr = " ".into()), Refusal::TextEmpty);
    assert_eq!(
        widget(|w| w.greeting.en = "a".repeat(501)),
        Refusal::TextTooLong { limit: 500 }
    );
    let country = |country: &str| {
        olga(Command::PutSettings {
            settings: Settings {
                country: country.into(),
                ..Settings::default()
            },
        })
    };
    assert_eq!(country("fr"), Refusal::invalid(Field::Country));
    assert_eq!(country("FRA"), Refusal::invalid(Field::Country));
    let workshop = Department::new(DepartmentId(NEW), "Workshop");
    let mut company = Company::new();
    company
        .hub(Command::PutDepartment {
            department: workshop.clone(),
        })
        .expect("put");
    let twin = Department {
        id: DepartmentId(Uuid::from_u128(98)),
        ..workshop
    };
    let answer = company.hub(Command::PutDepartment { department: twin });
    assert_eq!(answer, Err(Refusal::AlreadyInUse));
}

#[test]
fn a_chat_account_is_kept_as_browsers_write_it() {
    let mut company = Company::new();
    let mut chat = account(AccountId(NEW), Channel::LiveChat, Route::Queue(REPAIRS));
    chat.sites = vec![
        "https://Café.example:443/".into(),
        "http://localhost:8000".into(),
    ];
    chat.public_key = None;
    company
        .agent(DORA, Command::PutAccount { account: chat })
        .expect("of her department");
    let kept = &company.situation.board.accounts[&AccountId(NEW)];
    assert_eq!(
        kept.sites,
        ["https://xn--caf-dma.example", "http://localhost:8000"]
    );
    assert_eq!(
        kept.public_key.as_deref(),
        Some("pub_00000000000000000000000000000063")
    );
    assert_eq!(kept.widget, Some(WidgetSettings::default()));
    let sms = Account {
        channel: Channel::Sms,
        ..kept.clone()
    };
    let answer = company.agent(DORA, Command::PutAccount { account: sms });
    assert_eq!(answer, Err(Refusal::NotOnThisChannel));
    let sales = account(AccountId(NEW), Channel::LiveChat, Route::Queue(SALES));
    let answer = company.agent(DORA, Command::PutAccount { account: sales });
    assert_eq!(
        answer,
        Err(Refusal::NotAllowed),
        "the queue is the company's"
    );
}

#[test]
fn the_audit_trail_says_in_which_department_it_happened() {
    let mut company = Company::new();
    let audited = |events: &[Event]| {
        let found = events.iter().find_map(|event| match event {
            Event::Audited(row) => Some((row.in_department, row.what.clone())),
            _ => None,
        });
        found.expect("an audit row")
    };
    let put = Command::PutQueue {
        queue: queue(QueueId(NEW), Some(WORKSHOP), &[MARIE]),
    };
    let events = company.agent(DORA, put).expect("hers");
    let row = Audited::QueuePut {
        queue: QueueId(NEW),
    };
    assert_eq!(audited(&events), (Some(WORKSHOP), row));
    let events = company
        .agent(OLGA, Command::Invite { agent: INES })
        .expect("may");
    assert_eq!(
        audited(&events),
        (Some(WORKSHOP), Audited::Invited { agent: INES })
    );
    let events = company
        .agent(OLGA, Command::Invite { agent: LUC })
        .expect("may");
    assert_eq!(audited(&events), (None, Audited::Invited { agent: LUC }));
}

#[test]
fn a_new_agent_brings_no_role_that_could_not_be_granted() {
    let nina = |role| Command::PutAgent {
        agent: Agent {
            grants: vec![grant(role, None); 2],
            ..new_agent(AgentId(NEW), "Nina")
        },
    };
    check(&nina(Role::Receptionist), &[ADAM, OLGA]);
    check(&nina(Role::SystemOwner), &[OLGA]);
    let mut company = Company::new();
    company.hub(nina(Role::Receptionist)).expect("the hub may");
    assert_eq!(
        company.situation.board.agents[&AgentId(NEW)].grants.len(),
        1
    );
}

#[test]
fn a_role_change_tells_the_agent_and_the_same_roles_nobody() {
    let mut company = Company::new();
    let manager = [grant(Role::Manager, Some(WORKSHOP))];
    let events = company.agent(OLGA, grants(LUC, &manager)).expect("allowed");
    assert!(matches!(
        &events[..],
        [
            Event::Audited(_),
            Event::AgentPut(_),
            Event::RightsChanged(LUC)
        ]
    ));
    assert_eq!(company.agent(OLGA, grants(LUC, &manager)), Ok(vec![]));
    let unknown = grants(AgentId(NEW), &[]);
    assert_eq!(company.agent(OLGA, unknown), Err(Refusal::NotFound));
}

#[test]
fn the_last_two_administrators_and_the_last_system_owner_stay() {
    let mut company = Company::new();
    let refused = Err(Refusal::NotAllowed);
    for command in [
        grants(OLGA, &[]),
        grants(ADAM, &[]),
        active(OLGA, false),
        active(ADAM, false),
    ] {
        assert_eq!(company.agent(OLGA, command.clone()), refused);
        assert_eq!(company.hub(command), refused);
    }
    let admin = grant(Role::SystemAdmin, None);
    company.hub(grants(LUC, &[admin])).expect("the hub grants");
    assert_eq!(company.agent(OLGA, active(OLGA, false)), refused);
    assert_eq!(company.hub(grants(OLGA, &[admin])), refused);
    assert!(company.agent(OLGA, active(ADAM, false)).is_ok());
}

#[test]
fn a_changed_agent_keeps_presence_and_roles() {
    let mut company = Company::new();
    let agent = Agent {
        name: "Marie L.".into(),
        active: false,
        connected: false,
        grants: vec![grant(Role::SystemOwner, None)],
        ..new_agent(MARIE, "Marie")
    };
    company
        .agent(ADAM, Command::PutAgent { agent })
        .expect("an admin configures");
    let marie = &company.situation.board.agents[&MARIE];
    assert_eq!(marie.name, "Marie L.");
    assert!(marie.active && marie.connected && marie.grants.is_empty());
}

#[test]
fn two_things_do_not_share_an_address_or_a_key() {
    let mut company = Company::new();
    let agent = Agent {
        email: "PAUL@guichet.test".into(),
        ..new_agent(AgentId(NEW), "Nina")
    };
    let answer = company.hub(Command::PutAgent { agent });
    assert_eq!(answer, Err(Refusal::AlreadyInUse));
    let mut chat = account(AccountId(NEW), Channel::LiveChat, Route::Queue(SALES));
    chat.public_key = Some(format!("pub_{SHOP}"));
    let answer = company.hub(Command::PutAccount { account: chat });
    assert_eq!(answer, Err(Refusal::AlreadyInUse));
}

#[test]
fn a_queue_and_an_account_name_only_what_exists() {
    let mut company = Company::new();
    let chat = |route| Command::PutAccount {
        account: account(DIRECT, Channel::LiveChat, route),
    };
    let put = |queue| Command::PutQueue { queue };
    for command in [
        put(queue(SALES, Some(DepartmentId(NEW)), &[])),
        put(queue(SALES, None, &[AgentId(NEW)])),
        chat(Route::Queue(QueueId(NEW))),
        chat(Route::Agent(AgentId(NEW))),
    ] {
        assert_eq!(company.hub(command), Err(Refusal::NotFound));
    }
}

#[test]
fn a_queue_is_not_moved_out_of_a_department_by_who_owns_only_one_of_the_two() {
    let other = DepartmentId(NEW);
    let mut company = Company::new();
    let department = Department::new(other, "Caisse");
    company
        .hub(Command::PutDepartment { department })
        .expect("the hub configures");
    let moved = Command::PutQueue {
        queue: queue(REPAIRS, Some(other), &[MARIE, PAUL]),
    };
    let answer = company.agent(DORA, moved.clone());
    assert_eq!(answer, Err(Refusal::NotAllowed));
    let events = company.agent(ADAM, moved).expect("an admin configures");
    for agent in [MARIE, PAUL] {
        assert!(events.contains(&Event::RightsChanged(agent)));
    }
}

#[test]
fn what_a_deactivated_agent_owned_waits_again_and_they_hold_nothing() {
    let mut company = Company::new();
    let conversation = company.owned_by(MARIE);
    let direct = company.writes(ANNA, DIRECT);
    let waits = company.writes(super::company::BEN, SHOP);
    company.hub(active(MARIE, false)).expect("the hub may");
    for back in [conversation, direct] {
        assert_eq!(company.ownership(back), offered(REPAIRS, &[PAUL]));
        assert_eq!(
            company.happened(back).last(),
            Some(&SystemLine::OwnerDeactivated { agent: MARIE })
        );
    }
    assert_eq!(company.ownership(waits), offered(REPAIRS, &[PAUL]));
    let board = &company.situation.board;
    for conversation in company.situation.conversations.values() {
        assert!(!holds(board, MARIE, conversation));
    }
    assert_eq!(company.hub(active(MARIE, false)), Ok(vec![]));
    assert!(company.hub(active(MARIE, true)).is_ok());
    assert!(!company.situation.board.agents[&MARIE].connected);
}

#[test]
fn without_any_queue_a_deactivated_agent_still_owns_nothing() {
    let mut company = Company::new();
    let direct = company.writes(ANNA, DIRECT);
    company.situation.board.queues.clear();
    company.hub(active(MARIE, false)).expect("the hub may");
    assert_eq!(company.conversation(direct).owner(), None);
}
