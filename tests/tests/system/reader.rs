//! A reader of the feed by the rules of the protocol: what an app's cache must do, in memory.

use std::collections::BTreeMap;

use guichet_domain::{AgentId, Message};
use guichet_hub::feed;
use guichet_hub::store::Store;
use guichet_protocol::{Cursor, Delta, Entity, Key, Put, ResyncReason, SyncAnswer};

use crate::core::Core;

/// One agent's cache.
pub(crate) struct Reader {
    pub(crate) agent: AgentId,
    pub(crate) cursor: Option<Cursor>,
    pub(crate) rows: BTreeMap<Key, Cached>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cached {
    pub(crate) change: u64,
    pub(crate) entity: Entity,
    pub(crate) messages: BTreeMap<u64, Message>,
}

impl Reader {
    pub(crate) fn new(agent: AgentId) -> Self {
        Self {
            agent,
            cursor: None,
            rows: BTreeMap::new(),
        }
    }

    /// Applies a frame if it continues this cursor; answers whether it did.
    pub(crate) fn apply(&mut self, delta: &Delta) -> bool {
        if self.cursor.as_ref() != Some(&delta.from) {
            return false;
        }
        self.put(&delta.puts);
        for key in &delta.dels {
            self.rows.remove(key);
        }
        self.cursor = Some(delta.to.clone());
        true
    }

    /// Catches up to the head of the log.
    pub(crate) async fn pull(&mut self, core: &Core) {
        loop {
            let Some(cursor) = self.cursor.clone() else {
                self.resync(core, false).await;
                continue;
            };
            let board = core.committer.board();
            let store: &dyn Store = &*core.store;
            let answer = feed::changes(store, &board, self.agent, &cursor, 7)
                .await
                .expect("answers");
            match answer {
                SyncAnswer::Resync { reason } => {
                    self.resync(core, reason == ResyncReason::Rights).await;
                }
                SyncAnswer::Delta(delta) => {
                    assert!(self.apply(&delta), "a pulled delta continues the cursor");
                    if !delta.more {
                        return;
                    }
                }
            }
        }
    }

    /// Compares the manifest: fetches what is missing or older, or all that is listed; deletes what is not.
    async fn resync(&mut self, core: &Core, trusted: bool) {
        let store: &dyn Store = &*core.store;
        let mut listed = BTreeMap::new();
        let mut after = None;
        let cursor = loop {
            let page = feed::manifest(store, self.agent, after.as_deref())
                .await
                .expect("answers")
                .expect("a page");
            listed.extend(page.entries.into_iter().map(|e| (e.key, e.change)));
            after = page.next;
            if after.is_none() {
                break page.cursor;
            }
        };
        self.rows.retain(|key, _| listed.contains_key(key));
        let wanted: Vec<Key> = listed
            .into_iter()
            .filter(|(key, change)| {
                !trusted || self.rows.get(key).is_none_or(|row| row.change < *change)
            })
            .map(|(key, _)| key)
            .collect();
        if !trusted {
            self.rows.clear();
        }
        let fetched = feed::fetch(store, self.agent, &wanted)
            .await
            .expect("answers");
        self.put(&fetched.puts);
        self.cursor = Some(cursor);
    }

    fn put(&mut self, puts: &[Put]) {
        for put in puts {
            let mut messages = match (&put.messages, self.rows.get(&put.entity.key())) {
                (Some(window), Some(known)) if !window.fresh => known.messages.clone(),
                _ => BTreeMap::new(),
            };
            for message in put.messages.iter().flat_map(|window| &window.messages) {
                messages.insert(message.seq, message.clone());
            }
            self.rows.insert(
                put.entity.key(),
                Cached {
                    change: put.change,
                    entity: put.entity.clone(),
                    messages,
                },
            );
        }
    }
}
