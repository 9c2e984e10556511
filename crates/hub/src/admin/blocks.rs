//! The block list on the command line.

use anyhow::{Context, ensure};
use guichet_domain::{Block, BlockId, Command, Network};
use guichet_protocol::BlockRow;
use serde_json::{Value, json};

use super::submit;
use crate::clock;
use crate::hub::Hub;
use crate::store::StoreError;

/// What holds now, newest first, and what it refused.
pub(super) async fn list(hub: &Hub) -> anyhow::Result<Value> {
    Ok(json!(rows(hub, |_| true).await?))
}

/// The blocks that hold now and that somebody sees, newest first.
pub async fn rows(hub: &Hub, seen: impl Fn(&Block) -> bool) -> Result<Vec<BlockRow>, StoreError> {
    hub.gate.write_hits(hub).await?;
    let hits = hub.store.hits().await?;
    let board = hub.committer.board();
    let now = hub.clock.now();
    let row = |block: &Block| {
        let hit = hits.get(&block.id);
        BlockRow {
            block: block.clone(),
            hits: hit.map_or(0, |(count, _)| *count),
            last_hit: hit.map(|(_, last)| *last),
        }
    };
    let blocks = board.blocks.iter();
    let held = blocks.filter(|block| block.holds(now) && seen(block));
    let mut rows: Vec<BlockRow> = held.map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.block.at));
    Ok(rows)
}

pub(super) async fn add(
    hub: &Hub,
    network: Network,
    reason: Option<String>,
    hours: Option<u32>,
) -> anyhow::Result<Value> {
    ensure!(
        !hub.gate.is_protected(network),
        "`{network}` can never be blocked; hint: see `never_block` and `trusted_proxies` in the configuration"
    );
    let command = Command::BlockNetwork {
        network,
        block: BlockId(clock::new_id()),
        reason,
        hours,
    };
    submit(hub, command).await?;
    let board = hub.committer.board();
    Ok(json!(board.blocks.of(network)))
}

pub(super) async fn remove(hub: &Hub, network: Network) -> anyhow::Result<Value> {
    let board = hub.committer.board();
    let block = board.blocks.of(network);
    let block = block.with_context(|| format!("`{network}` is not blocked"))?;
    submit(hub, Command::Unblock { block: block.id }).await?;
    Ok(json!({ "network": network }))
}
