//! The visitors' side of the feed: a hint that something changed for one contact.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

use guichet_domain::{ContactId, ConversationId};
use guichet_protocol::{Entity, EntityKind};
use tokio::sync::broadcast;

use crate::working_set::Committed;

/// Hints that wait for one visitor's stream; whoever is slower looks again.
const QUEUE: usize = 32;

/// What a visitor's stream should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum VisitorHint {
    Changed(ConversationId),
    /// An agent is typing, by name.
    Typing {
        agent: String,
    },
    /// Somebody came or went.
    Availability,
}

/// The open streams of visitors.
#[derive(Default)]
pub struct Visitors {
    streams: Mutex<HashMap<ContactId, broadcast::Sender<VisitorHint>>>,
}

impl Visitors {
    /// Hints for one contact. A lagging receiver should look at everything.
    pub fn listen(&self, contact: ContactId) -> broadcast::Receiver<VisitorHint> {
        let mut streams = self.streams();
        streams.retain(|_, stream| stream.receiver_count() > 0);
        streams
            .entry(contact)
            .or_insert_with(|| broadcast::channel(QUEUE).0)
            .subscribe()
    }

    /// Tells one contact.
    pub fn hint(&self, contact: ContactId, hint: VisitorHint) {
        if let Some(stream) = self.streams().get(&contact) {
            let _ = stream.send(hint);
        }
    }

    pub(super) fn tell(&self, group: &Committed) {
        for touched in &group.touched {
            if let (EntityKind::Contact, None) = (touched.key.kind, &touched.entity)
                && let Ok(contact) = touched.key.id.parse()
            {
                // Merged or erased: what their page shows may be gone.
                self.hint(contact, VisitorHint::Availability);
            }
            if let Some(Entity::Conversation(conversation)) = &touched.entity
                && let Some(point) = conversation.point()
            {
                self.hint(point, VisitorHint::Changed(conversation.id));
            }
        }
        if group.board_changed {
            self.everybody_looks();
        }
    }

    pub(crate) fn everybody_looks(&self) {
        for stream in self.streams().values() {
            let _ = stream.send(VisitorHint::Availability);
        }
    }

    fn streams(&self) -> MutexGuard<'_, HashMap<ContactId, broadcast::Sender<VisitorHint>>> {
        match self.streams.lock() {
            Ok(streams) => streams,
            Err(poisoned) => poisoned.into_inner(),
        }
    }
}
