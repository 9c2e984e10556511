//! Who is typing right now.

use std::sync::Arc;

use guichet_domain::ConversationId;
use tokio::time::Instant;

use super::Shared;
use crate::config::TYPING_LASTS;
use crate::view::UiEvent;

impl Shared {
    /// A customer types.
    pub(crate) fn typing(self: &Arc<Self>, conversation: ConversationId) {
        let until = Instant::now() + TYPING_LASTS;
        let began = self.state().typing.insert(conversation, until).is_none();
        if began {
            self.tell(UiEvent::Typing {
                conversation,
                on: true,
            });
            let shared = Arc::downgrade(self);
            tokio::spawn(async move {
                let mut until = until;
                loop {
                    tokio::time::sleep_until(until).await;
                    let Some(shared) = shared.upgrade() else {
                        return;
                    };
                    let extended = shared.state().typing.get(&conversation).copied();
                    match extended {
                        None => return,
                        Some(later) if later > until => until = later,
                        Some(_) => return shared.typed(conversation),
                    }
                }
            });
        }
    }

    /// A customer ceased to type.
    pub(super) fn typed(&self, conversation: ConversationId) {
        if self.state().typing.remove(&conversation).is_some() {
            self.tell(UiEvent::Typing {
                conversation,
                on: false,
            });
        }
    }

    pub(crate) fn is_typing(&self, conversation: ConversationId) -> bool {
        self.state().typing.contains_key(&conversation)
    }
}
