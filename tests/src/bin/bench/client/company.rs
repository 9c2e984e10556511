//! A hub that answers from memory: one agent who holds a great many conversations, by arithmetic.

use std::sync::atomic::{AtomicU64, Ordering};

use guichet_client::{HubError, Source};
use guichet_domain::{
    AgentId, Author, Body, Channel, Contact, ContactDetails, ContactId, Conversation,
    ConversationId, Kind, Message, MessageId, Ownership, Preview, QueueId, Timestamp,
};
use guichet_protocol::{
    Cursor, Delta, Entity, EntityKind, Fetched, Key, Manifest, ManifestEntry, Put, ResyncReason,
    SyncAnswer, Window,
};
use uuid::Uuid;

use super::templates::template;

/// Entries of one page of the manifest, as the hub's.
const PAGE: u64 = 5_000;
/// What a customer and an agent write to each other, a hundred characters on average.
const WORDS: &str = "Bonjour, j'ai bien reçu la lampe, mais l'abat-jour est cassé d'un côté. Puis-je la rendre ? \
    Je peux envoyer une photo si besoin. Merci !";

/// Six in ten conversations are the agent's own, which Recents shows; the others wait in Queues.
pub(crate) struct Company {
    pub(crate) me: AgentId,
    pub(crate) conversations: u64,
    /// Lines of each.
    pub(super) lines: u64,
    /// Conversations that got one more line each time somebody caught up.
    pub(super) step: u64,
    /// Templates of the whole company.
    templates: u64,
    caught_up: AtomicU64,
}

impl Company {
    pub(crate) fn new(
        me: AgentId,
        conversations: u64,
        lines: u64,
        step: u64,
        templates: u64,
    ) -> Self {
        Self {
            me,
            conversations,
            lines,
            step,
            templates,
            caught_up: AtomicU64::new(0),
        }
    }

    /// The rows of the `n`th conversation after `more` further lines, with the last `window` of its lines.
    pub(super) fn conversation(&self, n: u64, more: u64, window: u64) -> (Conversation, Window) {
        let last_seq = self.lines + more;
        let first = last_seq - window + 1;
        let lines: Vec<Message> = (first..=last_seq).map(|seq| self.line(n, seq)).collect();
        let at = time(n, last_seq);
        let queue = QueueId(id(7, 0));
        let ownership = if n % 10 < 6 {
            Ownership::Owned {
                owner: self.me,
                queue: Some(queue),
            }
        } else {
            Ownership::Offered {
                queue,
                ringing: std::collections::BTreeSet::new(),
                round: guichet_domain::Round::default(),
            }
        };
        let kind = Kind::Customer {
            channel: Channel::LiveChat,
            account: guichet_domain::AccountId(id(6, 0)),
            contact: ContactId(id(2, n)),
            point: None,
            ownership,
        };
        let row = Conversation {
            last_at: at,
            last_seq,
            preview: lines
                .last()
                .and_then(|line| Preview::of(line.author, &line.body)),
            waiting_since: Some(at),
            ..Conversation::new(ConversationId(id(1, n)), kind, time(n, 1))
        };
        let window = Window {
            messages: lines,
            fresh: more == 0,
        };
        (row, window)
    }

    fn line(&self, n: u64, seq: u64) -> Message {
        let customer = seq % 2 == self.lines % 2;
        let length = 40 + (n * 31 + seq * 17) % 80;
        Message {
            conversation: ConversationId(id(1, n)),
            seq,
            id: Some(MessageId(id(1000 + seq, n))),
            at: time(n, seq),
            author: if customer {
                Author::Customer
            } else {
                Author::Agent(self.me)
            },
            body: Body::Text(
                WORDS
                    .chars()
                    .take(usize::try_from(length).unwrap_or(40))
                    .collect(),
            ),
            quote: None,
            mentions: std::collections::BTreeSet::new(),
        }
    }

    fn contact(n: u64) -> Contact {
        Contact {
            id: ContactId(id(2, n)),
            details: ContactDetails {
                name: Some(format!("Camille Martin {n}")),
                email: Some(format!("{n}@example.com")),
                phone: None,
                also: Vec::new(),
            },
            known: n.is_multiple_of(3),
            number: u32::try_from(n).unwrap_or(u32::MAX),
            since: time(n, 1),
        }
    }

    fn put(&self, key: &Key) -> Option<Put> {
        // The number is the last group of digits of the id.
        let n = u64::from_str_radix(key.id.rsplit('-').next()?, 16).ok()?;
        Some(match key.kind {
            EntityKind::Conversation => {
                let (row, window) = self.conversation(n, 0, self.lines);
                Put {
                    change: n + 1,
                    entity: Entity::Conversation(row),
                    messages: Some(window),
                }
            }
            EntityKind::Contact => Put {
                change: n + 1,
                entity: Entity::Contact(Self::contact(n)),
                messages: None,
            },
            EntityKind::Template => Put {
                change: n + 1,
                entity: Entity::Template(template(id(3, n), n)),
                messages: None,
            },
            _ => return None,
        })
    }

    /// The conversations of the `round`th catch-up: spread over all, others each time.
    pub(super) fn changed(&self, round: u64) -> impl Iterator<Item = u64> {
        let apart = self.conversations / self.step;
        (0..self.step).map(move |n| n * apart + round % apart)
    }
}

impl Source for Company {
    /// The first time, everything is new; after that, each time as many conversations got a line.
    async fn sync(&self, since: &Cursor, _: bool) -> Result<SyncAnswer, HubError> {
        if since.epoch != EPOCH {
            return Ok(SyncAnswer::Resync {
                reason: ResyncReason::Epoch,
            });
        }
        let round = self.caught_up.fetch_add(1, Ordering::Relaxed);
        let puts = self
            .changed(round)
            .zip(since.change + 1..)
            .map(|(n, change)| {
                let (row, window) = self.conversation(n, 1, 1);
                Put {
                    change,
                    entity: Entity::Conversation(row),
                    messages: Some(window),
                }
            })
            .collect();
        Ok(SyncAnswer::Delta(Delta {
            from: since.clone(),
            to: cursor(since.change + self.step),
            puts,
            dels: Vec::new(),
            more: false,
        }))
    }

    async fn manifest(&self, after: Option<&str>) -> Result<Manifest, HubError> {
        let from: u64 = after.and_then(|page| page.parse().ok()).unwrap_or(0);
        let to = (from + PAGE).min(self.conversations);
        let templates = if from == 0 { self.templates } else { 0 };
        let templates = (0..templates).map(|n| ManifestEntry {
            key: Key::new(EntityKind::Template, id(3, n)),
            change: n + 1,
        });
        let entries = (from..to)
            .flat_map(|n| {
                [
                    (EntityKind::Contact, id(2, n)),
                    (EntityKind::Conversation, id(1, n)),
                ]
                .map(|(kind, id)| ManifestEntry {
                    key: Key::new(kind, id),
                    change: n + 1,
                })
            })
            .chain(templates)
            .collect();
        Ok(Manifest {
            cursor: cursor(self.conversations),
            entries,
            next: (to < self.conversations).then(|| to.to_string()),
        })
    }

    async fn fetch(&self, keys: &[Key]) -> Result<Fetched, HubError> {
        let puts = keys.iter().filter_map(|key| self.put(key)).collect();
        Ok(Fetched { puts })
    }
}

const EPOCH: &str = "bench";

fn cursor(change: u64) -> Cursor {
    Cursor {
        epoch: EPOCH.to_owned(),
        change,
        tag: 7,
    }
}

/// The `n`th id of a kind.
fn id(kind: u64, n: u64) -> Uuid {
    Uuid::from_u64_pair(kind, n)
}

/// A conversation a minute, a line a second.
fn time(n: u64, seq: u64) -> Timestamp {
    let seconds = 1_700_000_000 + n * 60 + seq;
    Timestamp(i64::try_from(seconds * 1000).unwrap_or(i64::MAX))
}
