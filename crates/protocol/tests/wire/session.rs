//! Signing in and the first start.

use guichet_protocol::{NewSession, Session, SetUp, SignIn};
use insta::assert_compact_json_snapshot as assert_wire;

use super::rows::AGENT;
use super::{refused, wire};

fn session() -> Session {
    Session {
        agent: AGENT,
        name: "Marie".into(),
        email: "marie@guichet.test".into(),
        now: 1_790_000_000_000,
    }
}

fn new_session() -> NewSession {
    NewSession {
        token: "secret".into(),
        session: session(),
    }
}

fn set_up() -> SetUp {
    SetUp {
        token: "secret".into(),
        name: "Olga".into(),
        email: "olga@guichet.test".into(),
        password: "secret".into(),
    }
}

fn sign_ins() -> [SignIn; 3] {
    [
        SignIn::Password {
            email: "marie@guichet.test".into(),
            password: "secret".into(),
        },
        SignIn::Code {
            code: "secret".into(),
        },
        SignIn::Invitation {
            code: "secret".into(),
            password: "secret".into(),
        },
    ]
}

#[test]
fn signing_in() {
    assert_wire!(sign_ins(), @r#"
    [
      {
        "by": "password",
        "email": "marie@guichet.test",
        "password": "secret"
      },
      {
        "by": "code",
        "code": "secret"
      },
      {
        "by": "invitation",
        "code": "secret",
        "password": "secret"
      }
    ]
    "#);
}

#[test]
fn a_session() {
    assert_wire!(wire(&session()), @r#"{"agent": "00000000-0000-0000-0000-000000000001", "email": "marie@guichet.test", "name": "Marie", "now": 1790000000000}"#);
    assert_wire!(new_session(), @r#"
    {
      "token": "secret",
      "agent": "00000000-0000-0000-0000-000000000001",
      "name": "Marie",
      "email": "marie@guichet.test",
      "now": 1790000000000
    }
    "#);
    let text = serde_json::to_string(&new_session()).expect("it can be written");
    let read: NewSession = serde_json::from_str(&text).expect("it can be read");
    assert_eq!((read.token.as_str(), read.session), ("secret", session()));
}

#[test]
fn the_first_start() {
    assert_wire!(set_up(), @r#"{"token": "secret", "name": "Olga", "email": "olga@guichet.test", "password": "secret"}"#);
}

#[test]
fn no_secret_is_in_what_a_log_shows() {
    let shown = format!("{:?} {:?} {:?}", sign_ins(), new_session(), set_up());
    assert!(!shown.contains("secret"), "{shown}");
    assert!(shown.contains("marie@guichet.test"));
}

#[test]
fn a_request_with_anything_unknown_is_refused() {
    let cases = [
        refused::<SignIn>(r#"{"by":"code","code":"x","email":"x"}"#),
        refused::<SignIn>(r#"{"by":"token","token":"x"}"#),
        refused::<SignIn>(r#"{"by":"password","email":"x"}"#),
        refused::<SetUp>(r#"{"token":"x","name":"x","email":"x","password":"x","role":"x"}"#),
    ];
    assert_wire!(cases, @r#"
    [
      "unknown field `email`, expected `code`",
      "unknown variant `token`, expected one of `password`, `code`, `invitation`",
      "missing field `password`",
      "unknown field `role`, expected one of `token`, `name`, `email`, `password`"
    ]
    "#);
}
