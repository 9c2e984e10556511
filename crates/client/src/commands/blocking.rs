//! Visitors are kept out and let in again. Needs the hub: nothing of it waits, and nothing of it is kept here.

use guichet_domain::{BlockId, ConversationId};
use guichet_protocol::{BlockCommand, BlockRequest, CommandResult};
use serde::Deserialize;

use super::acting::Of;
use super::{Done, Nothing};
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::view::{BlockedRow, Visit};
use crate::windows::visitor;

pub(super) async fn visit<H: Host>(app: &App<H>, args: Of) -> Result<Visit, CallError> {
    visitor::visit(&app.shared, args.conversation).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Blocked {
    conversation: ConversationId,
    #[serde(default)]
    reason: Option<String>,
    /// Without it until somebody revokes it.
    #[serde(default)]
    hours: Option<u32>,
}

/// Ends the visitor's session, too.
pub(super) async fn block_visitor<H: Host>(app: &App<H>, args: Blocked) -> Result<Done, CallError> {
    let command = BlockCommand::Visitor {
        conversation: args.conversation,
        reason: args.reason.filter(|reason| !reason.trim().is_empty()),
        hours: args.hours,
    };
    ask(app, command).await
}

pub(super) async fn blocks<H: Host>(
    app: &App<H>,
    _: Nothing,
) -> Result<Vec<BlockedRow>, CallError> {
    visitor::blocks(&app.shared).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Revoked {
    block: BlockId,
}

pub(super) async fn unblock<H: Host>(app: &App<H>, args: Revoked) -> Result<Done, CallError> {
    ask(app, BlockCommand::Revoke { block: args.block }).await
}

async fn ask<H: Host>(app: &App<H>, command: BlockCommand) -> Result<Done, CallError> {
    let id = app.shared.clock.command_id();
    let answer = app
        .shared
        .hub()?
        .block(&BlockRequest { id, command })
        .await?;
    match answer.result {
        CommandResult::Done { .. } => Ok(Done {}),
        CommandResult::Refused { refusal } => Err((&refusal).into()),
    }
}
