//! The hub's side of a history: its core, and what the authors of messages were told.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use guichet_domain::{
    AgentId, Body, Command, CommandId, Conversation, ConversationId, Envelope, MessageId, holds,
};
use guichet_hub::clock;
use guichet_hub::store::Store;
use guichet_protocol::CommandResult;

use super::check::Violation;
use super::lies::Lie;
use crate::core::{Backup, Core};
use crate::history::{self, Step};

/// The hub, and what it promised.
pub(super) struct Counter {
    pub(super) core: Core,
    pub(super) lie: Option<Lie>,
    promised: Mutex<Promised>,
}

#[derive(Clone, Default)]
struct Promised {
    /// Texts acknowledged to their authors, and not deleted since.
    texts: BTreeMap<MessageId, String>,
    /// Every conversation there ever was; after a restore some are no more.
    conversations: Vec<ConversationId>,
    last: Option<Envelope>,
}

/// The hub's files, and what it had promised by then.
pub(super) struct Kept {
    files: Backup,
    promised: Promised,
}

impl Counter {
    pub(super) async fn open(folder: &std::path::Path, lie: Option<Lie>) -> Self {
        let core = Core::open(folder).await;
        history::found(&core).await;
        Self {
            core,
            lie,
            promised: Mutex::default(),
        }
    }

    /// Carries out a step that is a command. Refusals are part of a history.
    pub(super) async fn carry_out(&self, step: &Step) {
        let known = self.promised().conversations.clone();
        let board = self.core.committer.board();
        for (actor, command) in history::commands(&board, &known, step) {
            let id = command.message().map_or_else(clock::new_id, |id| id.0);
            let id = CommandId(id);
            let envelope = Envelope { actor, id, command };
            self.promised().last = Some(envelope.clone());
            self.submit(envelope).await;
        }
    }

    /// The last command comes again, as it was.
    pub(super) async fn repeat(&self) {
        let last = self.promised().last.clone();
        if let Some(envelope) = last {
            let envelope = match self.lie {
                Some(Lie::RenamesRepeated) => renamed(envelope),
                _ => envelope,
            };
            self.submit(envelope).await;
        }
    }

    async fn submit(&self, envelope: Envelope) {
        let named = envelope.command.conversation();
        let texts = match named {
            Some(named) => self.texts(named).await,
            None => Vec::new(),
        };
        let answer = self.core.committer.submit(envelope.clone()).await;
        if !matches!(answer.expect("an answer"), CommandResult::Done { .. }) {
            return;
        }
        // Deleted by name, or because nobody is left who could read it.
        let deleted = match named {
            Some(named) => self.core.store.conversation(named).await,
            None => Ok(None),
        };
        let deleted = named.is_some() && deleted.expect("reads").is_none();
        let mut promised = self.promised();
        if deleted {
            promised.texts.retain(|_, text| !texts.contains(text));
        }
        if let (Some(id), Some(text)) = (envelope.command.message(), text(&envelope.command)) {
            promised.texts.insert(id, text.to_owned());
        }
        let opened = match envelope.command {
            Command::Receive { opens, .. } => Some(opens),
            Command::Internal { conversation, .. } => Some(conversation),
            _ => None,
        };
        if let Some(opens) = opened {
            // Most continue an open one; a name that never was is as good as one that is no more.
            if !promised.conversations.contains(&opens) {
                promised.conversations.push(opens);
            }
        }
    }

    pub(super) fn keep(&self) -> Kept {
        Kept {
            files: self.core.back_up(),
            promised: self.promised().clone(),
        }
    }

    /// The hub goes back, and with it what it promised since; its authors do not forget which conversations were.
    pub(super) async fn restore(self, kept: &Kept, by_hand: bool) -> Self {
        let now = self.promised().clone();
        let mut core = self.core.restore(&kept.files).await;
        if !by_hand {
            core.store.renew_epoch().await.expect("renews");
            core = core.restart().await;
        }
        let promised = Promised {
            texts: kept.promised.texts.clone(),
            ..now
        };
        Self {
            core,
            lie: self.lie,
            promised: Mutex::new(promised),
        }
    }

    /// The hub ends and starts again on the same files.
    pub(super) async fn restart(self, crash: bool) -> Self {
        let core = if crash {
            let files = self.core.back_up();
            self.core.restore(&files).await
        } else {
            self.core.restart().await
        };
        Self { core, ..self }
    }

    /// Every conversation there is.
    pub(super) async fn conversations(&self) -> Vec<Conversation> {
        let store = &self.core.store;
        let all = store.conversations_of(&history::contacts()).await;
        let mut all = all.expect("reads");
        let known = self.promised().conversations.clone();
        for id in known {
            let found = store.conversation(id).await.expect("reads");
            all.extend(
                found
                    .map(|(row, _)| row)
                    .filter(|row| row.contact().is_none()),
            );
        }
        all
    }

    /// By the rule as a function: what this agent holds.
    pub(super) async fn held_by(&self, agent: AgentId) -> BTreeMap<ConversationId, Conversation> {
        let board = self.core.committer.board();
        let all = self.conversations().await.into_iter();
        all.filter(|conversation| holds(&board, agent, conversation))
            .map(|conversation| (conversation.id, conversation))
            .collect()
    }

    /// Every text that an author was told to be stored is there, and none is there twice.
    pub(super) async fn keeps_its_promises(&self) -> Result<(), Violation> {
        let mut found = BTreeSet::new();
        for conversation in self.conversations().await {
            for text in self.texts(conversation.id).await {
                if !found.insert(text.clone()) {
                    return Err(Violation(format!("`{text}` is there twice")));
                }
            }
        }
        match self.promised().texts.values().find(|t| !found.contains(*t)) {
            Some(lost) => Err(Violation(format!("`{lost}` was acknowledged and is lost"))),
            None => Ok(()),
        }
    }

    async fn texts(&self, conversation: ConversationId) -> Vec<String> {
        let lines = self.core.store.messages(conversation, None, 100_000).await;
        let lines = lines.expect("reads").into_iter();
        lines
            .filter_map(|line| match line.body {
                Body::Text(text) | Body::Note(text) => Some(text),
                Body::System(_) => None,
            })
            .collect()
    }

    fn promised(&self) -> MutexGuard<'_, Promised> {
        self.promised.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn text(command: &Command) -> Option<&str> {
    match command {
        Command::Receive { text, .. }
        | Command::Reply { text, .. }
        | Command::Note { text, .. } => Some(text),
        Command::Transfer { note, .. } => note.as_deref(),
        _ => None,
    }
}

/// The same under another id.
fn renamed(mut envelope: Envelope) -> Envelope {
    let new = clock::new_id();
    envelope.id = CommandId(new);
    match &mut envelope.command {
        Command::Receive { message, .. }
        | Command::Reply { message, .. }
        | Command::Note { message, .. }
        | Command::Transfer {
            note_id: message, ..
        } => *message = MessageId(new),
        _ => {}
    }
    envelope
}
