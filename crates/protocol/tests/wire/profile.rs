//! What agents change about themselves.

use guichet_domain::Timestamp;
use guichet_protocol::{Device, NewPassword, Profile};
use insta::assert_compact_json_snapshot as assert_wire;

use super::{id, refused, wire};

fn passwords() -> NewPassword {
    NewPassword {
        old: "the old one".into(),
        new: "the new one".into(),
        end_others: true,
    }
}

#[test]
fn a_name_and_a_password() {
    let profile = Profile {
        name: "Marie".into(),
    };
    assert_wire!(wire(&profile), @r#"{"name": "Marie"}"#);
    assert_wire!(wire(&passwords()), @r#"{"end_others": true, "new": "the new one", "old": "the old one"}"#);
}

#[test]
fn a_device() {
    let device = Device {
        id: id(12),
        name: "Guichet/1.0 (Linux)".into(),
        since: Timestamp(1_000),
        last_seen: Timestamp(2_000),
        current: true,
    };
    assert_wire!(wire(&device), @r#"
    {
      "current": true,
      "id": "00000000-0000-0000-0000-00000000000c",
      "last_seen": 2000,
      "name": "Guichet/1.0 (Linux)",
      "since": 1000
    }
    "#);
}

#[test]
fn no_password_is_in_what_a_log_shows() {
    let shown = format!("{:?}", passwords());
    assert!(!shown.contains("one"), "{shown}");
}

#[test]
fn what_is_not_known_is_refused() {
    assert_eq!(
        refused::<Profile>(r#"{"name": "Marie", "email": "x@y"}"#),
        "unknown field `email`, expected `name`"
    );
    assert_eq!(
        refused::<NewPassword>(r#"{"new": "x"}"#),
        "missing field `old`"
    );
}
