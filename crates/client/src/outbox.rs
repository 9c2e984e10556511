//! What the agent did, until the hub has answered.
//!
//! A command is durable before the screen shows it, and keeps its id whatever happens, so that the hub does it once.
//! Commands of one conversation leave in order, each when the one before is answered; different conversations do not
//! wait for each other. An echo is replaced when its line comes by the feed, never by the answer alone. What the hub
//! refuses, or what waited for three days, becomes an unsent draft.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use guichet_domain::{CommandId, ConversationId, Refusal, Timestamp};
use guichet_protocol::{AgentCommand, CommandRequest, CommandResult};
use tokio::time::Instant;

use crate::cache::{CacheError, Settled};
use crate::config::OUTBOX_KEEPS;
use crate::connection::{Hub, HubError, Verdict, backoff};
use crate::error::CallError;
use crate::shared::{Shared, Signal};
use crate::view::UiEvent;

/// Conversations that send at the same time.
const PARALLEL: usize = 8;
/// After the cache failed, or where the hub speaks another protocol.
const LONG_PAUSE: Duration = Duration::from_secs(30);

/// Puts a command of a conversation into the outbox. Durable when it returns.
pub(crate) async fn put(
    shared: &Shared,
    conversation: ConversationId,
    command: AgentCommand,
) -> Result<CommandId, CallError> {
    let me = shared.me()?;
    let id = shared.clock.command_id();
    shared.cache.enqueue(me, id, conversation, &command).await?;
    shared.outbox.notify_one();
    shared.tell(UiEvent::Thread { conversation });
    shared.tell(UiEvent::Inbox);
    shared.tell_connection().await;
    Ok(id)
}

/// Asks the hub now, or not at all: what would be wrong later, such as "I am available", does not wait.
pub(crate) async fn now(shared: &Shared, command: AgentCommand) -> Result<(), CallError> {
    let request = CommandRequest {
        id: shared.clock.command_id(),
        command,
    };
    match shared.hub()?.submit(&request).await?.result {
        CommandResult::Done { .. } => Ok(()),
        CommandResult::Refused { refusal } => Err(CallError::from(&refusal)),
    }
}

/// Why nothing is sent for a while.
struct Pause {
    until: Instant,
    /// The hub could not be reached, or speaks another protocol: a sign that it serves us again ends the pause.
    no_hub: bool,
}

/// Sends until its task is ended.
pub(crate) async fn run(shared: Arc<Shared>, hub: Hub) {
    let mut sending = FuturesUnordered::new();
    let mut busy = HashSet::new();
    let mut failures = 0;
    let mut pause: Option<Pause> = None;
    loop {
        if pause.is_none() {
            match next(&shared, &busy).await {
                Ok(heads) => {
                    for (id, conversation) in heads {
                        busy.insert(conversation);
                        sending.push(send(&shared, &hub, id, conversation));
                    }
                }
                Err(error) => {
                    tracing::error!(%error, "the outbox cannot be read");
                    pause = Some(Pause {
                        until: Instant::now() + LONG_PAUSE,
                        no_hub: false,
                    });
                }
            }
        }
        let until = pause.as_ref().map(|pause| pause.until);
        tokio::select! {
            () = shared.outbox.notified() => {
                pause = pause.filter(|pause| !pause.no_hub);
            }
            Some((conversation, sent)) = sending.next(), if !sending.is_empty() => {
                busy.remove(&conversation);
                match sent {
                    Sent::Settled => failures = 0,
                    Sent::Ended => {}
                    Sent::Failed { no_hub, at_least } => {
                        failures += 1;
                        let wait = backoff::chance_pause(failures).max(at_least);
                        pause = Some(Pause { until: Instant::now() + wait, no_hub });
                    }
                }
            }
            () = tokio::time::sleep_until(until.unwrap_or_else(Instant::now)), if until.is_some() => {
                pause = None;
            }
        }
    }
}

/// Whose turn it is. What waited too long is given up first.
async fn next(
    shared: &Shared,
    busy: &HashSet<ConversationId>,
) -> Result<Vec<(CommandId, ConversationId)>, CacheError> {
    let Ok(me) = shared.me() else {
        return Ok(Vec::new());
    };
    let oldest = Timestamp(shared.clock.now().0 - OUTBOX_KEEPS);
    for (id, conversation) in shared.cache.waiting_since_before(me, oldest).await? {
        if !busy.contains(&conversation) {
            give_up(shared, id, conversation, &CallError::new("expired")).await?;
        }
    }
    let heads = shared.cache.heads(me).await?;
    let free = PARALLEL.saturating_sub(busy.len());
    Ok(heads
        .into_iter()
        .filter(|(_, conversation)| !busy.contains(conversation))
        .take(free)
        .collect())
}

/// What became of one attempt.
enum Sent {
    /// The hub answered.
    Settled,
    /// There is nobody to send for any more.
    Ended,
    Failed {
        no_hub: bool,
        at_least: Duration,
    },
}

async fn send(
    shared: &Shared,
    hub: &Hub,
    id: CommandId,
    conversation: ConversationId,
) -> (ConversationId, Sent) {
    let sent = match attempt(shared, hub, id, conversation).await {
        Ok(sent) => sent,
        Err(error) => {
            tracing::error!(%error, "an answer could not be stored");
            Sent::Failed {
                no_hub: false,
                at_least: LONG_PAUSE,
            }
        }
    };
    (conversation, sent)
}

async fn attempt(
    shared: &Shared,
    hub: &Hub,
    id: CommandId,
    conversation: ConversationId,
) -> Result<Sent, CacheError> {
    let Some(command) = shared.cache.attempt(id).await? else {
        return Ok(Sent::Settled);
    };
    let request = CommandRequest { id, command };
    match hub.submit(&request).await {
        Ok(answer) => match answer.result {
            CommandResult::Done { seq, .. } => {
                shared.cache.done(id, seq).await?;
                shared.tell(UiEvent::Thread { conversation });
                shared.tell_connection().await;
            }
            CommandResult::Refused { refusal } => {
                refused(shared, conversation, &request, &refusal).await?;
            }
        },
        Err(error) => return failed(shared, id, conversation, error).await,
    }
    Ok(Sent::Settled)
}

async fn failed(
    shared: &Shared,
    id: CommandId,
    conversation: ConversationId,
    error: HubError,
) -> Result<Sent, CacheError> {
    let unreachable = matches!(error, HubError::Unreachable(_));
    match error.verdict() {
        Verdict::Again(at_least) => Ok(Sent::Failed {
            no_hub: unreachable,
            at_least: at_least.unwrap_or_default(),
        }),
        Verdict::TooOld | Verdict::TooNew => Ok(Sent::Failed {
            no_hub: true,
            at_least: LONG_PAUSE,
        }),
        Verdict::SignedOut => {
            shared.signal(Signal::Expired);
            Ok(Sent::Ended)
        }
        Verdict::Never => {
            tracing::error!(%error, "the hub will never take a command");
            give_up(shared, id, conversation, &CallError::from(error)).await?;
            Ok(Sent::Settled)
        }
    }
}

/// The hub said no. A lost race is told with the winner's name; a read position that came too late is not told.
async fn refused(
    shared: &Shared,
    conversation: ConversationId,
    request: &CommandRequest,
    refusal: &Refusal,
) -> Result<(), CacheError> {
    shared.state().leaving.remove(&conversation);
    match (&request.command, refusal) {
        (AgentCommand::Read { .. } | AgentCommand::MarkUnread { .. }, _) => {
            shared.cache.refused(request.id).await?;
        }
        (_, Refusal::Taken { winner }) => {
            let by = match shared.cache.agent(*winner).await? {
                Some(winner) => winner.name,
                None => shared.language().say("client-somebody", &[]),
            };
            if let Settled::Now { kept_text } = shared.cache.refused(request.id).await? {
                shared.tell_taken(conversation, by, kept_text);
            }
        }
        (_, refusal) => {
            give_up(shared, request.id, conversation, &refusal.into()).await?;
        }
    }
    shared.tell(UiEvent::Thread { conversation });
    shared.tell_connection().await;
    Ok(())
}

/// The agent's words become an unsent draft, and the screen says why.
async fn give_up(
    shared: &Shared,
    id: CommandId,
    conversation: ConversationId,
    why: &CallError,
) -> Result<(), CacheError> {
    if let Settled::Now { .. } = shared.cache.refused(id).await? {
        shared.tell(UiEvent::Failed {
            conversation: Some(conversation),
            code: why.code.clone().into_owned(),
            params: why.params.clone(),
        });
        shared.tell(UiEvent::Thread { conversation });
        shared.tell_connection().await;
    }
    Ok(())
}
