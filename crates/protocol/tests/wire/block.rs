//! Blocks, and what is known of a visitor.

use guichet_domain::{
    Actor, AgentId, Block, BlockId, Command, CommandId, ConversationId, Timestamp,
};
use guichet_protocol::{BlockCommand, BlockRequest, BlockRow, Blocking, Visit, VisitorFacts};
use insta::assert_compact_json_snapshot as assert_wire;

use super::{id, refused, wire};

fn request(command: BlockCommand) -> BlockRequest {
    BlockRequest {
        id: CommandId(id(9)),
        command,
    }
}

fn visitor() -> BlockCommand {
    BlockCommand::Visitor {
        conversation: ConversationId(id(5)),
        reason: Some("spam".into()),
        hours: Some(24),
    }
}

#[test]
fn every_command_about_blocks() {
    let network = BlockCommand::Network {
        network: "2001:db8:1:2::/64".parse().expect("a network"),
        reason: None,
        hours: None,
    };
    let revoke = BlockCommand::Revoke {
        block: BlockId(id(7)),
    };
    let all = [visitor(), network, revoke].map(request);
    assert_wire!(all.map(|request| wire(&request)), @r#"
    [
      {
        "command": {
          "conversation": "00000000-0000-0000-0000-000000000005",
          "do": "visitor",
          "hours": 24,
          "reason": "spam"
        },
        "id": "00000000-0000-0000-0000-000000000009"
      },
      {
        "command": {
          "do": "network",
          "hours": null,
          "network": "2001:db8:1:2::/64",
          "reason": null
        },
        "id": "00000000-0000-0000-0000-000000000009"
      },
      {
        "command": {
          "block": "00000000-0000-0000-0000-000000000007",
          "do": "revoke"
        },
        "id": "00000000-0000-0000-0000-000000000009"
      }
    ]
    "#);
}

#[test]
fn a_new_block_has_the_id_of_its_command_and_the_address_that_the_hub_knows() {
    let network = "203.0.113.9".parse().expect("a network");
    let command = request(visitor()).into_domain(Some(network));
    assert_eq!(
        command,
        Command::BlockVisitor {
            conversation: ConversationId(id(5)),
            network: Some(network),
            block: BlockId(id(9)),
            reason: Some("spam".into()),
            hours: Some(24),
        }
    );
}

#[test]
fn a_block_and_what_it_refused() {
    let row = BlockRow {
        block: Block {
            id: BlockId(id(7)),
            network: "203.0.113.9".parse().expect("a network"),
            visitor: None,
            department: None,
            reason: Some("spam".into()),
            by: Actor::Agent(AgentId(id(1))),
            at: Timestamp(1_000),
            until: Some(Timestamp(2_000)),
        },
        hits: 3,
        last_hit: Some(Timestamp(1_500)),
    };
    assert_wire!(wire(&row), @r#"
    {
      "block": {
        "at": 1000,
        "by": {
          "agent": "00000000-0000-0000-0000-000000000001"
        },
        "department": null,
        "id": "00000000-0000-0000-0000-000000000007",
        "network": "203.0.113.9",
        "reason": "spam",
        "until": 2000,
        "visitor": null
      },
      "hits": 3,
      "last_hit": 1500
    }
    "#);
}

#[test]
fn what_is_known_of_a_visitor() {
    let visit = Visit {
        facts: Some(VisitorFacts {
            address: "203.0.113.9".parse().expect("an address"),
            seen: Timestamp(1_000),
            page: Some("https://shop.example/".into()),
            referrer: None,
            browser: None,
            language: Some("fr-BE".into()),
            time_zone: Some("Europe/Brussels".into()),
        }),
        others: 2,
        blocking: Blocking::Blocked {
            until: Some(Timestamp(2_000)),
        },
    };
    assert_wire!(wire(&visit), @r#"
    {
      "blocking": {
        "state": "blocked",
        "until": 2000
      },
      "facts": {
        "address": "203.0.113.9",
        "browser": null,
        "language": "fr-BE",
        "page": "https://shop.example/",
        "referrer": null,
        "seen": 1000,
        "time_zone": "Europe/Brussels"
      },
      "others": 2
    }
    "#);
    let states = [Blocking::Possible, Blocking::Protected, Blocking::Unknown];
    assert_wire!(states.map(|state| wire(&state)), @r#"[{"state": "possible"}, {"state": "protected"}, {"state": "unknown"}]"#);
}

#[test]
fn what_is_no_command_about_blocks_is_refused() {
    for (text, sentence) in [
        (
            r#"{"do": "network", "network": "203.0.113.0/24"}"#,
            "invalid IP address syntax",
        ),
        (r#"{"do": "network"}"#, "missing field `network`"),
        (
            r#"{"do": "visitor", "conversation": "x"}"#,
            "UUID parsing failed: invalid character: found `x` at 0",
        ),
    ] {
        assert_eq!(refused::<BlockCommand>(text), sentence);
    }
}
