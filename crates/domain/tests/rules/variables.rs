//! What is a field of a template, and what is text.

use guichet_domain::Variable;
use guichet_domain::variables::{fields, fill, unfilled};
use proptest::prelude::*;

/// The fields of a text, as name and fallback.
fn found(text: &str) -> Vec<(&str, Option<&str>)> {
    fields(text).map(|f| (f.name, f.fallback)).collect()
}

#[test]
fn a_field_is_two_braces_a_name_and_perhaps_a_fallback() {
    for (text, expected) in [
        ("", vec![]),
        ("Bonjour", vec![]),
        ("{{date}}", vec![("date", None)]),
        ("{{ date }}", vec![("date", None)]),
        (
            "Bonjour {{contact.first_name|client}}, ici {{agent.name}}.",
            vec![("contact.first_name", Some("client")), ("agent.name", None)],
        ),
        (
            "{{contact.name| cher client }}",
            vec![("contact.name", Some("cher client"))],
        ),
        (
            "{{contact.name|à | ou b}}",
            vec![("contact.name", Some("à | ou b"))],
        ),
        ("{{contact.name|}}", vec![("contact.name", None)]),
        ("{{a}}{{b}}", vec![("a", None), ("b", None)]),
        // A name that nobody knows is a field all the same: who writes a template is told.
        ("{{prénom}}", vec![("prénom", None)]),
        ("{{{date}}}", vec![("date", None)]),
        ("{{x {{date}}", vec![("date", None)]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn malformed_braces_are_text() {
    for text in [
        "{date}",
        "{{date}",
        "{date}}",
        "{{date",
        "date}}",
        "{{}}",
        "{{ }}",
        "{{|client}}",
        "{{da te}}",
        "{{date\n}}",
        "{{ {date} }}",
        "{{date}\u{200b}}",
        "}}{{",
        "{{{{",
    ] {
        assert_eq!(found(text), vec![], "{text}");
        let (filled, open) = fill(text, |_| Some("!".into()));
        assert_eq!((filled.as_str(), open), (text, vec![]));
    }
}

#[test]
fn a_field_is_filled_by_its_value_else_by_its_fallback_else_it_stays_to_be_filled() {
    let value = |variable| match variable {
        Variable::AgentName => Some("Marie".into()),
        Variable::QueueName => Some("  ".into()),
        _ => None,
    };
    let text =
        "{{contact.first_name|client}} {{agent.name}} {{queue.name|accueil}} é{{date}} {{x}}";
    let (filled, open) = fill(text, value);
    assert_eq!(filled, "client Marie accueil é{{date}} {{x}}");
    let places: Vec<&str> = open.into_iter().map(|place| &filled[place]).collect();
    assert_eq!(places, ["{{date}}"]);
    let left: Vec<&str> = unfilled(&filled).map(|field| field.name).collect();
    assert_eq!(
        left,
        ["date"],
        "a name that nobody knows keeps nothing back"
    );
}

#[test]
fn every_variable_has_a_name() {
    for variable in Variable::ALL {
        assert_eq!(Variable::named(variable.name()), Some(variable));
    }
    assert_eq!(Variable::named("Date"), None);
}

/// Texts in which braces, bars and names are likely.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("{{".to_owned()),
        Just("}}".to_owned()),
        Just("|".to_owned()),
        Just("date".to_owned()),
        Just("contact.name".to_owned()),
        Just("{{agent.name}}".to_owned()),
        "[ a-zé\n]{0,3}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn fields_lie_in_order_within_the_text_and_are_fields_by_themselves(text in texts()) {
        let mut end = 0;
        for field in fields(&text) {
            prop_assert!(end <= field.place.start);
            end = field.place.end;
            let alone = &text[field.place.clone()];
            prop_assert!(alone.starts_with("{{") && alone.ends_with("}}"));
            let itself: Vec<_> = fields(alone).map(|f| (f.name, f.fallback)).collect();
            prop_assert_eq!(itself, vec![(field.name, field.fallback)]);
        }
        prop_assert!(end <= text.len());
    }

    #[test]
    fn what_is_no_field_stays_as_it_is(text in texts()) {
        let (same, open) = fill(&text, |_| None);
        let without: Vec<_> = fields(&text).filter(|f| f.fallback.is_none()).collect();
        if without.len() == fields(&text).count() {
            prop_assert_eq!(&same, &text);
        }
        for place in open {
            prop_assert_eq!(fields(&same[place]).count(), 1);
        }
        let (filled, open) = fill(&text, |_| Some("x".into()));
        prop_assert!(open.is_empty());
        prop_assert!(filled.chars().count() <= text.chars().count());
    }
}
