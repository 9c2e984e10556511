//! Addresses from which nobody may chat for a while.

use std::collections::BTreeMap;
use std::fmt;
use std::net::{AddrParseError, IpAddr, Ipv6Addr};
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Actor, BlockId, ContactId, DepartmentId, Timestamp};

/// What one customer of an access provider holds: an IPv4 address, or the /64 of an IPv6 one. An IPv4 address that
/// comes as IPv6 is the IPv4 address. On the wire `203.0.113.9` or `2001:db8:1:2::/64`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
#[schema(value_type = String)]
pub struct Network(IpAddr);

impl Network {
    /// The network that an address is in.
    pub fn of(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V4(v4) => IpAddr::V4(v4),
            IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64)),
        })
    }

    /// Its first address.
    pub fn first(self) -> IpAddr {
        self.0
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            IpAddr::V4(v4) => write!(f, "{v4}"),
            IpAddr::V6(v6) => write!(f, "{v6}/64"),
        }
    }
}

impl FromStr for Network {
    type Err = AddrParseError;

    /// Also of any address in it.
    fn from_str(text: &str) -> Result<Self, AddrParseError> {
        let address = text.strip_suffix("/64").unwrap_or(text);
        match address.parse()? {
            // An IPv4 network is written without its length.
            IpAddr::V4(_) if address.len() < text.len() => text.parse().map(Self),
            address => Ok(Self::of(address)),
        }
    }
}

impl Serialize for Network {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Network {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Nobody of this network may chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Block {
    /// Which block.
    pub id: BlockId,
    /// Who is meant.
    pub network: Network,
    /// The visitor whom it began with: kept out from elsewhere, too.
    pub visitor: Option<ContactId>,
    /// Whose managers may revoke it; `None`: only those of the whole company.
    pub department: Option<DepartmentId>,
    /// Why, in a few words.
    pub reason: Option<String>,
    /// Who blocked.
    pub by: Actor,
    /// Since when.
    pub at: Timestamp,
    /// Until when; `None`: until it is revoked.
    pub until: Option<Timestamp>,
}

impl Block {
    /// Longest reason, in characters.
    pub const REASON: usize = 120;
    /// Longest time with an end, in hours: a year.
    pub const HOURS: u32 = 366 * 24;

    /// Keeps somebody out at `now`.
    pub fn holds(&self, now: Timestamp) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

/// The blocks of the company, at most one for a network. Copies share them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks {
    by_network: Arc<BTreeMap<Network, Block>>,
    by_visitor: Arc<BTreeMap<ContactId, Network>>,
}

impl Blocks {
    /// The block that keeps a visitor of this network out.
    pub fn against(
        &self,
        network: Network,
        visitor: Option<ContactId>,
        now: Timestamp,
    ) -> Option<&Block> {
        let holds = |network: &Network| {
            let block = self.by_network.get(network);
            block.filter(|block| block.holds(now))
        };
        holds(&network).or_else(|| holds(self.by_visitor.get(&visitor?)?))
    }

    /// One of them.
    pub fn get(&self, id: BlockId) -> Option<&Block> {
        self.iter().find(|block| block.id == id)
    }

    /// The one of this network.
    pub fn of(&self, network: Network) -> Option<&Block> {
        self.by_network.get(&network)
    }

    /// All of them, those that are over included.
    pub fn iter(&self) -> impl Iterator<Item = &Block> {
        self.by_network.values()
    }

    /// In place of the one that its network has.
    pub fn put(&mut self, block: Block) {
        self.remove(block.network);
        let visitors = Arc::make_mut(&mut self.by_visitor);
        visitors.extend(block.visitor.map(|visitor| (visitor, block.network)));
        Arc::make_mut(&mut self.by_network).insert(block.network, block);
    }

    /// Lets the network in again.
    pub fn remove(&mut self, network: Network) {
        let gone = Arc::make_mut(&mut self.by_network).remove(&network);
        let Some(visitor) = gone.and_then(|block| block.visitor) else {
            return;
        };
        // They may have been blocked once more since, somewhere else.
        let visitors = Arc::make_mut(&mut self.by_visitor);
        if visitors.get(&visitor) == Some(&network) {
            visitors.remove(&visitor);
        }
    }
}
