//! A customer's history.

use guichet_domain::{Channel, Outcome, Timestamp};
use guichet_protocol::{History, Past, PastState};
use insta::assert_compact_json_snapshot as assert_wire;

use super::rows::{AGENT, CONVERSATION, QUEUE};
use super::wire;

#[test]
fn what_becomes_of_a_conversation() {
    let closed = PastState::Closed {
        at: Timestamp(2),
        outcome: Outcome::DealtWith,
    };
    let owned = PastState::Owned { owner: AGENT };
    assert_wire!([PastState::Waiting, owned, closed].map(|state| wire(&state)), @r#"
    [
      {
        "state": "waiting"
      },
      {
        "owner": "00000000-0000-0000-0000-000000000001",
        "state": "owned"
      },
      {
        "at": 2,
        "outcome": "dealt_with",
        "state": "closed"
      }
    ]
    "#);
}

#[test]
fn the_history_of_a_customer() {
    let past = Past {
        id: CONVERSATION,
        channel: Channel::LiveChat,
        queue: Some(QUEUE),
        agents: vec![AGENT],
        opened_at: Timestamp(1),
        state: PastState::Waiting,
        readable: false,
    };
    let history = History {
        on: true,
        total: 1,
        conversations: vec![past],
    };
    assert_wire!(wire(&history), @r#"
    {
      "conversations": [
        {
          "agents": [
            "00000000-0000-0000-0000-000000000001"
          ],
          "channel": "live_chat",
          "id": "00000000-0000-0000-0000-000000000006",
          "opened_at": 1,
          "queue": "00000000-0000-0000-0000-000000000002",
          "readable": false,
          "state": {
            "state": "waiting"
          }
        }
      ],
      "on": true,
      "total": 1
    }
    "#);
}
