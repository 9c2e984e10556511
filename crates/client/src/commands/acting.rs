//! What the agent does with a conversation, other than writing.

use guichet_domain::{AgentId, ContactDetails, ConversationId, QueueId, Target};
use guichet_protocol::AgentCommand;
use serde::Deserialize;

use super::Done;
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::outbox;
use crate::view::GoneReason;
use crate::windows::overseen::overseen;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Of {
    pub(super) conversation: ConversationId,
}

pub(super) async fn take<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let conversation = args.conversation;
    put(app, conversation, AgentCommand::Take { conversation }).await
}

pub(super) async fn release<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let conversation = args.conversation;
    leaves(app, conversation, GoneReason::Released);
    put(app, conversation, AgentCommand::Release { conversation }).await
}

pub(super) async fn ignore<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let conversation = args.conversation;
    put(app, conversation, AgentCommand::Ignore { conversation }).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Transfer {
    conversation: ConversationId,
    #[serde(default)]
    agent: Option<AgentId>,
    #[serde(default)]
    queue: Option<QueueId>,
    #[serde(default)]
    note: Option<String>,
}

pub(super) async fn transfer<H: Host>(app: &App<H>, args: Transfer) -> Result<Done, CallError> {
    let to = target(args.agent, args.queue)?;
    leaves(app, args.conversation, GoneReason::Transferred);
    let command = AgentCommand::Transfer {
        conversation: args.conversation,
        to,
        note: args.note.filter(|note| !note.trim().is_empty()),
    };
    put(app, args.conversation, command).await
}

/// One of the two.
pub(super) fn target(agent: Option<AgentId>, queue: Option<QueueId>) -> Result<Target, CallError> {
    match (agent, queue) {
        (Some(agent), None) => Ok(Target::Agent(agent)),
        (None, Some(queue)) => Ok(Target::Queue(queue)),
        _ => Err(CallError::new("no-such-receiver")),
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewContact {
    conversation: ConversationId,
    name: String,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    phone: Option<String>,
}

pub(super) async fn add_contact<H: Host>(
    app: &App<H>,
    args: NewContact,
) -> Result<Done, CallError> {
    let filled = |text: String| Some(text).filter(|text| !text.trim().is_empty());
    if args.name.trim().is_empty() {
        return Err(CallError::new("name-empty"));
    }
    let details = ContactDetails {
        name: filled(args.name),
        email: args.email.and_then(filled),
        phone: args.phone.and_then(filled),
        also: Vec::new(),
    };
    // What the hub would refuse later is refused while the form still has it.
    let country = app.shared.cache.settings().await?.country;
    let accepted = details.accepted(&country);
    let command = AgentCommand::AddContact {
        conversation: args.conversation,
        details: accepted.map_err(|refusal| CallError::from(&refusal))?,
    };
    put(app, args.conversation, command).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Read {
    conversation: ConversationId,
    up_to: u64,
}

/// Moves forward only; what is read already is not told again.
pub(super) async fn read<H: Host>(app: &App<H>, args: Read) -> Result<Done, CallError> {
    let (cache, me) = (&app.shared.cache, app.shared.me()?);
    let mine = cache.mine(me, args.conversation).await?;
    if args.up_to <= mine.read {
        return Ok(Done {});
    }
    let command = AgentCommand::Read {
        conversation: args.conversation,
        up_to: args.up_to,
    };
    put(app, args.conversation, command).await
}

/// Into the outbox, if the conversation is still here, or Take lost a race a moment ago.
pub(super) async fn put<H: Host>(
    app: &App<H>,
    conversation: ConversationId,
    command: AgentCommand,
) -> Result<Done, CallError> {
    let held = app.shared.cache.conversation(conversation).await?.is_some();
    let lost =
        || matches!(command, AgentCommand::Take { .. }) && app.shared.was_just_taken(conversation);
    if !held && overseen(&app.shared, conversation).is_some() {
        outbox::now(&app.shared, command).await?;
        return Ok(Done {});
    }
    if !held && !lost() {
        return Err(CallError::new("gone"));
    }
    outbox::put(&app.shared, conversation, command).await?;
    Ok(Done {})
}

/// Remembers why a conversation is about to go.
pub(super) fn leaves<H: Host>(app: &App<H>, conversation: ConversationId, why: GoneReason) {
    app.shared.state().leaving.insert(conversation, why);
}
