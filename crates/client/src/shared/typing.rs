//! Who is typing right now.

use std::sync::Arc;

use guichet_domain::{AgentId, ConversationId};
use tokio::time::Instant;

use super::Shared;
use crate::config::TYPING_LASTS;
use crate::view::UiEvent;

/// Where, and which colleague; `None`: the customer.
pub(super) type Typist = (ConversationId, Option<AgentId>);

impl Shared {
    /// A customer or a colleague types.
    pub(crate) fn typing(self: &Arc<Self>, conversation: ConversationId, by: Option<AgentId>) {
        let typist = (conversation, by);
        let until = Instant::now() + TYPING_LASTS;
        let began = self.state().typing.insert(typist, until).is_none();
        if began {
            self.tell_typing(typist, true);
            let shared = Arc::downgrade(self);
            tokio::spawn(async move {
                let mut until = until;
                loop {
                    tokio::time::sleep_until(until).await;
                    let Some(shared) = shared.upgrade() else {
                        return;
                    };
                    let extended = shared.state().typing.get(&typist).copied();
                    match extended {
                        None => return,
                        Some(later) if later > until => until = later,
                        Some(_) => return shared.typed(conversation, by),
                    }
                }
            });
        }
    }

    /// A customer or a colleague ceased to type.
    pub(super) fn typed(&self, conversation: ConversationId, by: Option<AgentId>) {
        let typist = (conversation, by);
        if self.state().typing.remove(&typist).is_some() {
            self.tell_typing(typist, false);
        }
    }

    /// Nobody types any more where nothing is held.
    pub(super) fn all_typed(&self, conversation: ConversationId) {
        let (state, here) = (&mut self.state(), conversation);
        state.typing.retain(|(of, _), _| *of != here);
    }

    /// Does the customer type?
    pub(crate) fn is_typing(&self, conversation: ConversationId) -> bool {
        self.state().typing.contains_key(&(conversation, None))
    }

    /// The colleagues who type.
    pub(crate) fn typists(&self, conversation: ConversationId) -> Vec<AgentId> {
        let state = self.state();
        let here = state.typing.keys().filter(|(of, _)| *of == conversation);
        here.filter_map(|(_, by)| *by).collect()
    }

    /// Of colleagues the thread says who they are.
    fn tell_typing(&self, (conversation, by): Typist, on: bool) {
        self.tell(match by {
            None => UiEvent::Typing { conversation, on },
            Some(_) => UiEvent::Thread { conversation },
        });
    }
}
