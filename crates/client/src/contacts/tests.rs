//! Files of contacts: read whole, or said line by line why not.

use guichet_domain::{ContactDetails, ContactId};
use guichet_protocol::PlannedContact;
use proptest::prelude::*;
use uuid::Uuid;

use super::import::{Checked, check};
use super::{read, write};
use crate::view::BookFormat;

fn contact(name: &str, email: &str, phone: &str, also: &[&str]) -> ContactDetails {
    ContactDetails {
        name: super::some(name),
        email: super::some(email),
        phone: super::some(phone),
        also: also.iter().map(|&point| point.to_owned()).collect(),
    }
}

/// The contacts with their lines, and the bad lines with their codes.
type Seen = (Vec<(u64, ContactDetails)>, Vec<(u64, String)>);

fn seen(text: &str) -> Seen {
    let read = read(text).expect("a file");
    let bad = read.bad.into_iter().map(|bad| (bad.line, bad.code));
    (read.contacts, bad.collect())
}

fn checked(text: &str) -> Checked {
    let id = ContactId(Uuid::from_u128(1));
    check(read(text).expect("a file"), "FR", || id).expect("not too many")
}

#[test]
fn a_table_is_read_in_any_order_and_with_any_separator() {
    for text in [
        "name,email,phone,also\nAnna,a@example.org,'+33612345678,b@example.org|'+331\n",
        "\u{feff}Phone;Name;Also;Email\n+33612345678;Anna;b@example.org|+331;a@example.org\n",
        "email\tname\talso\tphone\r\na@example.org\t Anna\tb@example.org | +331\t+33612345678\r\n",
    ] {
        let anna = contact(
            "Anna",
            "a@example.org",
            "+33612345678",
            &["b@example.org", "+331"],
        );
        assert_eq!(seen(text), (vec![(2, anna)], vec![]), "{text}");
    }
    assert_eq!(seen("name\nAnna\n").0, [(2, contact("Anna", "", "", &[]))]);
}

#[test]
fn what_is_no_table_is_said() {
    for (text, code) in [
        ("", "import-empty"),
        ("\u{feff} \n", "import-empty"),
        ("email,phone\na@example.org,1\n", "import-no-column"),
        ("{\"name\": 1}", "import-no-column"),
        ("é", "import-no-column"),
    ] {
        assert_eq!(read(text).expect_err("no table").code, code, "{text}");
    }
    let (good, bad) = seen("name,email\nAnna,a@example.org\nBen\nCarl,c@example.org,x\nDora,\n");
    assert_eq!(good.len(), 2);
    let code = "import-columns".to_owned();
    assert_eq!(bad, [(3, code.clone()), (4, code)]);
}

#[test]
fn cards_are_read_as_other_address_books_write_them() {
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\\, Berger\r\nN:Berger;Anna;;;\r\nitem1.EMAIL;type=INTERNET:a@exam\r\n ple.org\r\n\
        TEL;TYPE=cell:06 12 34 56 78\r\nTEL;VALUE=uri:tel:+33-1-23-45-67-89\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB\r\nEND:VCARD\r\n\
        begin:vcard\nN:Durand;Ben\\;jamin;;;\nend:vcard\n";
    let anna = contact(
        "Anna, Berger",
        "a@example.org",
        "06 12 34 56 78",
        &["+33-1-23-45-67-89"],
    );
    let ben = contact("Ben;jamin Durand", "", "", &[]);
    assert_eq!(seen(text), (vec![(1, anna), (12, ben)], vec![]));
}

#[test]
fn a_card_that_is_not_whole_is_a_bad_line_and_the_others_are_read() {
    let good = "BEGIN:VCARD\nFN:Anna\nEND:VCARD\n";
    for (text, line) in [
        ("BEGIN:VCARD\nFN:Ben\n", 4),
        ("BEGIN:VCARD\nFN:Ben\nBEGIN:VCARD\nFN:Carl\nEND:VCARD\n", 4),
        ("END:VCARD\n", 4),
        ("FN:Ben\n", 4),
        ("BEGIN:VCARD\nFN:Ben\nnonsense\nEND:VCARD\n", 6),
        (
            "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:B=C3=A9n\nEND:VCARD\n",
            5,
        ),
    ] {
        let (contacts, bad) = seen(&format!("{good}{text}"));
        assert_eq!(contacts[0], (1, contact("Anna", "", "", &[])));
        assert_eq!(bad, [(line, "import-card".to_owned())], "{text}");
    }
}

#[test]
fn every_bad_line_is_named_with_its_reason() {
    let text = "name,email,phone\nAnna,a@example.org,0612345678\n,b@example.org,\nCarl,carl,\nDora,,12\nAnna II,A@example.org,\nEve,,\n";
    let mut checked = checked(text);
    assert_eq!(checked.list.len(), 3);
    assert_eq!(
        checked.list[0].details.phone.as_deref(),
        Some("+33612345678")
    );
    let plan = checked.plan(&[
        PlannedContact::Fresh,
        PlannedContact::Again(0),
        PlannedContact::Changed,
    ]);
    let bad: Vec<_> = plan
        .bad
        .iter()
        .map(|bad| (bad.line, bad.code.as_str()))
        .collect();
    assert_eq!(
        bad,
        [
            (3, "name-empty"),
            (4, "invalid"),
            (5, "invalid"),
            (6, "import-contact-again")
        ]
    );
    assert_eq!(plan.bad[3].params["line"], 2);
    assert_eq!(
        (plan.fresh, plan.changed),
        (vec!["Anna".to_owned()], vec!["Eve".to_owned()])
    );
}

#[test]
fn more_than_an_import_takes_is_refused_at_once() {
    let text = format!("name\n{}", "Anna\n".repeat(20_001));
    let id = ContactId(Uuid::from_u128(1));
    let refused = check(read(&text).expect("a file"), "FR", || id);
    assert_eq!(refused.expect_err("too many").code, "too-many-of");
}

fn written() -> impl Strategy<Value = ContactDetails> {
    let name = "[A-Za-z=+@'\",;:|\\\\é漢 -]{0,90}[a-zé]";
    let email = prop::option::of("[a-z]{1,70}@example\\.org");
    let phone = prop::option::of("\\+33[1-9][0-9]{8}");
    let also = prop::collection::vec("[a-z]{1,9}@example\\.com", 0..3);
    (name, email, phone, also).prop_map(|(name, email, phone, also)| ContactDetails {
        name: super::some(&name),
        also: if email.is_some() { also } else { Vec::new() },
        email,
        phone,
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(contacts in prop::collection::vec(written(), 1..5)) {
        for format in [BookFormat::Csv, BookFormat::Vcard] {
            let text = write(&contacts, format).expect("is written");
            let read = read(&text).expect("is read");
            prop_assert!(read.bad.is_empty(), "{}", text);
            let again: Vec<_> = read.contacts.into_iter().map(|(_, details)| details).collect();
            prop_assert_eq!(&again, &contacts, "{}", text);
            prop_assert!(text.lines().all(|line| !line.starts_with(['=', '+', '-', '@'])), "{}", text);
        }
    }

    #[test]
    fn no_file_is_too_strange_to_be_answered(text in "(BEGIN:VCARD|END:VCARD|FN|N|TEL|:|;|,|\"|\n| |=|\\\\|\\PC){0,40}") {
        let _ = read(&text);
    }
}
