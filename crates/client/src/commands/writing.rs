//! Texts: sent, noted, kept for later.

use std::collections::BTreeSet;

use guichet_domain::{AgentId, CommandId, ConversationId};
use guichet_protocol::AgentCommand;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Done;
use super::internal::open_first;
use crate::app::App;
use crate::config::TYPING_EVERY;
use crate::error::CallError;
use crate::host::Host;
use crate::outbox;
use crate::templates::fill;
use crate::view::UiEvent;
use crate::windows::overseen::overseen;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Text {
    conversation: ConversationId,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reply {
    conversation: ConversationId,
    text: String,
    /// The line it answers to.
    #[serde(default)]
    quote: Option<u64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    conversation: ConversationId,
    text: String,
    /// The colleagues it names.
    #[serde(default)]
    mentions: BTreeSet<AgentId>,
}

#[derive(Debug, Serialize)]
pub(super) struct Sent {
    message: CommandId,
}

/// Durable when it answers. A text with a field of a template that nobody filled does not leave. In a conversation that is gone, the text becomes an unsent draft; where somebody else took it
/// a moment ago, by the hub's answer, which says who.
pub(super) async fn send<H: Host>(app: &App<H>, args: Reply) -> Result<Sent, CallError> {
    not_blank(&args.text)?;
    fill::is_filled(&args.text)?;
    if !app.shared.was_just_taken(args.conversation) {
        still_held(app, args.conversation, &args.text).await?;
    }
    open_first(&app.shared, args.conversation).await?;
    let command = AgentCommand::Reply {
        conversation: args.conversation,
        text: args.text,
        quote: args.quote,
    };
    let message = outbox::put(&app.shared, args.conversation, command).await?;
    Ok(Sent { message })
}

pub(super) async fn note<H: Host>(app: &App<H>, args: Note) -> Result<Done, CallError> {
    not_blank(&args.text)?;
    let whispers = overseen(&app.shared, args.conversation).is_some();
    let held = app.shared.cache.conversation(args.conversation).await?;
    if !whispers || held.is_some() {
        still_held(app, args.conversation, &args.text).await?;
    }
    let command = AgentCommand::Note {
        conversation: args.conversation,
        text: args.text,
        mentions: args.mentions,
    };
    if whispers && held.is_none() {
        // The text stays in the box until the hub has it.
        outbox::now(&app.shared, command).await?;
    } else {
        outbox::put(&app.shared, args.conversation, command).await?;
    }
    Ok(Done {})
}

fn not_blank(text: &str) -> Result<(), CallError> {
    if text.trim().is_empty() {
        return Err(CallError::new("text-empty"));
    }
    Ok(())
}

async fn still_held<H: Host>(
    app: &App<H>,
    conversation: ConversationId,
    text: &str,
) -> Result<(), CallError> {
    let (cache, me) = (&app.shared.cache, app.shared.me()?);
    if cache.conversation(conversation).await?.is_none() {
        cache.add_unsent(&me.to_string(), text).await?;
        return Err(CallError::new("gone"));
    }
    Ok(())
}

/// An empty text deletes. In a conversation that went a moment ago, the text becomes an unsent draft.
pub(super) async fn draft<H: Host>(app: &App<H>, args: Text) -> Result<Done, CallError> {
    let me = app.shared.me()?;
    let cache = &app.shared.cache;
    let kept = cache.set_draft(me, args.conversation, &args.text).await?;
    app.shared.tell(UiEvent::Inbox);
    if kept {
        Ok(Done {})
    } else {
        Err(CallError::new("gone"))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfDraft {
    id: Uuid,
}

pub(super) async fn delete_unsent_draft<H: Host>(
    app: &App<H>,
    args: OfDraft,
) -> Result<Done, CallError> {
    let me = app.shared.me()?;
    app.shared.cache.delete_unsent(me, args.id).await?;
    Ok(Done {})
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Of {
    conversation: ConversationId,
}

/// Told to the customer every few seconds at most; one that does not arrive is no matter.
#[expect(clippy::unused_async, reason = "every command is called alike")]
pub(super) async fn typing<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let hub = app.shared.hub()?;
    let now = app.shared.clock.now().0;
    let due = {
        let mut state = app.shared.state();
        state.told_typing.retain(|_, at| now - *at < TYPING_EVERY);
        state.told_typing.insert(args.conversation, now).is_none()
    };
    if due {
        tokio::spawn(async move {
            if let Err(error) = hub.typing(args.conversation).await {
                tracing::debug!(%error, "a sign of typing did not arrive");
            }
        });
    }
    Ok(Done {})
}
