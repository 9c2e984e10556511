//! The cursor's one text.

use guichet_protocol::Cursor;
use insta::assert_compact_json_snapshot as assert_wire;

use super::wire;

fn cursor() -> Cursor {
    Cursor {
        epoch: "e5f1".into(),
        change: 812,
        tag: 0xbeef,
    }
}

#[test]
fn a_cursor_is_one_text() {
    assert_wire!(wire(&cursor()), @r#""e5f1.812.0000beef""#);
    assert_eq!("e5f1.812.0000beef".parse(), Ok(cursor()));
}

#[test]
fn what_the_hub_did_not_write_is_no_cursor() {
    for text in [
        "",
        "e5f1",
        "e5f1.812",
        ".812.0000beef",
        "e5f1..0000beef",
        "e5f1.812.",
        "e5f1.-1.0000beef",
        "e5f1.+812.0000beef",
        "e5f1.0812.0000beef",
        "e5f1.812.beef",
        "e5f1.812.0000BEEF",
        "e5f1.812.100000000",
        "e5f1.812.0000beef.1",
        "é.812.0000beef",
        "e-1.812.0000beef",
        "e5f1.18446744073709551616.0000beef",
        " e5f1.812.0000beef",
    ] {
        assert!(text.parse::<Cursor>().is_err(), "{text:?}");
    }
    let long = "e".repeat(41);
    assert!(format!("{long}.1.00000000").parse::<Cursor>().is_err());
}
