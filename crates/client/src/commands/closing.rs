//! Finishing with a conversation, hiding it, bringing it back.

use guichet_domain::ConversationId;
use guichet_protocol::AgentCommand;
use serde::Deserialize;

use super::Done;
use super::acting::{Of, put};
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::outbox;

pub(super) async fn deal_with<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let conversation = args.conversation;
    put(app, conversation, AgentCommand::DealtWith { conversation }).await
}

pub(super) async fn archive<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let conversation = args.conversation;
    put(app, conversation, AgentCommand::Archive { conversation }).await
}

/// Also undoes what [`deal_with`] and [`archive`] did.
pub(super) async fn unarchive<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let conversation = args.conversation;
    put(app, conversation, AgentCommand::Unarchive { conversation }).await
}

pub(super) async fn end_session<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let conversation = args.conversation;
    put(app, conversation, AgentCommand::EndSession { conversation }).await
}

pub(super) async fn delete<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let conversation = args.conversation;
    put(app, conversation, AgentCommand::Delete { conversation }).await
}

/// Of a conversation that is not here any more, and within seconds: asked at once.
pub(super) async fn undo_transfer<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let conversation = args.conversation;
    outbox::now(&app.shared, AgentCommand::UndoTransfer { conversation }).await?;
    Ok(Done {})
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unread {
    conversation: ConversationId,
    /// The first line that is not seen; without it, the customer's last.
    #[serde(default)]
    from: Option<u64>,
}

/// Nothing happens where the customer wrote nothing.
pub(super) async fn mark_unread<H: Host>(app: &App<H>, args: Unread) -> Result<Done, CallError> {
    let conversation = args.conversation;
    let from = match args.from {
        Some(from) => Some(from),
        None => app.shared.cache.last_of_customer(conversation).await?,
    };
    match from {
        Some(from) => {
            let command = AgentCommand::MarkUnread { conversation, from };
            put(app, conversation, command).await
        }
        None => Ok(Done {}),
    }
}
