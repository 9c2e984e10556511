//! What an app may ask for, and what it is answered.

use std::collections::BTreeSet;

use guichet_domain::{
    AgentId, Command, CommandId, ContactDetails, ConversationId, MessageId, QueueId, Refusal,
    Status, Target,
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
        /// The line it answers to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quote: Option<u64>,
    },
    Note {
        conversation: ConversationId,
        text: String,
        /// The colleagues it names.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        mentions: BTreeSet<AgentId>,
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
    UndoTransfer {
        conversation: ConversationId,
    },
    Oversee {
        conversation: ConversationId,
    },
    TakeOver {
        conversation: ConversationId,
        from: AgentId,
    },
    Reassign {
        conversation: ConversationId,
        from: AgentId,
        to: Target,
        #[serde(default)]
        note: Option<String>,
    },
    DealtWith {
        conversation: ConversationId,
    },
    Archive {
        conversation: ConversationId,
    },
    Unarchive {
        conversation: ConversationId,
    },
    EndSession {
        conversation: ConversationId,
    },
    Read {
        conversation: ConversationId,
        up_to: u64,
    },
    MarkUnread {
        conversation: ConversationId,
        from: u64,
    },
    AddContact {
        conversation: ConversationId,
        details: ContactDetails,
    },
    Ignore {
        conversation: ConversationId,
    },
    Delete {
        conversation: ConversationId,
    },
    SetStatus {
        agent: AgentId,
        status: Status,
    },
    LogIn {
        agent: AgentId,
        queue: QueueId,
        logged_in: bool,
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
    pub fn conversation(&self) -> Option<ConversationId> {
        match self {
            Self::Reply { conversation, .. }
            | Self::Note { conversation, .. }
            | Self::Take { conversation }
            | Self::Release { conversation }
            | Self::Transfer { conversation, .. }
            | Self::UndoTransfer { conversation }
            | Self::Oversee { conversation }
            | Self::TakeOver { conversation, .. }
            | Self::Reassign { conversation, .. }
            | Self::DealtWith { conversation }
            | Self::Archive { conversation }
            | Self::Unarchive { conversation }
            | Self::EndSession { conversation }
            | Self::Read { conversation, .. }
            | Self::MarkUnread { conversation, .. }
            | Self::AddContact { conversation, .. }
            | Self::Ignore { conversation }
            | Self::Delete { conversation } => Some(*conversation),
            Self::SetStatus { .. } | Self::LogIn { .. } => None,
        }
    }
}

impl CommandRequest {
    /// The command as the rules know it; what it writes gets the command's id.
    pub fn into_domain(self) -> Command {
        let message = MessageId(self.id.0);
        match self.command {
            AgentCommand::Reply {
                conversation,
                text,
                quote,
            } => Command::Reply {
                conversation,
                message,
                text,
                quote,
            },
            AgentCommand::Note {
                conversation,
                text,
                mentions,
            } => Command::Note {
                conversation,
                message,
                text,
                mentions,
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
            AgentCommand::UndoTransfer { conversation } => Command::UndoTransfer { conversation },
            AgentCommand::Oversee { conversation } => Command::Oversee { conversation },
            AgentCommand::TakeOver { conversation, from } => {
                Command::TakeOver { conversation, from }
            }
            AgentCommand::Reassign {
                conversation,
                from,
                to,
                note,
            } => Command::Reassign {
                conversation,
                from,
                to,
                note,
                note_id: message,
            },
            AgentCommand::DealtWith { conversation } => Command::DealtWith { conversation },
            AgentCommand::Archive { conversation } => Command::Archive { conversation },
            AgentCommand::Unarchive { conversation } => Command::Unarchive { conversation },
            AgentCommand::EndSession { conversation } => Command::EndSession { conversation },
            AgentCommand::MarkUnread { conversation, from } => {
                Command::MarkUnread { conversation, from }
            }
            AgentCommand::SetStatus { agent, status } => Command::SetStatus { agent, status },
            AgentCommand::LogIn {
                agent,
                queue,
                logged_in,
            } => Command::LogIn {
                agent,
                queue,
                logged_in,
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
            AgentCommand::Delete { conversation } => Command::Delete { conversation },
        }
    }
}
