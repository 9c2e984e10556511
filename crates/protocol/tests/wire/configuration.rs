//! What administrators do.

use guichet_domain::{
    Actor, Audit, Audited, Command, CommandId, DepartmentId, Grant, Role, Timestamp,
};
use guichet_protocol::{
    AuditPage, AuditRow, ConfigurationCommand, ConfigurationRequest, Installation, Invitation,
};
use insta::assert_compact_json_snapshot as assert_wire;

use super::rows::AGENT;
use super::{id, refused, wire};

fn grants() -> Vec<Grant> {
    vec![Grant {
        role: Role::Manager,
        department: Some(DepartmentId(id(7))),
    }]
}

#[test]
fn an_agent_is_put_let_go_and_given_roles() {
    let commands = [
        ConfigurationCommand::PutAgent {
            agent: AGENT,
            name: "Marie".into(),
            email: "marie@guichet.test".into(),
            extension: Some("101".into()),
            grants: grants(),
        },
        ConfigurationCommand::SetGrants {
            agent: AGENT,
            grants: grants(),
        },
        ConfigurationCommand::SetActive {
            agent: AGENT,
            active: false,
        },
    ];
    assert_wire!(commands.each_ref().map(wire), @r#"
    [
      {
        "agent": "00000000-0000-0000-0000-000000000001",
        "do": "put_agent",
        "email": "marie@guichet.test",
        "extension": "101",
        "grants": [
          {
            "department": "00000000-0000-0000-0000-000000000007",
            "role": "manager"
          }
        ],
        "name": "Marie"
      },
      {
        "agent": "00000000-0000-0000-0000-000000000001",
        "do": "set_grants",
        "grants": [
          {
            "department": "00000000-0000-0000-0000-000000000007",
            "role": "manager"
          }
        ]
      },
      {
        "active": false,
        "agent": "00000000-0000-0000-0000-000000000001",
        "do": "set_active"
      }
    ]
    "#);
    let [put, ..] = commands;
    let request = ConfigurationRequest {
        id: CommandId(id(9)),
        command: put,
    };
    let Command::PutAgent { agent } = request.into_domain() else {
        panic!("another command");
    };
    assert_eq!((agent.id, agent.grants), (AGENT, grants()));
}

#[test]
fn what_is_not_known_is_refused() {
    let with = |command: &str| {
        let id = "00000000-0000-0000-0000-000000000009";
        refused::<ConfigurationRequest>(&format!(r#"{{"id":"{id}","command":{command}}}"#))
    };
    let agent = r#""agent":"00000000-0000-0000-0000-000000000001""#;
    let good = format!(r#"{{"do":"set_active",{agent},"active":true}}"#);
    assert_eq!(with(&good), "accepted");
    for bad in [
        format!(r#"{{"do":"set_active",{agent}}}"#),
        format!(r#"{{"do":"set_active",{agent},"active":true,"role":"x"}}"#),
        format!(r#"{{"do":"set_grants",{agent},"grants":[{{"role":"king"}}]}}"#),
        r#"{"do":"put_queue","queue":{"name":"x"}}"#.to_owned(),
        r#"{"do":"drop_everything"}"#.to_owned(),
    ] {
        assert_ne!(with(&bad), "accepted", "{bad}");
    }
}

#[test]
fn what_is_answered() {
    let page = AuditPage {
        rows: vec![AuditRow {
            number: 12,
            row: Audit {
                at: Timestamp(1_790_000_000_000),
                by: Actor::Agent(AGENT),
                in_department: Some(DepartmentId(id(7))),
                what: Audited::Invited { agent: AGENT },
            },
        }],
        more: false,
    };
    assert_wire!(wire(&page), @r#"
    {
      "more": false,
      "rows": [
        {
          "agent": "00000000-0000-0000-0000-000000000001",
          "at": 1790000000000,
          "by": {
            "agent": "00000000-0000-0000-0000-000000000001"
          },
          "in_department": "00000000-0000-0000-0000-000000000007",
          "number": 12,
          "what": "invited"
        }
      ]
    }
    "#);
    let seen = Installation {
        site: "https://shop.example".into(),
        seen: Timestamp(1_790_000_000_000),
    };
    assert_wire!(wire(&seen), @r#"{"seen": 1790000000000, "site": "https://shop.example"}"#);
    let invitation = Invitation {
        link: "https://hub.example/join#secret".into(),
        expires: Timestamp(1_790_000_000_000),
    };
    assert_wire!(&invitation, @r#"{"link": "https://hub.example/join#secret", "expires": 1790000000000}"#);
    assert!(!format!("{invitation:?}").contains("secret"));
}
