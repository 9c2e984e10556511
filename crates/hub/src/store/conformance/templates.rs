//! Templates: loaded by what a command names, held by every active agent, counted beside their rows.

use std::collections::{BTreeMap, BTreeSet};

use guichet_domain::{Agent, Audience, DepartmentId, Template, TemplateContent, TemplateId};
use guichet_protocol::{Entity, EntityKind, Key, TemplateUses};
use uuid::Uuid;

use super::company::{AGENT, OTHER, agent, commit};
use super::sqlite;
use crate::store::{Diff, LogRow, Store, Subject, Wanted};

const DEPARTMENT: DepartmentId = DepartmentId(Uuid::from_u128(7));

fn id(number: u128) -> TemplateId {
    TemplateId(Uuid::from_u128(number))
}

fn template(number: u128, department: Option<DepartmentId>) -> Template {
    Template {
        id: id(number),
        content: TemplateContent {
            department,
            category: "Accueil".into(),
            title: number.to_string(),
            texts: BTreeMap::from([("fr".into(), "l'été {{date}} \"x\"".into())]),
        },
        position: i64::MIN,
    }
}

/// One of the company, two of a department.
async fn three(store: &dyn Store) {
    let templates = [
        template(20, None),
        template(21, Some(DEPARTMENT)),
        template(22, Some(DEPARTMENT)),
    ];
    let mut puts = vec![agent(AGENT)];
    puts.extend(templates.map(Entity::Template));
    commit(store, 7, puts, vec![]).await;
}

#[tokio::test]
async fn the_templates_that_a_group_names_are_loaded_under_the_lock() {
    let (_folder, store) = sqlite().await;
    three(&store).await;
    let named = |number| BTreeSet::from([id(number)]);
    for (wanted, expected, count) in [
        (Wanted::default(), vec![], 0),
        (
            Wanted {
                templates: named(21),
                ..Wanted::default()
            },
            vec![21],
            3,
        ),
        (
            Wanted {
                templates: named(99),
                shelves: BTreeSet::from([None]),
                ..Wanted::default()
            },
            vec![20],
            3,
        ),
        (
            Wanted {
                templates: named(20),
                shelves: BTreeSet::from([Some(DEPARTMENT)]),
                ..Wanted::default()
            },
            vec![20, 21, 22],
            3,
        ),
        (
            Wanted {
                around: named(22),
                ..Wanted::default()
            },
            vec![21, 22],
            3,
        ),
    ] {
        let mut seen = None;
        let mut keep = |loaded| {
            seen = Some(loaded);
            Diff::default()
        };
        store.commit_group(&wanted, &mut keep).await.expect("loads");
        let loaded = seen.expect("decided");
        let mut found = loaded.templates;
        found.sort_by_key(|template| template.id);
        let department = |number| (number > 20).then_some(DEPARTMENT);
        let expected: Vec<Template> = expected
            .into_iter()
            .map(|number| template(number, department(number)))
            .collect();
        assert_eq!(found, expected);
        assert_eq!(loaded.template_count, count);
    }
}

#[tokio::test]
async fn every_active_agent_holds_every_template() {
    let (_folder, store) = sqlite().await;
    three(&store).await;
    let Entity::Agent(other) = agent(OTHER) else {
        panic!("an agent")
    };
    let gone = Agent {
        active: false,
        ..other
    };
    commit(&store, 8, vec![Entity::Agent(gone)], vec![]).await;
    for (agent, count) in [(AGENT, 3), (OTHER, 0)] {
        let listed = store.manifest(agent, EntityKind::Template, "", 10).await;
        assert_eq!(listed.expect("lists").len(), count);
        let keys = [20, 21, 99].map(|number| Key::new(EntityKind::Template, id(number)));
        let held = store.held(agent, &keys).await.expect("reads");
        assert_eq!(held.len(), count.min(2));
    }
}

#[tokio::test]
async fn uses_are_counted_without_a_change() {
    let (_folder, store) = sqlite().await;
    three(&store).await;
    let head = store.head().await.expect("head");
    for uses in [[(20, 1), (21, 2)], [(20, 3), (22, 1)]] {
        let used = |loaded: crate::store::Loaded| Diff {
            change: loaded.change,
            contact_count: loaded.contact_count,
            uses: uses.map(|(number, uses)| (id(number), uses)).into(),
            ..Diff::default()
        };
        let done = store.commit_group(&Wanted::default(), &mut { used }).await;
        done.expect("counts");
    }
    assert_eq!(store.head().await.expect("head"), head);
    assert_eq!(counted(&store).await, [(20, 4), (21, 2), (22, 1)]);
}

#[tokio::test]
async fn a_deleted_template_leaves_no_row_and_no_count() {
    let (_folder, store) = sqlite().await;
    three(&store).await;
    let delete = |loaded: crate::store::Loaded| Diff {
        change: loaded.change + 1,
        contact_count: loaded.contact_count,
        uses: BTreeMap::from([(id(20), 1), (id(21), 1)]),
        deleted_templates: vec![id(20)],
        log: vec![LogRow {
            change: loaded.change + 1,
            subject: Subject::Entity(Key::new(EntityKind::Template, id(20))),
            before: Audience::Everyone,
        }],
        ..Diff::default()
    };
    let done = store
        .commit_group(&Wanted::default(), &mut { delete })
        .await;
    done.expect("commits");
    let listed = store.manifest(AGENT, EntityKind::Template, "", 10).await;
    assert_eq!(listed.expect("lists").len(), 2);
    assert_eq!(counted(&store).await, [(21, 1)]);
}

async fn counted(store: &dyn Store) -> Vec<(u128, u64)> {
    let uses = store.template_uses().await.expect("reads");
    let pair = |TemplateUses { template, uses }| (template.0.as_u128(), uses);
    uses.into_iter().map(pair).collect()
}
