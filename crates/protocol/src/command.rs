//! What an app may ask for, and what it is answered.

use guichet_domain::{
    Command, CommandId, ContactDetails, ConversationId, InternalAsk, MessageId, Refusal, Target,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// `POST /v1/commands`. The same id with the same body gets the stored answer; with another body `id_reused`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommandRequest {
    /// Made by the app before the first attempt; a message keeps it as its own id.
    pub id: CommandId,
    /// What to do.
    pub command: AgentCommand,
}

/// A command of an agent's app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs)]
pub enum AgentCommand {
    Reply {
        conversation: ConversationId,
        text: String,
    },
    Note {
        conversation: ConversationId,
        text: String,
    },
    Take {
        conversation: ConversationId,
    },
    Release {
        conversation: ConversationId,
    },
    Transfer {
        conversation: ConversationId,
        to: Target,
        #[serde(default)]
        note: Option<String>,
    },
    Read {
        conversation: ConversationId,
        up_to: u64,
    },
    AddContact {
        conversation: ConversationId,
        details: ContactDetails,
    },
    Ignore {
        conversation: ConversationId,
    },
    Archive {
        conversation: ConversationId,
    },
    Unarchive {
        conversation: ConversationId,
    },
    Delete {
        conversation: ConversationId,
    },
    /// Of a chat among colleagues.
    Internal {
        conversation: ConversationId,
        ask: InternalAsk,
    },
}

/// What became of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)]
pub struct CommandAnswer {
    pub id: CommandId,
    #[serde(flatten)]
    pub result: CommandResult,
}

/// Done, or why not. Both are answered with 200 and kept for 7 days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum CommandResult {
    /// Durable.
    Done {
        /// The last change of its commit group; 0 when nothing had to change.
        change: u64,
        /// Place of the message it wrote.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seq: Option<u64>,
    },
    /// Nothing changed.
    Refused {
        /// Why.
        refusal: Refusal,
    },
}

impl AgentCommand {
    /// The conversation it names.
    pub fn conversation(&self) -> ConversationId {
        match self {
            Self::Reply { conversation, .. }
            | Self::Note { conversation, .. }
            | Self::Take { conversation }
            | Self::Release { conversation }
            | Self::Transfer { conversation, .. }
            | Self::Read { conversation, .. }
            | Self::AddContact { conversation, .. }
            | Self::Ignore { conversation }
            | Self::Archive { conversation }
            | Self::Unarchive { conversation }
            | Self::Delete { conversation }
            | Self::Internal { conversation, .. } => *conversation,
        }
    }
}

impl CommandRequest {
    /// The command as the rules know it; what it writes gets the command's id.
    pub fn into_domain(self) -> Command {
        let message = MessageId(self.id.0);
        match self.command {
            AgentCommand::Reply { conversation, text } => Command::Reply {
                conversation,
                message,
                text,
            },
            AgentCommand::Note { conversation, text } => Command::Note {
                conversation,
                message,
                text,
            },
            AgentCommand::Take { conversation } => Command::Take { conversation },
            AgentCommand::Release { conversation } => Command::Release { conversation },
            AgentCommand::Transfer {
                conversation,
                to,
                note,
            } => Command::Transfer {
                conversation,
                to,
                note,
                note_id: message,
            },
            AgentCommand::Read {
                conversation,
                up_to,
            } => Command::Read {
                conversation,
                up_to,
            },
            AgentCommand::AddContact {
                conversation,
                details,
            } => Command::AddContact {
                conversation,
                details,
            },
            AgentCommand::Ignore { conversation } => Command::Ignore { conversation },
            AgentCommand::Archive { conversation } => Command::Archive { conversation },
            AgentCommand::Unarchive { conversation } => Command::Unarchive { conversation },
            AgentCommand::Delete { conversation } => Command::Delete { conversation },
            AgentCommand::Internal { conversation, ask } => Command::Internal { conversation, ask },
        }
    }
}
