//! What an app asks for, and what it is answered.

use std::collections::BTreeSet;

use guichet_domain::{
    Actor, Command, CommandId, ContactDetails, Field, MessageId, Refusal, Status, Target,
};
use guichet_protocol::{AgentCommand, CommandAnswer, CommandRequest, CommandResult};
use insta::assert_compact_json_snapshot as assert_wire;
use serde_json::json;

use super::rows::{ACCOUNT, AGENT, CONVERSATION, QUEUE};
use super::{id, refused, wire};

fn request(command: AgentCommand) -> CommandRequest {
    CommandRequest {
        id: CommandId(id(9)),
        command,
    }
}

fn answered(result: CommandResult) -> CommandAnswer {
    CommandAnswer {
        id: CommandId(id(9)),
        result,
    }
}

#[test]
fn a_request_names_its_command() {
    let text = "Bonjour".to_owned();
    assert_wire!(wire(&request(AgentCommand::Reply { conversation: CONVERSATION, text, quote: Some(3) })), @r#"
    {
      "command": {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "reply",
        "quote": 3,
        "text": "Bonjour"
      },
      "id": "00000000-0000-0000-0000-000000000009"
    }
    "#);
}

#[test]
fn every_command_of_an_app() {
    let conversation = CONVERSATION;
    let text = "Bonjour".to_owned();
    let all = [
        AgentCommand::Reply {
            conversation,
            text: text.clone(),
            quote: None,
        },
        AgentCommand::Note {
            conversation,
            text,
            mentions: BTreeSet::from([AGENT]),
        },
        AgentCommand::UndoTransfer { conversation },
        AgentCommand::Oversee { conversation },
        AgentCommand::TakeOver {
            conversation,
            from: AGENT,
        },
        AgentCommand::Reassign {
            conversation,
            from: AGENT,
            to: Target::Queue(QUEUE),
            note: None,
        },
        AgentCommand::DealtWith { conversation },
        AgentCommand::Archive { conversation },
        AgentCommand::Unarchive { conversation },
        AgentCommand::EndSession { conversation },
        AgentCommand::MarkUnread {
            conversation,
            from: 2,
        },
        AgentCommand::SetStatus {
            agent: AGENT,
            status: Status::DoNotDisturb,
        },
        AgentCommand::LogIn {
            agent: AGENT,
            queue: QUEUE,
            logged_in: false,
        },
        AgentCommand::Take { conversation },
        AgentCommand::Release { conversation },
        AgentCommand::Transfer {
            conversation,
            to: Target::Agent(AGENT),
            note: Some("42".into()),
        },
        AgentCommand::Transfer {
            conversation,
            to: Target::Queue(QUEUE),
            note: None,
        },
        AgentCommand::Read {
            conversation,
            up_to: 7,
        },
        AgentCommand::AddContact {
            conversation,
            details: ContactDetails {
                name: Some("Anna".into()),
                ..ContactDetails::default()
            },
        },
        AgentCommand::Ignore { conversation },
        AgentCommand::Delete { conversation },
    ];
    for command in &all {
        let names_none = matches!(
            command,
            AgentCommand::SetStatus { .. } | AgentCommand::LogIn { .. }
        );
        assert_eq!(
            command.conversation(),
            (!names_none).then_some(conversation)
        );
        let domain = request(command.clone()).into_domain();
        assert_eq!(domain.conversation(), command.conversation());
    }
    let all = all.each_ref().map(wire);
    assert_wire!(all, @r#"
    [
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "reply",
        "text": "Bonjour"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "note",
        "mentions": [
          "00000000-0000-0000-0000-000000000001"
        ],
        "text": "Bonjour"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "undo_transfer"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "oversee"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "take_over",
        "from": "00000000-0000-0000-0000-000000000001"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "reassign",
        "from": "00000000-0000-0000-0000-000000000001",
        "note": null,
        "to": {
          "queue": "00000000-0000-0000-0000-000000000002"
        }
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "dealt_with"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "archive"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "unarchive"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "end_session"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "mark_unread",
        "from": 2
      },
      {
        "agent": "00000000-0000-0000-0000-000000000001",
        "do": "set_status",
        "status": "do_not_disturb"
      },
      {
        "agent": "00000000-0000-0000-0000-000000000001",
        "do": "log_in",
        "logged_in": false,
        "queue": "00000000-0000-0000-0000-000000000002"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "take"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "release"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "transfer",
        "note": "42",
        "to": {
          "agent": "00000000-0000-0000-0000-000000000001"
        }
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "transfer",
        "note": null,
        "to": {
          "queue": "00000000-0000-0000-0000-000000000002"
        }
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "read",
        "up_to": 7
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "details": {
          "email": null,
          "name": "Anna",
          "phone": null
        },
        "do": "add_contact"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "ignore"
      },
      {
        "conversation": "00000000-0000-0000-0000-000000000006",
        "do": "delete"
      }
    ]
    "#);
}

#[test]
fn what_a_command_writes_gets_the_commands_id() {
    let conversation = CONVERSATION;
    let reply = request(AgentCommand::Reply {
        conversation,
        text: "hi".into(),
        quote: None,
    });
    assert_eq!(
        reply.into_domain(),
        Command::Reply {
            conversation,
            message: MessageId(id(9)),
            text: "hi".into(),
            quote: None,
        }
    );
}

#[test]
fn a_transfer_may_leave_its_note_out() {
    let text = json!({ "do": "transfer", "conversation": CONVERSATION, "to": { "queue": QUEUE } });
    let read: AgentCommand = serde_json::from_value(text).expect("it can be read");
    assert!(matches!(read, AgentCommand::Transfer { note: None, .. }));
}

#[test]
fn answers() {
    let done = |change, seq| answered(CommandResult::Done { change, seq });
    assert_wire!(wire(&done(812, Some(3))), @r#"{"change": 812, "id": "00000000-0000-0000-0000-000000000009", "result": "done", "seq": 3}"#);
    assert_wire!(wire(&done(0, None)), @r#"{"change": 0, "id": "00000000-0000-0000-0000-000000000009", "result": "done"}"#);
    let refusal = Refusal::Taken { winner: AGENT };
    assert_wire!(wire(&answered(CommandResult::Refused { refusal })), @r#"
    {
      "id": "00000000-0000-0000-0000-000000000009",
      "refusal": {
        "code": "taken",
        "winner": "00000000-0000-0000-0000-000000000001"
      },
      "result": "refused"
    }
    "#);
}

#[test]
fn every_refusal() {
    let all = [
        Refusal::NotFound,
        Refusal::Taken { winner: AGENT },
        Refusal::TakeFirst,
        Refusal::NotOwner,
        Refusal::Closed,
        Refusal::StillOpen,
        Refusal::NoQueue,
        Refusal::NoSuchReceiver,
        Refusal::NameEmpty,
        Refusal::TextEmpty,
        Refusal::TextTooLong { limit: 4_096 },
        Refusal::NotAllowed,
        Refusal::AlreadyInUse,
        Refusal::TooManyMembers { limit: 100 },
        Refusal::NotOnThisChannel,
        Refusal::NoSuchTimeZone,
        Refusal::BadHours,
        Refusal::OutOfRange,
        Refusal::NewerOpen {
            conversation: Some(CONVERSATION),
        },
        Refusal::Unowned,
        Refusal::TooLate,
        Refusal::NoAddress,
        Refusal::ProtectedAddress,
        Refusal::BadLanguage,
        Refusal::UnknownVariable,
        Refusal::TooManyOf { limit: 20 },
        Refusal::invalid(Field::Site),
    ];
    assert_wire!(all.each_ref().map(wire), @r#"
    [
      {
        "code": "not_found"
      },
      {
        "code": "taken",
        "winner": "00000000-0000-0000-0000-000000000001"
      },
      {
        "code": "take_first"
      },
      {
        "code": "not_owner"
      },
      {
        "code": "closed"
      },
      {
        "code": "still_open"
      },
      {
        "code": "no_queue"
      },
      {
        "code": "no_such_receiver"
      },
      {
        "code": "name_empty"
      },
      {
        "code": "text_empty"
      },
      {
        "code": "text_too_long",
        "limit": 4096
      },
      {
        "code": "not_allowed"
      },
      {
        "code": "already_in_use"
      },
      {
        "code": "too_many_members",
        "limit": 100
      },
      {
        "code": "not_on_this_channel"
      },
      {
        "code": "no_such_time_zone"
      },
      {
        "code": "bad_hours"
      },
      {
        "code": "out_of_range"
      },
      {
        "code": "newer_open",
        "conversation": "00000000-0000-0000-0000-000000000006"
      },
      {
        "code": "unowned"
      },
      {
        "code": "too_late"
      },
      {
        "code": "no_address"
      },
      {
        "code": "protected_address"
      },
      {
        "code": "bad_language"
      },
      {
        "code": "unknown_variable"
      },
      {
        "code": "too_many_of",
        "limit": 20
      },
      {
        "code": "invalid",
        "field": "site"
      }
    ]
    "#);
}

#[test]
fn a_request_with_anything_unknown_is_refused() {
    let of = |command: &str| {
        let id = id(9);
        refused::<CommandRequest>(&format!(r#"{{"id":"{id}","command":{command}}}"#))
    };
    let conversation = CONVERSATION;
    let take = format!(r#""do":"take","conversation":"{conversation}""#);
    assert_eq!(of(&format!("{{{take}}}")), "accepted");
    let cases = [
        of(&format!(r#"{{{take},"by":"me"}}"#)),
        of(r#"{"do":"take"}"#),
        of(r#"{"do":"take","conversation":"42"}"#),
        of(r#"{"do":"take","conversation":42}"#),
        of(r#"{"do":"close","conversation":"x"}"#),
        of(r"{}"),
        of("7"),
        refused::<CommandRequest>(&format!(
            r#"{{"id":"{}","command":{{{take}}},"x":1}}"#,
            id(9)
        )),
        refused::<CommandRequest>("{"),
    ];
    assert_wire!(cases, @r#"
    [
      "unknown field `by`, expected `conversation`",
      "missing field `conversation`",
      "UUID parsing failed: invalid length: found 2",
      "invalid type: integer `42`, expected a formatted UUID string",
      "unknown variant `close`, expected one of `reply`, `note`, `take`, `release`, `transfer`, `undo_transfer`, `oversee`, `take_over`, `reassign`, `dealt_with`, `archive`, `unarchive`, `end_session`, `read`, `mark_unread`, `add_contact`, `ignore`, `delete`, `set_status`, `log_in`, `internal`",
      "missing field `do`",
      "invalid type: integer `7`, expected internally tagged enum AgentCommand",
      "unknown field `x`, expected `id` or `command`",
      "EOF while parsing an object"
    ]
    "#);
}

#[test]
fn a_command_is_hashed_as_it_is_written() {
    let end = Command::EndByVisitor {
        conversation: CONVERSATION,
    };
    assert_wire!(end, @r#"{"do": "end_by_visitor", "conversation": "00000000-0000-0000-0000-000000000006"}"#);
    assert_wire!([Actor::Agent(AGENT), Actor::Customer(ACCOUNT), Actor::Hub], @r#"[{"agent": "00000000-0000-0000-0000-000000000001"}, {"customer": "00000000-0000-0000-0000-000000000004"}, "hub"]"#);
}
