//! What one who supervises does with conversations of others. Needs the hub: nothing of it waits.

use guichet_domain::{AgentId, ConversationId, QueueId};
use guichet_protocol::AgentCommand;
use serde::Deserialize;

use super::Done;
use super::acting::{Of, target};
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::outbox;
use crate::windows::overseen;

/// Opens it: the thread says so, and it is fetched.
pub(super) async fn oversee<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let conversation = args.conversation;
    outbox::now(&app.shared, AgentCommand::Oversee { conversation }).await?;
    overseen::look(&app.shared, conversation).await?;
    Ok(Done {})
}

/// As it is now, without another word in the thread.
pub(super) async fn look_again<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    overseen::look(&app.shared, args.conversation).await?;
    Ok(Done {})
}

pub(super) async fn take_over<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let conversation = args.conversation;
    let from = owner(app, conversation)?;
    outbox::now(&app.shared, AgentCommand::TakeOver { conversation, from }).await?;
    Ok(Done {})
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reassign {
    conversation: ConversationId,
    #[serde(default)]
    agent: Option<AgentId>,
    #[serde(default)]
    queue: Option<QueueId>,
    #[serde(default)]
    note: Option<String>,
}

pub(super) async fn reassign<H: Host>(app: &App<H>, args: Reassign) -> Result<Done, CallError> {
    let command = AgentCommand::Reassign {
        conversation: args.conversation,
        from: owner(app, args.conversation)?,
        to: target(args.agent, args.queue)?,
        note: args.note.filter(|note| !note.trim().is_empty()),
    };
    outbox::now(&app.shared, command).await?;
    Ok(Done {})
}

/// Whose it was when it was looked at.
fn owner<H: Host>(app: &App<H>, conversation: ConversationId) -> Result<AgentId, CallError> {
    overseen::overseen(&app.shared, conversation)
        .and_then(|overseen| overseen.conversation.owner())
        .ok_or_else(|| CallError::new("not-found"))
}
