//! Chats among colleagues. Each is there at once, also without the hub.

use std::collections::BTreeSet;

use guichet_domain::internal::direct_id;
use guichet_domain::{AgentId, ConversationId, Internal, InternalAsk};
use guichet_protocol::AgentCommand;
use serde::{Deserialize, Serialize};

use super::Done;
use super::acting::{leaves, put};
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::outbox;
use crate::shared::Shared;
use crate::view::{Colleagues, GoneReason};
use crate::windows::colleagues;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Search {
    search: String,
}

pub(super) async fn colleagues<H: Host>(
    app: &App<H>,
    args: Search,
) -> Result<Colleagues, CallError> {
    colleagues::colleagues(&app.shared, &args.search).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct With {
    agent: AgentId,
}

#[derive(Debug, Serialize)]
pub(super) struct Opened {
    conversation: ConversationId,
}

/// The chat with a colleague, begun here if there is none: the hub hears of it with the first message.
pub(super) async fn open_direct<H: Host>(app: &App<H>, args: With) -> Result<Opened, CallError> {
    let (cache, me) = (&app.shared.cache, app.shared.me()?);
    let conversation = direct_id(me, args.agent);
    if cache.conversation(conversation).await?.is_none() {
        let other = cache.agent(args.agent).await?;
        if args.agent == me || !other.is_some_and(|other| other.active) {
            return Err(CallError::new("no-such-receiver"));
        }
        let chat = Internal::direct(me, args.agent);
        cache.begin_chat(conversation, chat).await?;
    }
    Ok(Opened { conversation })
}

/// What was begun here is asked of the hub before anything else of it.
pub(super) async fn open_first(
    shared: &Shared,
    conversation: ConversationId,
) -> Result<(), CallError> {
    let me = shared.me()?;
    if !shared.cache.is_only_here(conversation).await? {
        return Ok(());
    }
    let Some(row) = shared.cache.conversation(conversation).await? else {
        return Ok(());
    };
    if let guichet_domain::Kind::Internal(chat) = row.kind
        && let Some(with) = chat.members.into_iter().find(|member| *member != me)
    {
        let ask = InternalAsk::OpenDirect { with };
        let command = AgentCommand::Internal { conversation, ask };
        outbox::put(shared, conversation, command).await?;
    }
    Ok(())
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewGroup {
    members: BTreeSet<AgentId>,
    #[serde(default)]
    name: Option<String>,
}

/// A new group, of this agent and the others.
pub(super) async fn open_group<H: Host>(app: &App<H>, args: NewGroup) -> Result<Opened, CallError> {
    let shared = &app.shared;
    let me = shared.me()?;
    let conversation = ConversationId(shared.clock.command_id().0);
    let mut members = args.members;
    members.remove(&me);
    if members.is_empty() {
        return Err(CallError::new("no-such-receiver"));
    }
    let name = args.name.filter(|name| !name.trim().is_empty());
    let chat = Internal {
        name: name.clone(),
        members: members.iter().copied().chain([me]).collect(),
        ..Internal::default()
    };
    shared.cache.begin_chat(conversation, chat).await?;
    let ask = InternalAsk::OpenGroup { name, members };
    let command = AgentCommand::Internal { conversation, ask };
    outbox::put(shared, conversation, command).await?;
    Ok(Opened { conversation })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewName {
    conversation: ConversationId,
    #[serde(default)]
    name: Option<String>,
}

pub(super) async fn rename_group<H: Host>(app: &App<H>, args: NewName) -> Result<Done, CallError> {
    let name = args.name.filter(|name| !name.trim().is_empty());
    ask(app, args.conversation, InternalAsk::Rename { name }).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMembers {
    conversation: ConversationId,
    members: BTreeSet<AgentId>,
}

pub(super) async fn add_members<H: Host>(
    app: &App<H>,
    args: NewMembers,
) -> Result<Done, CallError> {
    let members = args.members;
    ask(app, args.conversation, InternalAsk::AddMembers { members }).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfMember {
    conversation: ConversationId,
    agent: AgentId,
}

pub(super) async fn remove_member<H: Host>(
    app: &App<H>,
    args: OfMember,
) -> Result<Done, CallError> {
    let agent = args.agent;
    ask(app, args.conversation, InternalAsk::RemoveMember { agent }).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Of {
    conversation: ConversationId,
}

pub(super) async fn leave<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    leaves(app, args.conversation, GoneReason::Left);
    ask(app, args.conversation, InternalAsk::Leave).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Muting {
    conversation: ConversationId,
    on: bool,
}

pub(super) async fn mute<H: Host>(app: &App<H>, args: Muting) -> Result<Done, CallError> {
    let wish = if args.on {
        InternalAsk::Mute
    } else {
        InternalAsk::Unmute
    };
    ask(app, args.conversation, wish).await
}

async fn ask<H: Host>(
    app: &App<H>,
    conversation: ConversationId,
    ask: InternalAsk,
) -> Result<Done, CallError> {
    open_first(&app.shared, conversation).await?;
    let command = AgentCommand::Internal { conversation, ask };
    put(app, conversation, command).await
}
