//! Who is responsible for a conversation, and what its lines say.

use guichet_domain::{Author, Body, Outcome, Ownership, Round, SystemLine};
use insta::assert_compact_json_snapshot as assert_wire;

use super::rows::{AGENT, AT, QUEUE, conversation, message};
use super::wire;

#[test]
fn every_state_of_ownership() {
    let all = [
        Ownership::Offered {
            queue: QUEUE,
            ringing: [AGENT].into(),
            round: Round {
                since: AT,
                rung: [AGENT].into(),
                until: Some(AT),
                unanswered: true,
                tried: [QUEUE].into(),
                given_by: Some(AGENT),
            },
        },
        Ownership::Owned {
            owner: AGENT,
            queue: None,
        },
        Ownership::Closed {
            last_owner: Some(AGENT),
            queue: Some(QUEUE),
            at: AT,
            outcome: Outcome::EndedByVisitor,
        },
    ];
    for ownership in all.clone() {
        wire(&conversation(ownership));
    }
    assert_wire!(all.each_ref().map(wire), @r#"
    [
      {
        "queue": "00000000-0000-0000-0000-000000000002",
        "ringing": [
          "00000000-0000-0000-0000-000000000001"
        ],
        "round": {
          "given_by": "00000000-0000-0000-0000-000000000001",
          "rung": [
            "00000000-0000-0000-0000-000000000001"
          ],
          "since": 1790000000000,
          "tried": [
            "00000000-0000-0000-0000-000000000002"
          ],
          "unanswered": true,
          "until": 1790000000000
        },
        "state": "offered"
      },
      {
        "owner": "00000000-0000-0000-0000-000000000001",
        "queue": null,
        "state": "owned"
      },
      {
        "at": 1790000000000,
        "last_owner": "00000000-0000-0000-0000-000000000001",
        "outcome": "ended_by_visitor",
        "queue": "00000000-0000-0000-0000-000000000002",
        "state": "closed"
      }
    ]
    "#);
}

#[test]
fn every_line_of_a_thread() {
    let bodies = [
        Body::Text("Bonjour".into()),
        Body::Note("un habitué".into()),
        Body::System(SystemLine::Taken { agent: AGENT }),
        Body::System(SystemLine::Released { agent: AGENT }),
        Body::System(SystemLine::TransferredToAgent {
            from: AGENT,
            to: AGENT,
        }),
        Body::System(SystemLine::TransferredToQueue {
            from: AGENT,
            queue: QUEUE,
        }),
        Body::System(SystemLine::OwnerDeactivated { agent: AGENT }),
        Body::System(SystemLine::ContactAdded { agent: AGENT }),
        Body::System(SystemLine::EndedByVisitor),
        Body::System(SystemLine::EndedByAgent { agent: AGENT }),
        Body::System(SystemLine::DealtWith { agent: AGENT }),
        Body::System(SystemLine::ClosedIdle),
        Body::System(SystemLine::Archived { agent: AGENT }),
        Body::System(SystemLine::Unarchived { agent: AGENT }),
        Body::System(SystemLine::Reopened { agent: AGENT }),
        Body::System(SystemLine::Assigned { agent: AGENT }),
        Body::System(SystemLine::MovedOn { queue: QUEUE }),
        Body::System(SystemLine::VisitorBlocked {
            agent: AGENT,
            until: Some(AT),
        }),
        Body::System(SystemLine::AwayTextSent),
        Body::System(SystemLine::LeaseEnded { agent: AGENT }),
        Body::System(SystemLine::TransferUndone { agent: AGENT }),
        Body::System(SystemLine::Overseen { agent: AGENT }),
        Body::System(SystemLine::TakenOver {
            agent: AGENT,
            from: AGENT,
        }),
        Body::System(SystemLine::ReassignedToAgent {
            by: AGENT,
            from: AGENT,
            to: AGENT,
        }),
        Body::System(SystemLine::ReassignedToQueue {
            by: AGENT,
            from: AGENT,
            queue: QUEUE,
        }),
    ];
    assert_wire!(bodies.each_ref().map(wire), @r#"
    [
      {
        "text": "Bonjour"
      },
      {
        "note": "un habitué"
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "taken"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "released"
        }
      },
      {
        "system": {
          "from": "00000000-0000-0000-0000-000000000001",
          "to": "00000000-0000-0000-0000-000000000001",
          "what": "transferred_to_agent"
        }
      },
      {
        "system": {
          "from": "00000000-0000-0000-0000-000000000001",
          "queue": "00000000-0000-0000-0000-000000000002",
          "what": "transferred_to_queue"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "owner_deactivated"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "contact_added"
        }
      },
      {
        "system": {
          "what": "ended_by_visitor"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "ended_by_agent"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "dealt_with"
        }
      },
      {
        "system": {
          "what": "closed_idle"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "archived"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "unarchived"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "reopened"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "assigned"
        }
      },
      {
        "system": {
          "queue": "00000000-0000-0000-0000-000000000002",
          "what": "moved_on"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "until": 1790000000000,
          "what": "visitor_blocked"
        }
      },
      {
        "system": {
          "what": "away_text_sent"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "lease_ended"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "transfer_undone"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "overseen"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "from": "00000000-0000-0000-0000-000000000001",
          "what": "taken_over"
        }
      },
      {
        "system": {
          "by": "00000000-0000-0000-0000-000000000001",
          "from": "00000000-0000-0000-0000-000000000001",
          "to": "00000000-0000-0000-0000-000000000001",
          "what": "reassigned_to_agent"
        }
      },
      {
        "system": {
          "by": "00000000-0000-0000-0000-000000000001",
          "from": "00000000-0000-0000-0000-000000000001",
          "queue": "00000000-0000-0000-0000-000000000002",
          "what": "reassigned_to_queue"
        }
      }
    ]
    "#);
    let authors = [Author::Customer, Author::Agent(AGENT), Author::Hub];
    assert_wire!(authors.each_ref().map(wire), @r#"["customer", {"agent": "00000000-0000-0000-0000-000000000001"}, "hub"]"#);
}

#[test]
fn a_system_line_was_written_by_no_command() {
    let line = Body::System(SystemLine::EndedByVisitor);
    assert_wire!(wire(&message(Author::Hub, line)), @r#"
    {
      "at": 1790000000000,
      "author": "hub",
      "body": {
        "system": {
          "what": "ended_by_visitor"
        }
      },
      "conversation": "00000000-0000-0000-0000-000000000006",
      "id": null,
      "seq": 1
    }
    "#);
}
