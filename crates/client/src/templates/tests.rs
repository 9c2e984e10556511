//! Templates as the screen uses them: found, read from files, compared, written.

use std::collections::BTreeMap;

use guichet_domain::{
    Agent, Department, DepartmentId, Grant, Role, Template, TemplateContent, TemplateId,
};
use serde_json::json;

use super::import::{Planned, plan};
use super::library::{Library, Reader};
use super::manage::{after, entries, managed};
use super::search::{Query, search};
use super::table::{self, Entry};
use crate::error::CallError;
use crate::testing::{id, me};
use crate::view::TableFormat;
use guichet_domain::fold;

fn workshop() -> DepartmentId {
    id(7)
}

/// A system owner, who works in the workshop, or an agent of no department.
fn reader(owner: bool) -> Reader {
    let grant = |role, department| Grant { role, department };
    let agent = Agent {
        id: me(),
        name: "Marie".into(),
        email: "marie@guichet.test".into(),
        extension: None,
        active: true,
        connected: true,
        status: guichet_domain::Status::default(),
        away_since: None,
        photo: None,
        logged_out_of: std::collections::BTreeSet::new(),
        grants: if owner {
            vec![
                grant(Role::SystemOwner, None),
                grant(Role::Agent, Some(workshop())),
            ]
        } else {
            Vec::new()
        },
    };
    let department = Department {
        id: workshop(),
        name: "Atelier d’Été".into(),
        hours: None,
    };
    Reader::of(me(), Some(agent), Vec::new(), vec![department])
}

fn template(number: u128, category: &str, title: &str, texts: &[(&str, &str)]) -> Template {
    Template {
        id: id(number),
        content: TemplateContent {
            department: None,
            category: category.into(),
            title: title.into(),
            texts: texts
                .iter()
                .map(|(tag, text)| ((*tag).into(), (*text).into()))
                .collect(),
        },
        position: i64::try_from(number).expect("small"),
    }
}

fn library() -> Library {
    let mut of_workshop = template(4, "Accueil", "Panne", &[("fr", "Quelle machine ?")]);
    of_workshop.content.department = Some(workshop());
    Library::of(vec![
        template(
            1,
            "Accueil",
            "Bonjour",
            &[("fr", "Bonjour !"), ("en", "Hello!")],
        ),
        template(
            2,
            "Livraison",
            "Délai",
            &[("fr", "Sous deux jours, à l’œil."), ("de", "Zwei Tage")],
        ),
        template(
            3,
            "Livraison",
            "Retard de livraison",
            &[("en", "We are late: bonjour tristesse")],
        ),
        of_workshop,
    ])
}

fn titles(owner: bool, query: Query) -> Vec<String> {
    let limit = query.limit.max(10);
    let query = Query {
        preferred: "fr".into(),
        limit,
        ..query
    };
    let found = search(&library(), &reader(owner), &query);
    found.rows.into_iter().map(|row| row.title).collect()
}

fn searched(text: &str) -> Query {
    Query {
        search: text.into(),
        ..Query::default()
    }
}

#[test]
fn a_search_knows_neither_accents_nor_case() {
    assert_eq!(
        fold("Œuvre d’ÉTÉ, straße, ﬁn"),
        "oeuvre d'ete, strasse, fin"
    );
    for (text, expected) in [
        ("", vec!["Panne", "Bonjour", "Délai", "Retard de livraison"]),
        ("delai", vec!["Délai"]),
        ("OEIL jours", vec!["Délai"]),
        // Titles that begin so, titles, then texts.
        ("bonjour", vec!["Bonjour", "Retard de livraison"]),
        ("livraison", vec!["Retard de livraison", "Délai"]),
        ("retard zzz", vec![]),
        // Only what would be inserted is searched.
        ("hello", vec![]),
    ] {
        assert_eq!(titles(true, searched(text)), expected, "{text}");
    }
}

#[test]
fn tabs_and_languages_narrow_what_is_found() {
    let of = |category: Option<&str>, language: Option<&str>| Query {
        category: category.map(Into::into),
        language: language.map(Into::into),
        ..Query::default()
    };
    assert_eq!(
        titles(true, of(Some("Livraison"), None)),
        ["Délai", "Retard de livraison"]
    );
    assert_eq!(
        titles(true, of(None, Some("en"))),
        ["Bonjour", "Retard de livraison"]
    );
    assert_eq!(titles(true, of(Some("Livraison"), Some("de"))), ["Délai"]);
    assert_eq!(
        titles(true, of(Some("livraison"), None)),
        Vec::<String>::new()
    );
    let query = Query {
        preferred: "fr".into(),
        limit: 1,
        ..Query::default()
    };
    let found = search(&library(), &reader(true), &query);
    assert_eq!((found.rows.len(), found.total), (1, 4));
    assert_eq!(found.categories, ["Accueil", "Livraison"]);
    assert_eq!(found.languages, ["de", "en", "fr"]);
    assert_eq!(found.rows[0].department.as_deref(), Some("Atelier d’Été"));
}

#[test]
fn a_departments_templates_are_offered_to_those_who_work_there() {
    assert_eq!(
        titles(false, searched("")),
        ["Bonjour", "Délai", "Retard de livraison"]
    );
    let found = search(&library(), &reader(false), &Query::default());
    assert!(!found.manages);
    assert_eq!(managed(&library(), &reader(false), "", 10).total, 0);
}

#[test]
fn who_writes_templates_finds_them_by_any_text() {
    let found = managed(&library(), &reader(true), "HELLO", 10);
    assert_eq!((found.rows.len(), found.total), (1, 1));
    let all = managed(&library(), &reader(true), "", 2);
    assert_eq!((all.rows.len(), all.total, all.places.len()), (2, 4, 2));
}

#[test]
fn a_neighbour_says_where_a_template_goes() {
    let library = library();
    let after = |moved, beside, behind| after(&library, id(moved), id(beside), behind);
    assert_eq!(after(2, 3, true), Some(id(3)));
    assert_eq!(after(3, 2, false), None);
    assert_eq!(after(1, 3, false), Some(id(2)));
    assert_eq!(after(2, 3, false), None, "itself is no neighbour");
}

fn planned(text: &str) -> Result<Planned, CallError> {
    let mut next = 100;
    let next_id = std::cell::RefCell::new(&mut next);
    Ok(plan(table::read(text)?, &library(), &reader(true), || {
        **next_id.borrow_mut() += 1;
        id(**next_id.borrow())
    }))
}

/// New, changed, unchanged, and the bad lines with their codes.
fn outcome(text: &str) -> (usize, usize, u32, Vec<(u64, String)>) {
    let Planned { plan, list } = planned(text).expect("is read");
    assert_eq!(list.len(), plan.fresh.len() + plan.changed.len());
    let bad = plan.bad.into_iter().map(|bad| (bad.line, bad.code));
    (
        plan.fresh.len(),
        plan.changed.len(),
        plan.unchanged,
        bad.collect(),
    )
}

const HEADINGS: &str = "department,category,title,language,text\n";

#[test]
fn a_dry_run_says_what_is_new_changed_and_the_same() {
    let table = format!(
        "{HEADINGS},Accueil,Bonjour,fr,Bonjour !\n,Accueil,BONJOUR,it,Ciao\n,Accueil,Adieu,fr,Adieu\natelier d'ete,Accueil,Panne,fr,Quoi ?\n"
    );
    // `BONJOUR` is another line of the file, and the same template.
    let (fresh, changed, unchanged, bad) = outcome(&table);
    assert_eq!((fresh, changed, unchanged), (1, 1, 1));
    assert_eq!(bad, [(3, "import-again".to_owned())]);

    let other_language = format!("{HEADINGS},Accueil,Bonjour,it,Ciao\n");
    let list = planned(&other_language).expect("is read").list;
    assert_eq!(list[0].id, id::<TemplateId>(1));
    let languages: Vec<&String> = list[0].content.texts.keys().collect();
    assert_eq!(
        languages,
        ["en", "fr", "it"],
        "languages that a file lacks stay"
    );
}

#[test]
fn every_bad_line_is_named_with_its_reason() {
    let long = "x".repeat(4_097);
    let table = format!(
        "{HEADINGS},,T,fr,x\n,C,,fr,x\n,C,a,fr,\n,C,b,FR,x\n,C,c,fr,{{{{nom}}}}\nNulle part,C,d,fr,x\n,C,e\n,C,f,fr,x\n,C,f,fr,y\n,C,g,fr,{long}\n"
    );
    let expected = [
        (2, "template-category-empty"),
        (3, "template-title-empty"),
        (4, "template-text-empty"),
        (5, "bad-language"),
        (6, "unknown-variable"),
        (7, "import-department"),
        (8, "import-columns"),
        (10, "import-twice"),
        (11, "template-text-too-long"),
    ];
    for table in [table.clone(), table.replace('\n', "\r\n")] {
        let (fresh, _, _, bad) = outcome(&table);
        assert_eq!(fresh, 1, "the first text of `f` alone is good");
        assert_eq!(bad, expected.map(|(line, code)| (line, code.to_owned())));
    }
}

#[test]
fn what_is_no_table_and_no_list_is_refused_as_a_whole() {
    for (text, code) in [
        ("", "import-empty"),
        ("\u{feff} \n", "import-empty"),
        ("category,title\n", "import-no-column"),
        ("PK\u{3}\u{4}", "import-no-column"),
        ("[", "import-unreadable"),
        ("{\"texts\": {}}", "import-unreadable"),
        ("[1,]", "import-unreadable"),
    ] {
        let error = planned(text).expect_err(text);
        assert_eq!(error.code, code, "{text}");
    }
    let list = json!([1, { "category": "C" }, { "category": "C", "title": "t", "texts": { "fr": "x" }, "more": 1 },
        { "category": "C", "title": "t", "texts": { "fr": "x" } }]);
    let bad = |line| (line, "import-entry".to_owned());
    assert_eq!(
        outcome(&list.to_string()),
        (1, 0, 0, vec![bad(1), bad(2), bad(3)])
    );
    assert_eq!(outcome("[]"), (0, 0, 0, vec![]));
    assert_eq!(outcome(HEADINGS), (0, 0, 0, vec![]));
}

#[test]
fn tables_come_as_spreadsheets_write_them() {
    let french = "\u{feff}Text;Title;Language;Category;Department\r\n\"Oui ; et\n\"\"non\"\"\";Réponse;fr;Accueil;\r\n";
    let list = planned(french).expect("is read").list;
    assert_eq!(list[0].content.texts["fr"], "Oui ; et\n\"non\"");
    let tabs = "department\tcategory\ttitle\tlanguage\ttext\n\tAccueil\tx\tfr\t'=1+1\n";
    let list = planned(tabs).expect("is read").list;
    assert_eq!(list[0].content.texts["fr"], "=1+1");
}

#[test]
fn what_is_written_is_read_back_as_the_same() {
    let odd = Entry {
        department: Some("Atelier d’Été".into()),
        category: "=Catégorie".into(),
        title: "'=titre, \"x\"".into(),
        texts: BTreeMap::from([
            ("fr".into(), "+1\n  deux; trois \t'".into()),
            ("en".into(), "'-x {{date|today}}".into()),
        ]),
    };
    let mut all = entries(&library(), &reader(true));
    assert_eq!(all.len(), 4);
    all.push(odd);
    for format in [TableFormat::Csv, TableFormat::Json] {
        let text = table::write(&all, format).expect("writes");
        let read = table::read(&text).expect("reads");
        assert!(read.bad.is_empty());
        let same = |entry: Entry| Entry {
            department: entry.department.filter(|name| !name.is_empty()),
            ..entry
        };
        let found: Vec<Entry> = read.entries.into_iter().map(|(_, e)| same(e)).collect();
        assert_eq!(found, all, "{format:?}");
        let again = outcome(&text);
        assert_eq!((again.0, again.1, again.2), (1, 0, 4), "{format:?}");
    }
    let table = table::write(&all, TableFormat::Csv).expect("writes");
    let formula = |cell: &str| cell.starts_with(['=', '+', '-', '@']);
    assert!(!table.split([',', '\n', '"']).any(formula), "{table}");
}

#[test]
fn ten_thousand_lines_are_compared_with_a_bad_one_among_them() {
    let line = |number: u32| {
        let language = if number == 6_000 { "?" } else { "fr" };
        format!(",Liste,n° {number},{language},texte {number}\n")
    };
    let table: String = [HEADINGS.to_owned()]
        .into_iter()
        .chain((0..10_000).map(line))
        .collect();
    let (fresh, changed, unchanged, bad) = outcome(&table);
    assert_eq!((fresh, changed, unchanged), (9_999, 0, 0));
    assert_eq!(bad, [(6_002, "bad-language".to_owned())]);
}

#[test]
fn whoever_may_write_nothing_imports_nothing() {
    let read = table::read(&format!("{HEADINGS},C,t,fr,x\n")).expect("is read");
    let planned = plan(read, &library(), &reader(false), || id(1));
    assert_eq!(planned.plan.bad[0].code, "not-allowed");
    assert!(planned.list.is_empty());
}

#[test]
fn the_screen_knows_the_same_variables() {
    let screen = include_str!("../../../../ui/lib/fields.js");
    let names = guichet_domain::Variable::ALL.map(|variable| format!("\"{}\"", variable.name()));
    let list = format!("VARIABLES = [{}];", names.join(", "));
    assert!(screen.contains(&list), "{list}");
}
