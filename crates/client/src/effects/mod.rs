//! What happens in the cache, carried to the desktop: notifications, ringtones, the end of a session.

mod reaction;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use fluent_bundle::FluentValue;
use guichet_domain::{Author, Body, Conversation, ConversationId, Kind, Timestamp};
use tokio::sync::mpsc::UnboundedReceiver;

use crate::app::App;
use crate::cache::{Applied, CacheError, Move, Recents};
use crate::host::{Host, Notification};
use crate::shared::Signal;
use crate::view::NotifyContent;
use crate::windows::Directory;
use reaction::{Happening, Occasion, happening, react};

/// Serves signals until its task is ended.
pub(crate) async fn run<H: Host>(app: App<H>, mut signals: UnboundedReceiver<Signal>) {
    let mut desktop = Desktop {
        app,
        shown: BTreeSet::new(),
        last_sound: None,
    };
    while let Some(signal) = signals.recv().await {
        let served = match signal {
            Signal::Applied(applied) => desktop.applied(applied).await,
            Signal::Focus => {
                desktop.focus();
                Ok(())
            }
            Signal::Expired => {
                desktop.app.expire().await;
                Ok(())
            }
        };
        if let Err(error) = served {
            tracing::error!(%error, "the desktop could not be told");
        }
    }
}

struct Desktop<H: Host> {
    app: App<H>,
    /// Conversations with a notification.
    shown: BTreeSet<ConversationId>,
    last_sound: Option<Timestamp>,
}

impl<H: Host> Desktop<H> {
    async fn applied(&mut self, applied: Applied) -> Result<(), CacheError> {
        for gone in &applied.gone {
            self.withdraw(gone.conversation);
        }
        for moved in &applied.moves {
            let rang = moved.before.and_then(|before| before.recents) == Some(Recents::Ringing);
            if rang && moved.after.recents != Some(Recents::Ringing) {
                self.withdraw(moved.conversation);
            }
            if let Some(happening) = happening(moved) {
                self.happened(moved, happening).await?;
            }
        }
        let touched: Vec<_> = self.shown.intersection(&applied.threads).copied().collect();
        for conversation in touched {
            if !self.is_due(conversation).await? {
                self.withdraw(conversation);
            }
        }
        Ok(())
    }

    async fn happened(&mut self, moved: &Move, happening: Happening) -> Result<(), CacheError> {
        if self.is_muted(moved).await? {
            return Ok(());
        }
        let now = self.app.shared.clock.now();
        let (settings, focus) = {
            let state = self.app.shared.state();
            (state.settings.clone(), state.focus)
        };
        let reaction = react(&Occasion {
            happening,
            conversation: moved.conversation,
            focus,
            settings: &settings,
            last_sound: self.last_sound,
            now,
        });
        if let Some(ringtone) = reaction.sound {
            self.last_sound = Some(now);
            self.app.host.play(ringtone, settings.ringtone_volume);
        }
        if reaction.notify
            && let Some(notification) = self
                .words(moved, happening, settings.notify_content)
                .await?
        {
            self.shown.insert(moved.conversation);
            self.app.host.notify(notification);
        }
        Ok(())
    }

    /// A chat of which this agent wants to hear nothing.
    async fn is_muted(&self, moved: &Move) -> Result<bool, CacheError> {
        match self.app.shared.me() {
            Ok(me) if moved.after.internal => {
                let mine = self.app.shared.cache.mine(me, moved.conversation).await?;
                Ok(mine.muted)
            }
            _ => Ok(false),
        }
    }

    /// What a notification says; `None` when the conversation is gone already.
    async fn words(
        &self,
        moved: &Move,
        happening: Happening,
        content: NotifyContent,
    ) -> Result<Option<Notification>, CacheError> {
        let shared = &self.app.shared;
        let language = shared.language();
        let Some(conversation) = shared.cache.conversation(moved.conversation).await? else {
            return Ok(None);
        };
        let contact = match conversation.contact() {
            Some(contact) => shared.cache.contact(contact).await?,
            None => None,
        };
        let Ok(me) = shared.me() else {
            return Ok(None);
        };
        let directory = Directory::load(&shared.cache, me, language).await?;
        let name = directory.of(&conversation, contact.as_ref());
        let plain = match happening {
            Happening::Rings => "client-notification-conversation",
            Happening::Wrote => "client-notification-message",
        };
        let (title, body) = match content {
            NotifyContent::None => (
                language.say("client-notification-title", &[]),
                language.say(plain, &[]),
            ),
            NotifyContent::Queue => {
                let body = match self.queue_of(&conversation).await? {
                    Some(queue) => {
                        let queue = [("queue", FluentValue::from(queue))];
                        language.say(&format!("{plain}-queue"), &queue)
                    }
                    None => language.say(plain, &[]),
                };
                (name, body)
            }
            NotifyContent::Text => {
                let text = match moved.wrote.as_ref().map(|message| &message.body) {
                    Some(Body::Text(text)) => said(text, moved, &conversation, &directory),
                    _ => match &conversation.preview {
                        Some(preview) => preview.text.clone(),
                        None => language.say(plain, &[]),
                    },
                };
                (name, text.chars().take(200).collect())
            }
        };
        Ok(Some(Notification {
            title,
            body,
            conversation: moved.conversation,
        }))
    }

    async fn queue_of(&self, conversation: &Conversation) -> Result<Option<String>, CacheError> {
        match conversation.queue() {
            Some(queue) => {
                let queue = self.app.shared.cache.queue(queue).await?;
                Ok(queue.map(|queue| queue.name))
            }
            None => Ok(None),
        }
    }

    /// Is there still something to tell of a conversation?
    async fn is_due(&self, id: ConversationId) -> Result<bool, CacheError> {
        let shared = &self.app.shared;
        let Ok(me) = shared.me() else {
            return Ok(false);
        };
        let Some(conversation) = shared.cache.conversation(id).await? else {
            return Ok(false);
        };
        let mine = shared.cache.mine(me, id).await?;
        let unread = shared.cache.unread(id, mine.read).await?;
        let glimpse = crate::cache::Glimpse::of(&conversation, me);
        Ok(glimpse.recents.is_some() && unread > 0)
    }

    fn focus(&mut self) {
        let focus = self.app.shared.state().focus;
        if let (Some(conversation), true) = (focus.conversation, focus.focused) {
            self.withdraw(conversation);
        }
    }

    /// Takes a notification away; with the last one it falls silent.
    fn withdraw(&mut self, conversation: ConversationId) {
        if !self.shown.remove(&conversation) {
            return;
        }
        self.app.host.withdraw(conversation);
        if self.shown.is_empty() {
            self.app.host.stop();
        }
    }
}

/// In a group with the name of who said it.
fn said(text: &str, moved: &Move, conversation: &Conversation, directory: &Directory) -> String {
    let author = moved.wrote.as_ref().map(|line| line.author);
    match (&conversation.kind, author) {
        (Kind::Internal(chat), Some(Author::Agent(by))) if !chat.direct => {
            let author = ("author", FluentValue::from(directory.agent(by)));
            let text = ("text", FluentValue::from(text.to_owned()));
            directory
                .language
                .say("client-notification-said", &[author, text])
        }
        _ => text.to_owned(),
    }
}
