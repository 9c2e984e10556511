//! Blocks of addresses, and what is known of a visitor.

use std::net::IpAddr;

use guichet_domain::{Block, BlockId, Command, CommandId, ConversationId, Network, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// `POST /v1/blocks`. A new block has the id of its command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockRequest {
    /// Made by the app before the first attempt.
    pub id: CommandId,
    /// What to do.
    pub command: BlockCommand,
}

/// What can be done with blocks. Without `hours` a block stays until it is revoked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs)]
pub enum BlockCommand {
    /// Ends the visitor's session and keeps out whoever has their address.
    Visitor {
        conversation: ConversationId,
        #[serde(default)]
        reason: Option<String>,
        #[serde(default)]
        hours: Option<u32>,
    },
    /// An address, whoever has it.
    Network {
        network: Network,
        #[serde(default)]
        reason: Option<String>,
        #[serde(default)]
        hours: Option<u32>,
    },
    Revoke {
        block: BlockId,
    },
}

/// A block, and what it held off (`GET /v1/blocks`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BlockRow {
    /// The block.
    pub block: Block,
    /// Requests that it refused.
    pub hits: u64,
    /// The last of them.
    pub last_hit: Option<Timestamp>,
}

/// What is known of a visitor, and of their address (`GET /v1/conversations/{id}/visitor`). Never cached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Visit {
    /// `None` once it was forgotten, and on channels that have no visitors.
    pub facts: Option<VisitorFacts>,
    /// How many other visitors with the same address wrote lately.
    pub others: u32,
    /// Can they be blocked?
    pub blocking: Blocking,
}

/// What a visitor's browser said when it came last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VisitorFacts {
    /// Where from.
    #[schema(value_type = String)]
    pub address: IpAddr,
    /// When.
    pub seen: Timestamp,
    /// The page with the chat on it.
    pub page: Option<String>,
    /// The page that led there.
    pub referrer: Option<String>,
    /// The browser, as it calls itself.
    pub browser: Option<String>,
    /// A tag such as `fr-BE`.
    pub language: Option<String>,
    /// An IANA name such as `Europe/Paris`.
    pub time_zone: Option<String>,
}

/// Whether a visitor can be blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Blocking {
    /// They can.
    Possible,
    /// They are, until then; `None`: until somebody revokes it.
    Blocked {
        /// When it ends.
        until: Option<Timestamp>,
    },
    /// Their address is one that can never be blocked.
    Protected,
    /// Their address is not known.
    Unknown,
}

impl BlockRequest {
    /// The command as the rules know it; whose address a visitor has is the hub's to say.
    pub fn into_domain(self, network: Option<Network>) -> Command {
        let block = BlockId(self.id.0);
        match self.command {
            BlockCommand::Visitor {
                conversation,
                reason,
                hours,
            } => Command::BlockVisitor {
                conversation,
                network,
                block,
                reason,
                hours,
            },
            BlockCommand::Network {
                network,
                reason,
                hours,
            } => Command::BlockNetwork {
                network,
                block,
                reason,
                hours,
            },
            BlockCommand::Revoke { block } => Command::Unblock { block },
        }
    }
}
