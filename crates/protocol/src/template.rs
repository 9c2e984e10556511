//! What an app does with templates.

use guichet_domain::{Command, CommandId, ImportedTemplate, TemplateContent, TemplateId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// `POST /v1/templates`: as a [`CommandRequest`](crate::CommandRequest), with room for a long list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateRequest {
    /// Made by the app before the first attempt.
    pub id: CommandId,
    /// What to do.
    pub command: TemplateCommand,
}

/// What can be done with templates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs)]
pub enum TemplateCommand {
    /// Writes a new one, or changes one.
    Put {
        template: TemplateId,
        content: TemplateContent,
    },
    Delete {
        template: TemplateId,
    },
    /// Behind `after` among those of its department and category; without it to their beginning.
    Move {
        template: TemplateId,
        #[serde(default)]
        after: Option<TemplateId>,
    },
    /// All of them, or none.
    Import {
        templates: Vec<ImportedTemplate>,
    },
    /// The agent inserted it.
    Used {
        template: TemplateId,
    },
}

/// How often a template was inserted (`GET /v1/templates/uses`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct TemplateUses {
    pub template: TemplateId,
    pub uses: u64,
}

impl TemplateRequest {
    /// The command as the rules know it.
    pub fn into_domain(self) -> Command {
        match self.command {
            TemplateCommand::Put { template, content } => {
                Command::PutTemplate { template, content }
            }
            TemplateCommand::Delete { template } => Command::DeleteTemplate { template },
            TemplateCommand::Move { template, after } => Command::MoveTemplate { template, after },
            TemplateCommand::Import { templates } => Command::ImportTemplates { templates },
            TemplateCommand::Used { template } => Command::UsedTemplate { template },
        }
    }
}
