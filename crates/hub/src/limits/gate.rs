//! Who is kept out: the company's blocks, asked before a visitor's request is read.

use std::sync::{Mutex, MutexGuard, PoisonError};

use guichet_domain::{Block, ContactId, Network};
use ipnet::IpNet;

use crate::config::Config;
use crate::http::caller::Client;
use crate::http::failure::Failure;
use crate::hub::Hub;
use crate::store::StoreError;
use crate::store::sqlite::blocks::Hits;

/// Counts whom it turns away.
pub struct Gate {
    /// From these nobody is ever kept out.
    protected: Vec<IpNet>,
    /// Turned away and not written yet.
    hits: Mutex<Hits>,
}

impl Gate {
    /// Of a hub with this configuration. Visitors of the demo page come from this machine.
    pub fn new(config: &Config) -> Self {
        let demo = config.demo.is_some();
        let own = config.never_block.iter().chain(&config.trusted_proxies);
        let protected = own.filter(|net| !(demo && net.addr().is_loopback()));
        Self {
            protected: protected.copied().collect(),
            hits: Mutex::default(),
        }
    }

    /// From this network, or a part of it, nobody is ever kept out.
    pub fn is_protected(&self, network: Network) -> bool {
        let first = network.first();
        let length = if first.is_ipv4() { 32 } else { 64 };
        let whole = IpNet::new_assert(first, length);
        let meets = |net: &IpNet| net.contains(&whole) || whole.contains(net);
        self.protected.iter().any(meets)
    }

    /// Lets a request in, or counts it.
    pub fn admit(
        &self,
        hub: &Hub,
        client: Client,
        visitor: Option<ContactId>,
    ) -> Result<(), Failure> {
        let now = hub.clock.now();
        let Some(block) = self.against(hub, client, visitor) else {
            return Ok(());
        };
        let mut hits = self.hits();
        let (count, last) = hits.entry(block.id).or_insert((0, now));
        *count += 1;
        *last = now;
        Err(Failure::blocked())
    }

    /// The block that keeps them out.
    pub fn against(&self, hub: &Hub, client: Client, visitor: Option<ContactId>) -> Option<Block> {
        if self.is_protected(client.network()) {
            return None;
        }
        let board = hub.committer.board();
        let now = hub.clock.now();
        board
            .blocks
            .against(client.network(), visitor, now)
            .cloned()
    }

    /// Writes what was counted.
    pub async fn write_hits(&self, hub: &Hub) -> Result<(), StoreError> {
        let hits = std::mem::take(&mut *self.hits());
        if hits.is_empty() {
            return Ok(());
        }
        hub.store.add_hits(&hits).await
    }

    fn hits(&self) -> MutexGuard<'_, Hits> {
        self.hits.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
