//! Telling the screen what a transaction changed.

use guichet_domain::{Author, ConversationId};

use super::{Shared, Signal, State};
use crate::cache::{Applied, Gone};
use crate::config::SAME_MOMENT;
use crate::sync::News;
use crate::view::{GoneReason, UiEvent};

impl News for Shared {
    fn applied(&self, applied: Applied) {
        for moved in &applied.moves {
            if let Some(line) = &moved.wrote {
                let by = match line.author {
                    Author::Agent(agent) => Some(agent),
                    Author::Customer | Author::Hub => None,
                };
                self.typed(moved.conversation, by);
            }
            if moved.before.is_none() {
                self.state().told_gone.remove(&moved.conversation);
            }
            if moved.after.waits {
                // Given back, and still seen as any member of the queue sees it.
                self.state().leaving.remove(&moved.conversation);
            }
        }
        self.tell_applied(&applied, |state, gone| {
            let left = state.leaving.remove(&gone.conversation);
            left.unwrap_or(if gone.was.internal {
                GoneReason::Removed
            } else if gone.was.waits {
                GoneReason::Taken
            } else if gone.was.closed {
                GoneReason::Deleted
            } else {
                GoneReason::Transferred
            })
        });
        self.signal(Signal::Applied(applied));
    }

    /// What is new after a resync is not news.
    fn resynced(&self, applied: Applied) {
        self.tell_applied(&applied, |state, gone| {
            state
                .leaving
                .remove(&gone.conversation)
                .unwrap_or(GoneReason::Rights)
        });
        self.signal(Signal::Applied(Applied {
            moves: Vec::new(),
            ..applied
        }));
    }
}

impl Shared {
    /// A conversation is about to go, and the screen is told why now.
    pub(crate) fn tell_taken(&self, conversation: ConversationId, by: String, kept_draft: bool) {
        self.state().told_gone.insert(conversation);
        self.tell(UiEvent::Gone {
            conversation,
            reason: GoneReason::Taken,
            by: Some(by),
            kept_draft,
        });
    }

    /// Somebody else took it so short a time ago that this agent may have pressed the same moment: the hub is asked all
    /// the same, and says who won.
    pub(crate) fn was_just_taken(&self, conversation: ConversationId) -> bool {
        let now = self.clock.now().0;
        let state = self.state();
        let at = state.taken.get(&conversation);
        at.is_some_and(|at| now - at < SAME_MOMENT)
    }

    fn tell_applied(&self, applied: &Applied, reason: impl Fn(&mut State, &Gone) -> GoneReason) {
        if applied.is_empty() {
            return;
        }
        for gone in &applied.gone {
            let (reason, told) = {
                let mut state = self.state();
                let reason = reason(&mut state, gone);
                if reason == GoneReason::Taken {
                    let now = self.clock.now().0;
                    state.taken.retain(|_, at| now - *at < SAME_MOMENT);
                    state.taken.insert(gone.conversation, now);
                }
                (reason, state.told_gone.remove(&gone.conversation))
            };
            self.all_typed(gone.conversation);
            if !told || gone.kept_draft {
                self.tell(UiEvent::Gone {
                    conversation: gone.conversation,
                    reason,
                    by: None,
                    kept_draft: gone.kept_draft,
                });
            }
        }
        if applied.templates {
            self.state().templates.forget();
            self.tell(UiEvent::Templates);
        }
        if applied.inbox {
            self.tell(UiEvent::Inbox);
        }
        for conversation in &applied.threads {
            self.tell(UiEvent::Thread {
                conversation: *conversation,
            });
        }
    }
}
