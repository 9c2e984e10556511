//! The address book.

use guichet_domain::contact_import::MAX_IMPORT;
use guichet_domain::{
    AgentId, Audited, Command, ContactDetails, ContactId, ConversationId, Event, Field,
    ImportedContact, Planned, Refusal, plan,
};
use uuid::Uuid;

use super::company::{
    ADAM, ANNA, BEN, Company, DORA, GONE, INES, LUC, MARIE, OLGA, PAUL, SALES, SHOP, WORKSHOP,
};
use super::samples::{named, receive};

const CARL: ContactId = ContactId(Uuid::from_u128(52));

fn details(name: &str, email: &str, phone: &str) -> ContactDetails {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    ContactDetails {
        name: some(name),
        email: some(email),
        phone: some(phone),
        also: Vec::new(),
    }
}

fn new(contact: ContactId, details: ContactDetails) -> Command {
    Command::NewContact { contact, details }
}

fn edit(contact: ContactId, details: ContactDetails) -> Command {
    Command::EditContact { contact, details }
}

fn audited(events: &[Event]) -> Vec<&Audited> {
    events
        .iter()
        .filter_map(|event| match event {
            Event::Audited(row) => Some(&row.what),
            _ => None,
        })
        .collect()
}

#[test]
fn every_agent_writes_somebody_into_the_address_book() {
    let mut company = Company::new();
    let anna = details(" Anna ", " anna@example.org", "06 12 34 56 78");
    company.agent(LUC, new(CARL, anna)).expect("any agent");
    let kept = company.situation.contacts[&CARL].clone();
    assert_eq!(
        kept.details,
        details("Anna", "anna@example.org", "+33612345678")
    );
    assert!(kept.known);
    let again = company.agent(MARIE, new(CARL, named("Carl")));
    assert_eq!(again, Err(Refusal::AlreadyInUse));
    assert_eq!(company.situation.contacts[&CARL], kept);
    let gone = company.agent(GONE, new(BEN, named("Ben")));
    assert_eq!(gone, Err(Refusal::NotAllowed));
}

#[test]
fn what_cannot_be_written_down_is_refused_and_nothing_is_lost() {
    let mut company = Company::new();
    company.agent(LUC, new(CARL, named("Carl"))).expect("new");
    let before = company.situation.clone();
    let with = |also: &[&str]| ContactDetails {
        also: also.iter().map(|&point| point.to_owned()).collect(),
        ..named("Carl")
    };
    let many: Vec<String> = (0..21).map(|n| format!("{n}@example.org")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    for (details, refusal) in [
        (details("", "a@b.example", ""), Refusal::NameEmpty),
        (details(" \u{202e}", "", ""), Refusal::NameEmpty),
        (details("Carl", "carl", ""), Refusal::invalid(Field::Email)),
        (
            details("Carl", "c d@example.org", ""),
            Refusal::invalid(Field::Email),
        ),
        (details("Carl", "", "12"), Refusal::invalid(Field::Phone)),
        (details("Carl", "", "+33 6"), Refusal::invalid(Field::Phone)),
        (with(&["carl"]), Refusal::invalid(Field::Phone)),
        (with(&["@example.org"]), Refusal::invalid(Field::Email)),
        (with(&many), Refusal::TooManyOf { limit: 20 }),
    ] {
        assert_eq!(company.agent(LUC, edit(CARL, details)), Err(refusal));
        assert_eq!(company.situation.contacts, before.contacts);
    }
}

#[test]
fn a_number_without_prefix_is_where_the_company_is() {
    let mut company = Company::new();
    company.situation.board.settings.country = "DE".into();
    let berlin = details("Carl", "", "030 123456");
    company.agent(LUC, new(CARL, berlin)).expect("new");
    let kept = &company.situation.contacts[&CARL].details;
    assert_eq!(kept.phone.as_deref(), Some("+4930123456"));
}

#[test]
fn editing_replaces_all_and_twice_changes_nothing() {
    let mut company = Company::new();
    let full = details("Carl", "carl@example.org", "+33612345678");
    company.agent(LUC, new(CARL, full)).expect("new");
    let mut less = named("Karl");
    less.also = vec!["06 12 34 56 79".into(), " ".into(), "+33612345679".into()];
    company
        .agent(PAUL, edit(CARL, less.clone()))
        .expect("any agent");
    let kept = &company.situation.contacts[&CARL].details;
    assert_eq!((&kept.email, &kept.phone), (&None, &None));
    assert_eq!(kept.also, ["+33612345679"]);
    assert_eq!(company.agent(PAUL, edit(CARL, less)), Ok(vec![]));
}

#[test]
fn who_is_not_in_the_book_exists_only_where_their_conversation_is() {
    let mut company = Company::new();
    company.waiting();
    let known = |company: &Company| company.situation.contacts[&ANNA].known;
    assert_eq!(
        company.agent(LUC, edit(ANNA, named("Anna"))),
        Err(Refusal::NotFound)
    );
    assert!(!known(&company));
    company
        .agent(MARIE, edit(ANNA, named("Anna")))
        .expect("shares the queue");
    assert!(known(&company));
    company
        .agent(LUC, edit(ANNA, named("Anne")))
        .expect("is in the book");
    let nobody = company.agent(LUC, edit(CARL, named("Carl")));
    assert_eq!(nobody, Err(Refusal::NotFound));
}

/// Anna and Ben wrote to the shop, and are in the book.
fn two() -> (Company, ConversationId, ConversationId) {
    let mut company = Company::new();
    let (anna, ben) = (company.writes(ANNA, SHOP), company.writes(BEN, SHOP));
    let (a, b) = (
        details("Anna", "a@example.org", ""),
        details("Anna B.", "b@example.org", "+33612345678"),
    );
    company.agent(MARIE, edit(ANNA, a)).expect("edits");
    company.agent(MARIE, edit(BEN, b)).expect("edits");
    (company, anna, ben)
}

const MERGE: Command = Command::MergeContacts {
    winner: ANNA,
    loser: BEN,
};

#[test]
fn what_the_loser_had_is_the_winners() {
    let (mut company, anna, ben) = two();
    let events = company.agent(INES, MERGE).expect("her department");
    assert_eq!(
        audited(&events),
        [&Audited::ContactsMerged {
            winner: ANNA,
            loser: BEN
        }]
    );
    let kept = &company.situation.contacts[&ANNA].details;
    assert_eq!(kept.name.as_deref(), Some("Anna"));
    assert_eq!(kept.email.as_deref(), Some("a@example.org"));
    assert_eq!(kept.phone.as_deref(), Some("+33612345678"));
    assert_eq!(kept.also, ["b@example.org"]);
    assert!(!company.situation.contacts.contains_key(&BEN));
    let of = |id| {
        (
            company.conversation(id).contact(),
            company.conversation(id).point(),
        )
    };
    assert_eq!(of(anna), (Some(ANNA), Some(ANNA)));
    assert_eq!(of(ben), (Some(ANNA), Some(BEN)));
    assert_eq!(
        company.agent(MARIE, edit(BEN, named("Ben"))),
        Err(Refusal::NotFound)
    );
    assert_eq!(
        company.agent(MARIE, new(BEN, named("Ben"))),
        Err(Refusal::AlreadyInUse)
    );
    assert_eq!(company.agent(INES, MERGE), Err(Refusal::NotFound));
}

#[test]
fn what_comes_from_where_the_loser_wrote_goes_on_there_and_is_the_winners() {
    let (mut company, _, ben) = two();
    company.agent(INES, MERGE).expect("merges");
    assert_eq!(company.writes(BEN, SHOP), ben, "one is open");
    company
        .agent(MARIE, Command::Take { conversation: ben })
        .expect("takes");
    company
        .agent(MARIE, Command::DealtWith { conversation: ben })
        .expect("deals");
    let next = company.writes(BEN, SHOP);
    let next = company.conversation(next);
    assert_eq!((next.contact(), next.point()), (Some(ANNA), Some(BEN)));
    assert!(
        !company.situation.contacts.contains_key(&BEN),
        "is not born again"
    );
}

#[test]
fn a_merged_contact_is_merged_again_with_all_points() {
    let (mut company, _, ben) = two();
    company.agent(LUC, new(CARL, named("Carl"))).expect("new");
    company.agent(OLGA, MERGE).expect("merges");
    let on = Command::MergeContacts {
        winner: CARL,
        loser: ANNA,
    };
    company.agent(OLGA, on).expect("merges");
    assert_eq!(company.situation.contact_at(BEN), CARL);
    assert_eq!(company.situation.contact_at(ANNA), CARL);
    let ben = company.conversation(ben);
    assert_eq!((ben.contact(), ben.point()), (Some(CARL), Some(BEN)));
}

#[test]
fn merging_is_for_who_manages_the_departments_they_came_to() {
    for (agent, expected) in [
        (MARIE, Err(Refusal::NotAllowed)),
        (ADAM, Err(Refusal::NotAllowed)),
        (INES, Ok(())),
        (DORA, Ok(())),
        (OLGA, Ok(())),
    ] {
        let (mut company, ..) = two();
        assert_eq!(company.agent(agent, MERGE).map(drop), expected, "{agent}");
    }
    let (mut company, anna, _) = two();
    let to_sales = super::samples::transfer(anna, guichet_domain::Target::Queue(SALES), None);
    company
        .agent(MARIE, Command::Take { conversation: anna })
        .expect("takes");
    company
        .agent(MARIE, to_sales)
        .expect("another department's");
    assert_eq!(company.agent(INES, MERGE), Err(Refusal::NotAllowed));
    company.agent(OLGA, MERGE).expect("of the company");
    let oneself = Command::MergeContacts {
        winner: ANNA,
        loser: ANNA,
    };
    assert_eq!(company.agent(OLGA, oneself), Err(Refusal::Same));
}

#[test]
fn erasing_takes_everything_and_says_that_it_happened() {
    let (mut company, anna, ben) = two();
    company
        .agent(MARIE, Command::Take { conversation: anna })
        .expect("takes");
    company.agent(OLGA, MERGE).expect("merges");
    let erase = Command::EraseContact { contact: ANNA };
    let events = company.agent(DORA, erase.clone()).expect("her department");
    assert_eq!(
        audited(&events),
        [&Audited::ContactErased { contact: ANNA }]
    );
    let in_department = events.iter().find_map(|event| match event {
        Event::Audited(row) => row.in_department,
        _ => None,
    });
    assert_eq!(in_department, Some(WORKSHOP));
    let situation = &company.situation;
    for id in [anna, ben] {
        assert!(!situation.conversations.contains_key(&id));
        assert!(situation.mine.keys().all(|(_, of)| *of != id));
    }
    assert!(situation.contacts.is_empty() && situation.points.is_empty());
    assert_eq!(company.agent(DORA, erase), Err(Refusal::NotFound));
    let opens = ConversationId(Uuid::from_u128(7_777));
    company
        .ask(
            guichet_domain::Actor::Customer(SHOP),
            receive(SHOP, ANNA, opens, "again"),
        )
        .expect("a new beginning");
    assert_eq!(
        company.situation.contacts[&ANNA].details,
        ContactDetails::default()
    );
}

#[test]
fn erasing_and_taking_out_is_for_owners_and_administrators() {
    for (agent, expected) in [
        (MARIE, Err(Refusal::NotAllowed)),
        (INES, Err(Refusal::NotAllowed)),
        (DORA, Ok(())),
        (ADAM, Ok(())),
        (OLGA, Ok(())),
    ] {
        for command in [
            Command::EraseContact { contact: ANNA },
            Command::ExportContact { contact: ANNA },
            Command::ExportContacts,
        ] {
            let (mut company, ..) = two();
            let answer = company.agent(agent, command.clone());
            assert_eq!(
                answer.as_ref().map(drop),
                expected.as_ref().map(drop),
                "{agent}"
            );
            if let Ok(events) = answer {
                assert_eq!(audited(&events).len(), 1, "{command:?}");
            }
        }
    }
    let (mut company, ..) = two();
    company
        .hub(Command::EraseContact { contact: ANNA })
        .expect("after a restore");
    let gone = company.hub(Command::EraseContact { contact: ANNA });
    assert_eq!(gone, Err(Refusal::NotFound));
}

#[test]
fn who_is_in_nobodys_book_is_not_found_by_those_who_do_not_see_them() {
    let mut company = Company::new();
    company.waiting();
    let erase = Command::EraseContact { contact: ANNA };
    assert_eq!(company.agent(LUC, erase.clone()), Err(Refusal::NotFound));
    assert_eq!(
        company.agent(MARIE, erase.clone()),
        Err(Refusal::NotAllowed)
    );
    company.agent(DORA, erase).expect("supervises the queue");
}

fn lines(list: &[ContactDetails]) -> Vec<ImportedContact> {
    let ids = (900..).map(|number| ContactId(Uuid::from_u128(number)));
    let lines = ids.zip(list.iter().cloned());
    lines
        .map(|(id, details)| ImportedContact { id, details })
        .collect()
}

fn import(
    company: &mut Company,
    agent: AgentId,
    list: &[ContactDetails],
) -> Result<usize, Refusal> {
    let contacts = lines(list);
    let events = company.agent(agent, Command::ImportContacts { contacts })?;
    let put = |event: &&Event| matches!(event, Event::ContactPut(_));
    Ok(events.iter().filter(put).count())
}

#[test]
fn an_import_adds_changes_and_leaves() {
    let (mut company, ..) = two();
    let list = [
        details("Carl", "carl@example.org", ""),
        details("Anna", "A@example.org", "06 12 34 56 79"),
        details("Anna B.", "b@example.org", ""),
    ];
    assert_eq!(import(&mut company, INES, &list), Ok(2));
    let anna = &company.situation.contacts[&ANNA].details;
    assert_eq!(anna.phone.as_deref(), Some("+33612345679"));
    assert_eq!(company.situation.contacts.len(), 3);
    assert_eq!(import(&mut company, INES, &list), Ok(0), "again");
}

#[test]
fn an_import_is_all_or_nothing() {
    let (mut company, ..) = two();
    let before = company.situation.clone();
    let good = details("Carl", "carl@example.org", "");
    for (agent, bad, refusal) in [
        (INES, details("", "x@example.org", ""), Refusal::NameEmpty),
        (INES, details("X", "", "7"), Refusal::invalid(Field::Phone)),
        (
            INES,
            details("Carl II", "CARL@example.org", ""),
            Refusal::Same,
        ),
        (MARIE, details("X", "", ""), Refusal::NotAllowed),
        (ADAM, details("X", "", ""), Refusal::NotAllowed),
    ] {
        assert_eq!(
            import(&mut company, agent, &[good.clone(), bad]),
            Err(refusal)
        );
        assert_eq!(company.situation, before);
    }
    let many = vec![good; MAX_IMPORT + 1];
    let limit = Refusal::TooManyOf { limit: MAX_IMPORT };
    assert_eq!(import(&mut company, OLGA, &many), Err(limit));
}

#[test]
fn a_family_shares_a_telephone_and_stays_two() {
    let mut company = Company::new();
    let home = "+33123456789";
    let family = [
        details("Anna", "anna@example.org", home),
        details("Ben", "ben@example.org", home),
        details("Carl", "", home),
    ];
    assert_eq!(import(&mut company, OLGA, &family), Ok(3));
    let known: Vec<_> = company.situation.contacts.values().collect();
    let again = [
        details("carl", "carl@example.org", ""),
        details("Carl", "", home),
        details("Carl", "", ""),
    ];
    assert_eq!(
        plan(&lines(&again), known),
        [Planned::Fresh, Planned::Same, Planned::Fresh],
        "by address; by number and name; a name alone is not who has more"
    );
}
