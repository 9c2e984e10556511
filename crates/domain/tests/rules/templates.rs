//! Templates: who writes them, what they must be, and their order.

use std::collections::{BTreeMap, BTreeSet};

use guichet_domain::{
    Actor, AgentId, Command, DepartmentId, Event, ImportedTemplate, Refusal, TemplateContent,
    TemplateId,
};
use proptest::prelude::*;
use uuid::Uuid;

use super::company::{
    ADAM, Company, DORA, GONE, INES, LUC, MARIE, OLGA, PAUL, REPAIRS, SHOP, WORKSHOP,
};

const ELSEWHERE: DepartmentId = DepartmentId(Uuid::from_u128(98));

fn id(number: u128) -> TemplateId {
    TemplateId(Uuid::from_u128(number))
}

fn content(department: Option<DepartmentId>, title: &str) -> TemplateContent {
    TemplateContent {
        department,
        category: "Accueil".into(),
        title: title.into(),
        texts: BTreeMap::from([("fr".into(), format!("{title} {{{{contact.name}}}}"))]),
    }
}

fn put(number: u128, content: &TemplateContent) -> Command {
    Command::PutTemplate {
        template: id(number),
        content: content.clone(),
    }
}

fn list(lines: &[(u128, TemplateContent)]) -> Command {
    let line = |(number, content): &(u128, TemplateContent)| ImportedTemplate {
        id: id(*number),
        content: content.clone(),
    };
    Command::ImportTemplates {
        templates: lines.iter().map(line).collect(),
    }
}

fn move_behind(number: u128, after: Option<u128>) -> Command {
    Command::MoveTemplate {
        template: id(number),
        after: after.map(id),
    }
}

/// Three of the workshop, one of the company.
fn company() -> Company {
    let mut company = Company::new();
    for (number, title) in [(1, "un"), (2, "deux"), (3, "trois")] {
        let command = put(number, &content(Some(WORKSHOP), title));
        company.hub(command).expect("the hub writes");
    }
    company
        .hub(put(9, &content(None, "neuf")))
        .expect("written");
    company
}

/// The titles of a shelf in their order.
fn titles(company: &Company, department: Option<DepartmentId>) -> Vec<&str> {
    let all = company.situation.templates.values();
    let mut shelf: Vec<_> = all.filter(|t| t.content.department == department).collect();
    shelf.sort_by_key(|template| (template.position, template.id));
    shelf.iter().map(|t| t.content.title.as_str()).collect()
}

#[test]
fn templates_are_managed_as_the_table_of_roles_says() {
    let here = content(Some(WORKSHOP), "nouveau");
    let company_wide = content(None, "nouveau");
    let of_workshop = [INES, DORA, OLGA];
    for (command, may) in [
        (put(20, &here), &of_workshop[..]),
        (put(20, &company_wide), &[OLGA]),
        (put(1, &here), &of_workshop),
        // Taken from the workshop, or from the company: a right at both ends is needed.
        (put(1, &company_wide), &[OLGA]),
        (put(9, &here), &[OLGA]),
        (
            list(&[(20, here.clone()), (21, content(None, "b"))]),
            &[OLGA],
        ),
        (list(&[(20, here.clone())]), &of_workshop),
        (Command::DeleteTemplate { template: id(1) }, &of_workshop),
        (Command::DeleteTemplate { template: id(9) }, &[OLGA]),
        (move_behind(1, Some(3)), &of_workshop),
        (move_behind(9, None), &[OLGA]),
    ] {
        for agent in [MARIE, PAUL, LUC, INES, DORA, ADAM, OLGA, GONE] {
            let answer = company().agent(agent, command.clone());
            let expected = may.contains(&agent);
            assert_eq!(answer.is_ok(), expected, "{agent} {command:?}");
            if !expected {
                assert_eq!(answer, Err(Refusal::NotAllowed));
            }
        }
        assert!(company().hub(command.clone()).is_ok());
        let customer = company().ask(Actor::Customer(SHOP), command);
        assert_eq!(customer, Err(Refusal::NotAllowed));
    }
}

#[test]
fn every_active_agent_uses_every_template() {
    let used = Command::UsedTemplate { template: id(1) };
    for agent in [MARIE, LUC, ADAM] {
        let events = company().agent(agent, used.clone());
        assert_eq!(events, Ok(vec![Event::TemplateUsed(id(1))]));
    }
    assert_eq!(
        company().agent(GONE, used.clone()),
        Err(Refusal::NotAllowed)
    );
    assert_eq!(company().hub(used), Err(Refusal::NotAllowed));
    let unknown = Command::UsedTemplate { template: id(99) };
    assert_eq!(company().agent(MARIE, unknown), Err(Refusal::NotFound));
}

#[test]
fn a_department_is_works_place_of_its_queues_members_and_of_who_holds_a_role_there() {
    let mut company = Company::new();
    let works =
        |company: &Company, agent: AgentId| company.situation.board.works_in(WORKSHOP, agent);
    for (agent, expected) in [
        (MARIE, true),
        (INES, true),
        (DORA, true),
        (LUC, false),
        (OLGA, false),
        (GONE, false),
    ] {
        assert_eq!(works(&company, agent), expected, "{agent}");
    }
    let queue = company.situation.board.queues.get_mut(&REPAIRS);
    queue.expect("the queue").members.push(GONE);
    assert!(!works(&company, GONE), "a deactivated agent works nowhere");
}

#[test]
fn what_a_template_says_is_looked_at() {
    let good = content(None, "Bonjour");
    let text = |language: &str, text: &str| TemplateContent {
        texts: BTreeMap::from([(language.into(), text.into())]),
        ..good.clone()
    };
    let titled = |title: String| TemplateContent {
        title,
        ..good.clone()
    };
    let of_category = |category: String| TemplateContent {
        category,
        ..good.clone()
    };
    let mute = TemplateContent {
        texts: BTreeMap::new(),
        ..good.clone()
    };
    let babel = TemplateContent {
        texts: ('a'..='u').map(|c| (format!("a{c}"), "x".into())).collect(),
        ..good.clone()
    };
    for (bad, refusal) in [
        (titled(" ".into()), Refusal::TextEmpty),
        (titled("x".repeat(81)), Refusal::TextTooLong { limit: 80 }),
        (of_category("\u{202e}".into()), Refusal::TextEmpty),
        (
            of_category("x".repeat(41)),
            Refusal::TextTooLong { limit: 40 },
        ),
        (mute, Refusal::TextEmpty),
        (babel, Refusal::TooManyOf { limit: 20 }),
        (text("fr", " \n "), Refusal::TextEmpty),
        (
            text("fr", &"x".repeat(4_097)),
            Refusal::TextTooLong { limit: 4_096 },
        ),
        (text("fr", "{{contact.age}}"), Refusal::UnknownVariable),
        (text("fr", "{{Date|x}}"), Refusal::UnknownVariable),
        (text("", "x"), Refusal::BadLanguage),
        (text("FR", "x"), Refusal::BadLanguage),
        (text("fr-fr", "x"), Refusal::BadLanguage),
        (text("français", "x"), Refusal::BadLanguage),
        (content(Some(ELSEWHERE), "x"), Refusal::NotFound),
    ] {
        let mut company = company();
        assert_eq!(company.agent(OLGA, put(20, &bad)), Err(refusal), "{bad:?}");
        let among_good = list(&[(20, content(None, "bon")), (21, bad)]);
        assert_eq!(company.agent(OLGA, among_good), Err(refusal));
        assert_eq!(titles(&company, None), ["neuf"], "nothing of it was kept");
    }
    for language in ["fr", "gsw", "pt-BR"] {
        let put = put(20, &text(language, "Olá {{contact.name|!}} {brace}"));
        assert!(company().agent(OLGA, put).is_ok(), "{language}");
    }
    let mut company = company();
    let odd = titled(" Bon\u{7}jour\u{202e} ".into());
    company.agent(OLGA, put(20, &odd)).expect("is cleaned");
    assert_eq!(titles(&company, None), ["neuf", "Bonjour"]);
}

#[test]
fn a_title_is_there_once_in_its_department_and_category() {
    let mut company = company();
    let again = put(20, &content(Some(WORKSHOP), "UN"));
    assert_eq!(company.agent(OLGA, again), Err(Refusal::AlreadyInUse));
    let twice = list(&[(20, content(None, "a")), (21, content(None, "A"))]);
    assert_eq!(company.agent(OLGA, twice), Err(Refusal::AlreadyInUse));
    let same_id = list(&[(20, content(None, "a")), (20, content(None, "b"))]);
    assert_eq!(company.agent(OLGA, same_id), Err(Refusal::AlreadyInUse));
    let elsewhere = put(20, &content(None, "un"));
    assert!(company.agent(OLGA, elsewhere).is_ok());
    let itself = put(1, &content(Some(WORKSHOP), "Un"));
    assert!(
        company.agent(OLGA, itself).is_ok(),
        "another case is a change"
    );
    // A list may give a name on that it takes from another.
    let handed_on = list(&[
        (1, content(Some(WORKSHOP), "premier")),
        (2, content(Some(WORKSHOP), "un")),
    ]);
    assert!(company.agent(OLGA, handed_on).is_ok());
    assert_eq!(titles(&company, Some(WORKSHOP)), ["premier", "un", "trois"]);
}

#[test]
fn the_same_again_changes_nothing() {
    let mut company = company();
    let same = put(1, &content(Some(WORKSHOP), "un"));
    assert_eq!(company.agent(OLGA, same), Ok(vec![]));
    assert_eq!(company.agent(OLGA, move_behind(2, Some(1))), Ok(vec![]));
    assert_eq!(company.agent(OLGA, move_behind(1, None)), Ok(vec![]));
    assert_eq!(company.agent(OLGA, list(&[])), Ok(vec![]));
}

#[test]
fn a_template_is_moved_among_those_of_its_department_and_category() {
    let mut company = company();
    let mut moved = |number, after| {
        let events = company.agent(DORA, move_behind(number, after));
        assert!(events.is_ok(), "{events:?}");
        titles(&company, Some(WORKSHOP)).join(" ")
    };
    assert_eq!(moved(3, None), "trois un deux");
    assert_eq!(moved(3, Some(1)), "un trois deux");
    assert_eq!(moved(1, Some(2)), "trois deux un");
    for refused in [
        move_behind(1, Some(9)),
        move_behind(1, Some(1)),
        move_behind(99, None),
    ] {
        assert_eq!(company.agent(OLGA, refused), Err(Refusal::NotFound));
    }
}

#[test]
fn a_shelf_is_numbered_anew_when_nothing_fits_in_between() {
    let mut company = company();
    let mut all_moved = 0;
    for turn in 0..100 {
        let (moved, order) = match turn % 2 {
            0 => (3, "un trois deux"),
            _ => (2, "un deux trois"),
        };
        let events = company.agent(DORA, move_behind(moved, Some(1)));
        all_moved += usize::from(events.expect("moved").len() > 1);
        assert_eq!(titles(&company, Some(WORKSHOP)).join(" "), order);
    }
    assert!((2..10).contains(&all_moved), "{all_moved}");
}

#[test]
fn a_company_keeps_so_many_templates() {
    let mut company = company();
    company.situation.template_count = 19_999;
    let two = list(&[(20, content(None, "a")), (21, content(None, "b"))]);
    let full = Err(Refusal::TooManyOf { limit: 20_000 });
    assert_eq!(company.agent(OLGA, two), full);
    let last = put(20, &content(None, "a"));
    assert!(company.agent(OLGA, last).is_ok());
    assert_eq!(company.agent(OLGA, put(21, &content(None, "b"))), full);
    let changed = put(20, &content(None, "a'"));
    assert!(company.agent(OLGA, changed).is_ok(), "a change adds none");
    company
        .agent(OLGA, Command::DeleteTemplate { template: id(20) })
        .expect("deleted");
    assert!(company.agent(OLGA, put(21, &content(None, "b"))).is_ok());
}

#[derive(Clone, Debug)]
enum Step {
    Put(u128, u8, bool),
    Move(u128, Option<u128>),
    Delete(u128),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let number = 0..6_u128;
    let step = prop_oneof![
        2 => (number.clone(), 0..8_u8, any::<bool>()).prop_map(|(n, title, here)| Step::Put(n, title, here)),
        4 => (number.clone(), prop::option::of(number.clone())).prop_map(|(n, after)| Step::Move(n, after)),
        1 => number.prop_map(Step::Delete),
    ];
    prop::collection::vec(step, 0..120)
}

proptest! {
    /// However often templates are moved to and fro, a shelf has one order, and it is the one that was asked for.
    #[test]
    fn a_shelf_has_one_order(steps in steps()) {
        let mut company = Company::new();
        for step in steps {
            let before: BTreeMap<bool, Vec<String>> = [true, false]
                .map(|here| (here, owned_titles(&company, here)))
                .into();
            match step {
                Step::Put(number, title, here) => {
                    let place = here.then_some(WORKSHOP);
                    let _ = company.hub(put(number, &content(place, &title.to_string())));
                }
                Step::Move(number, after) => {
                    let moved = company.hub(move_behind(number, after));
                    if moved.is_ok() {
                        let template = &company.situation.templates[&id(number)].content;
                        let here = template.department.is_some();
                        let mut expected = before[&here].clone();
                        expected.retain(|title| *title != template.title);
                        let place = after.map_or(0, |after| {
                            let after = &company.situation.templates[&id(after)].content.title;
                            1 + expected.iter().position(|t| t == after).expect("is there")
                        });
                        expected.insert(place, template.title.clone());
                        prop_assert_eq!(owned_titles(&company, here), expected);
                    }
                }
                Step::Delete(number) => {
                    let _ = company.hub(Command::DeleteTemplate { template: id(number) });
                }
            }
            let templates = &company.situation.templates;
            let places: BTreeSet<_> = templates
                .values()
                .map(|t| (t.content.department, t.position))
                .collect();
            prop_assert_eq!(places.len(), templates.len(), "no two in one place");
            prop_assert_eq!(company.situation.template_count as usize, templates.len());
        }
    }
}

fn owned_titles(company: &Company, here: bool) -> Vec<String> {
    let found = titles(company, here.then_some(WORKSHOP));
    found.into_iter().map(str::to_owned).collect()
}
