//! Catching up, and what the hub pushes.

use guichet_protocol::{
    Cursor, Delta, Entity, EntityKind, Fetch, Fetched, Frame, Key, Manifest, ManifestEntry, Page,
    Put, ResyncReason, SyncAnswer,
};
use insta::assert_compact_json_snapshot as assert_wire;
use serde_json::json;

use super::rows::{CONVERSATION, department, hello};
use super::{refused, wire};

fn cursor(change: u64) -> Cursor {
    Cursor {
        epoch: "e5f1".into(),
        change,
        tag: 7,
    }
}

fn key() -> Key {
    Key::new(EntityKind::Conversation, CONVERSATION)
}

fn put() -> Put {
    Put {
        change: 812,
        entity: Entity::Department(department()),
        messages: None,
    }
}

fn delta() -> Delta {
    Delta {
        from: cursor(811),
        to: cursor(812),
        puts: vec![put()],
        dels: vec![key()],
        more: false,
    }
}

#[test]
fn what_changed_between_two_cursors() {
    assert_wire!(wire(&SyncAnswer::Delta(delta())), @r#"
    {
      "answer": "delta",
      "dels": [
        {
          "id": "00000000-0000-0000-0000-000000000006",
          "kind": "conversation"
        }
      ],
      "from": "e5f1.811.00000007",
      "more": false,
      "puts": [
        {
          "change": 812,
          "kind": "department",
          "row": {
            "hours": {
              "holidays": [
                {
                  "date": "2026-12-25",
                  "name": "Noël"
                }
              ],
              "week": [
                {
                  "day": 1,
                  "from": 540,
                  "to": 1080
                }
              ],
              "zone": "Europe/Paris"
            },
            "id": "00000000-0000-0000-0000-000000000003",
            "name": "Atelier"
          }
        }
      ],
      "to": "e5f1.812.00000007"
    }
    "#);
}

#[test]
fn a_delta_without_more_is_the_last() {
    let text = json!({
        "from": "e5f1.811.00000007", "to": "e5f1.812.00000007", "puts": [], "dels": [],
    });
    let read: Delta = serde_json::from_value(text).expect("it can be read");
    assert!(!read.more);
}

#[test]
fn every_reason_to_compare_everything() {
    let all = [
        ResyncReason::Rights,
        ResyncReason::Epoch,
        ResyncReason::Tag,
        ResyncReason::Floor,
    ];
    assert_wire!(all.map(|reason| wire(&SyncAnswer::Resync { reason })), @r#"
    [
      {
        "answer": "resync",
        "reason": "rights"
      },
      {
        "answer": "resync",
        "reason": "epoch"
      },
      {
        "answer": "resync",
        "reason": "tag"
      },
      {
        "answer": "resync",
        "reason": "floor"
      }
    ]
    "#);
    let trusting: Vec<_> = all.into_iter().filter(|r| r.trusts_cache()).collect();
    assert_eq!(trusting, [ResyncReason::Rights]);
}

#[test]
fn a_manifest() {
    let manifest = Manifest {
        cursor: cursor(812),
        entries: vec![ManifestEntry {
            key: key(),
            change: 812,
        }],
        next: Some("conversation/6".into()),
    };
    assert_wire!(wire(&manifest), @r#"
    {
      "cursor": "e5f1.812.00000007",
      "entries": [
        {
          "change": 812,
          "id": "00000000-0000-0000-0000-000000000006",
          "kind": "conversation"
        }
      ],
      "next": "conversation/6"
    }
    "#);
}

#[test]
fn fetching_rows_and_older_messages() {
    assert_wire!(wire(&Fetch { keys: vec![key()] }), @r#"{"keys": [{"id": "00000000-0000-0000-0000-000000000006", "kind": "conversation"}]}"#);
    assert_wire!(wire(&Fetched { puts: vec![put()] }), @r#"
    {
      "puts": [
        {
          "change": 812,
          "kind": "department",
          "row": {
            "hours": {
              "holidays": [
                {
                  "date": "2026-12-25",
                  "name": "Noël"
                }
              ],
              "week": [
                {
                  "day": 1,
                  "from": 540,
                  "to": 1080
                }
              ],
              "zone": "Europe/Paris"
            },
            "id": "00000000-0000-0000-0000-000000000003",
            "name": "Atelier"
          }
        }
      ]
    }
    "#);
    assert_wire!(wire(&Page { messages: vec![hello()] }), @r#"
    {
      "messages": [
        {
          "at": 1790000000000,
          "author": "customer",
          "body": {
            "text": "Bonjour"
          },
          "conversation": "00000000-0000-0000-0000-000000000006",
          "id": "00000000-0000-0000-0000-000000000007",
          "seq": 1
        }
      ]
    }
    "#);
    assert_wire!(refused::<Fetch>(r#"{"keys":[],"since":1}"#), @r#""unknown field `since`, expected `keys`""#);
}

#[test]
fn every_frame_of_the_feed() {
    let all = [
        Frame::Delta(Delta {
            puts: Vec::new(),
            dels: Vec::new(),
            ..delta()
        }),
        Frame::Pull,
        Frame::Typing {
            conversation: CONVERSATION,
        },
        Frame::Beat,
    ];
    assert_wire!(all.each_ref().map(wire), @r#"
    [
      {
        "data": {
          "dels": [],
          "from": "e5f1.811.00000007",
          "more": false,
          "puts": [],
          "to": "e5f1.812.00000007"
        },
        "event": "delta"
      },
      {
        "event": "pull"
      },
      {
        "data": {
          "conversation": "00000000-0000-0000-0000-000000000006"
        },
        "event": "typing"
      },
      {
        "event": "beat"
      }
    ]
    "#);
}
