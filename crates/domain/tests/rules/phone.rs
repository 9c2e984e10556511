//! Phone numbers as they are kept.

use guichet_domain::phone::e164;
use proptest::prelude::*;

#[test]
fn a_number_is_kept_as_every_telephone_dials_it() {
    for (text, country, expected) in [
        ("06 12 34 56 78", "FR", Some("+33612345678")),
        ("06.12.34.56.78", "FR", Some("+33612345678")),
        ("+33 (0)6 12 34 56 78", "DE", Some("+33612345678")),
        ("0033612345678", "FR", Some("+33612345678")),
        ("030 123456", "DE", Some("+4930123456")),
        ("+44 20 7946 0018", "FR", Some("+442079460018")),
        ("tel:+33-6-12-34-56-78", "FR", Some("+33612345678")),
        // Nobody has these.
        ("12", "FR", None),
        ("06 12 34", "FR", None),
        ("+999 123 456 789", "FR", None),
        ("99 99 99 99 99 99 99 99", "FR", None),
        // No numbers.
        ("", "FR", None),
        ("Anna", "FR", None),
        ("+", "FR", None),
        // Without a country, only what says its own.
        ("06 12 34 56 78", "", None),
        ("+33612345678", "", Some("+33612345678")),
    ] {
        assert_eq!(
            e164(text, country).as_deref(),
            expected,
            "{text} in {country}"
        );
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_a_number_or_none(text in "[-+()0-9 .;=a-z:]{0,40}|\\PC{0,40}") {
        if let Some(number) = e164(&text, "FR") {
            prop_assert!(number.starts_with('+'));
            prop_assert!(number[1..].bytes().all(|digit| digit.is_ascii_digit()), "{}", number);
            prop_assert_eq!(e164(&number, "DE"), Some(number));
        }
    }
}
