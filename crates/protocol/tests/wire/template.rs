//! What an app does with templates.

use guichet_domain::{Command, CommandId, ImportedTemplate};
use guichet_protocol::{TemplateCommand, TemplateRequest, TemplateUses};
use insta::assert_compact_json_snapshot as assert_wire;

use super::rows::{TEMPLATE, template};
use super::{id, refused, wire};

fn all() -> [TemplateCommand; 5] {
    let content = template().content;
    [
        TemplateCommand::Put {
            template: TEMPLATE,
            content: content.clone(),
        },
        TemplateCommand::Delete { template: TEMPLATE },
        TemplateCommand::Move {
            template: TEMPLATE,
            after: None,
        },
        TemplateCommand::Import {
            templates: vec![ImportedTemplate {
                id: TEMPLATE,
                content,
            }],
        },
        TemplateCommand::Used { template: TEMPLATE },
    ]
}

#[test]
fn every_command_about_templates() {
    assert_wire!(all().map(|command| wire(&command)), @r#"
    [
      {
        "content": {
          "category": "Accueil",
          "department": null,
          "texts": {
            "en": "Hello {{contact.first_name|there}}",
            "fr": "Bonjour"
          },
          "title": "Bonjour"
        },
        "do": "put",
        "template": "00000000-0000-0000-0000-000000000008"
      },
      {
        "do": "delete",
        "template": "00000000-0000-0000-0000-000000000008"
      },
      {
        "after": null,
        "do": "move",
        "template": "00000000-0000-0000-0000-000000000008"
      },
      {
        "do": "import",
        "templates": [
          {
            "content": {
              "category": "Accueil",
              "department": null,
              "texts": {
                "en": "Hello {{contact.first_name|there}}",
                "fr": "Bonjour"
              },
              "title": "Bonjour"
            },
            "id": "00000000-0000-0000-0000-000000000008"
          }
        ]
      },
      {
        "do": "used",
        "template": "00000000-0000-0000-0000-000000000008"
      }
    ]
    "#);
}

#[test]
fn a_request_becomes_the_command_of_the_rules() {
    let mut of_rules = all().map(|command| {
        let id = CommandId(id(9));
        TemplateRequest { id, command }.into_domain()
    });
    of_rules.sort_by_key(|command| serde_json::to_string(command).expect("json"));
    let names = of_rules.map(|command| match command {
        Command::DeleteTemplate { .. } => "delete",
        Command::ImportTemplates { .. } => "import",
        Command::MoveTemplate { .. } => "move",
        Command::PutTemplate { .. } => "put",
        Command::UsedTemplate { .. } => "used",
        _ => "another",
    });
    assert_eq!(names, ["delete", "import", "move", "put", "used"]);
}

#[test]
fn what_is_not_known_is_refused() {
    let with = |command: &str| {
        let id = "00000000-0000-0000-0000-000000000009";
        refused::<TemplateRequest>(&format!(r#"{{"id":"{id}","command":{command}}}"#))
    };
    let template = r#""template":"00000000-0000-0000-0000-000000000008""#;
    assert_eq!(with(&format!(r#"{{"do":"used",{template}}}"#)), "accepted");
    for bad in [
        r#"{"do":"used"}"#.to_owned(),
        r#"{"do":"used","template":"8"}"#.to_owned(),
        format!(r#"{{"do":"read",{template}}}"#),
        format!(r#"{{"do":"used",{template},"times":3}}"#),
        format!(r#"{{"do":"put",{template}}}"#),
        format!(r#"{{"do":"put",{template},"content":{{"title":"x"}}}}"#),
        r#"{"do":"import","templates":[1]}"#.to_owned(),
    ] {
        assert_ne!(with(&bad), "accepted", "{bad}");
    }
}

#[test]
fn how_often_a_template_was_inserted() {
    let uses = TemplateUses {
        template: TEMPLATE,
        uses: 12,
    };
    assert_wire!(wire(&uses), @r#"{"template": "00000000-0000-0000-0000-000000000008", "uses": 12}"#);
}
