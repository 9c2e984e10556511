//! Chats among colleagues.

use guichet_domain::{Body, CommandId, InternalAsk, SystemLine};
use guichet_protocol::{AgentCommand, CommandRequest};
use insta::assert_compact_json_snapshot as assert_wire;

use super::rows::{AGENT, CONVERSATION};
use super::{id, refused, wire};

#[test]
fn everything_that_is_asked_of_a_chat() {
    let all = [
        InternalAsk::OpenDirect { with: AGENT },
        InternalAsk::OpenGroup {
            name: Some("Projet Lyon".into()),
            members: [AGENT].into(),
        },
        InternalAsk::Rename { name: None },
        InternalAsk::AddMembers {
            members: [AGENT].into(),
        },
        InternalAsk::RemoveMember { agent: AGENT },
        InternalAsk::Leave,
        InternalAsk::Mute,
        InternalAsk::Unmute,
    ];
    for ask in all.clone() {
        let command = AgentCommand::Internal {
            conversation: CONVERSATION,
            ask,
        };
        assert_eq!(command.conversation(), Some(CONVERSATION));
        let id = CommandId(id(9));
        let domain = CommandRequest { id, command }.into_domain();
        assert_eq!(domain.conversation(), Some(CONVERSATION));
        assert_eq!(domain.message(), None);
    }
    assert_wire!(all.each_ref().map(wire), @r#"
    [
      {
        "what": "open_direct",
        "with": "00000000-0000-0000-0000-000000000001"
      },
      {
        "members": [
          "00000000-0000-0000-0000-000000000001"
        ],
        "name": "Projet Lyon",
        "what": "open_group"
      },
      {
        "name": null,
        "what": "rename"
      },
      {
        "members": [
          "00000000-0000-0000-0000-000000000001"
        ],
        "what": "add_members"
      },
      {
        "agent": "00000000-0000-0000-0000-000000000001",
        "what": "remove_member"
      },
      {
        "what": "leave"
      },
      {
        "what": "mute"
      },
      {
        "what": "unmute"
      }
    ]
    "#);
    let request = AgentCommand::Internal {
        conversation: CONVERSATION,
        ask: InternalAsk::Leave,
    };
    assert_wire!(wire(&request), @r#"{"ask": {"what": "leave"}, "conversation": "00000000-0000-0000-0000-000000000006", "do": "internal"}"#);
}

#[test]
fn everything_that_happens_to_a_chat() {
    let lines = [
        SystemLine::GroupCreated { agent: AGENT },
        SystemLine::GroupRenamed { agent: AGENT },
        SystemLine::MemberAdded {
            by: AGENT,
            agent: AGENT,
        },
        SystemLine::MemberRemoved {
            by: AGENT,
            agent: AGENT,
        },
        SystemLine::MemberLeft { agent: AGENT },
    ];
    assert_wire!(lines.map(|line| wire(&Body::System(line))), @r#"
    [
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "group_created"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "group_renamed"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "by": "00000000-0000-0000-0000-000000000001",
          "what": "member_added"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "by": "00000000-0000-0000-0000-000000000001",
          "what": "member_removed"
        }
      },
      {
        "system": {
          "agent": "00000000-0000-0000-0000-000000000001",
          "what": "member_left"
        }
      }
    ]
    "#);
}

#[test]
fn a_wish_with_anything_unknown_is_refused() {
    let cases = [
        refused::<InternalAsk>(r#"{"what":"leave_all"}"#),
        refused::<InternalAsk>(r#"{"what":"open_direct"}"#),
        refused::<InternalAsk>(r#"{"what":"open_direct","with":"Paul"}"#),
        refused::<InternalAsk>(r#"{"what":"add_members","members":[],"by":"x"}"#),
    ];
    assert_wire!(cases, @r#"
    [
      "unknown variant `leave_all`, expected one of `open_direct`, `open_group`, `rename`, `add_members`, `remove_member`, `leave`, `mute`, `unmute`",
      "missing field `with`",
      "UUID parsing failed: invalid character: found `P` at 0",
      "unknown field `by`, expected `members`"
    ]
    "#);
}
