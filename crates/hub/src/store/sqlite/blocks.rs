//! Blocks of addresses, and how often each refused somebody.

use std::collections::BTreeMap;

use guichet_domain::{Block, BlockId, Network, Timestamp};
use serde_json::{Value, json};
use sqlx::{Row as _, SqliteConnection};

use super::super::{Diff, StoreError};
use super::flush::{row, write};
use super::{Sqlite, int, uint};

/// What blocks refused: how many requests, and when the last.
pub type Hits = BTreeMap<BlockId, (u64, Timestamp)>;

/// Those that changed. A block in place of another counts from nothing.
pub(super) async fn flush(db: &mut SqliteConnection, diff: &Diff) -> Result<(), StoreError> {
    let gone: Vec<Value> = diff.blocks.keys().map(|network| json!(network)).collect();
    write(
        db,
        "DELETE FROM block WHERE network IN (SELECT value FROM json_each($1))",
        gone,
    )
    .await?;
    let put = |(network, block): (&Network, &Option<Block>)| {
        let block = block.as_ref()?;
        Some(json!([network, block.id, row(block)]))
    };
    write(
        db,
        "INSERT INTO block (network, id, row, hits)
         SELECT value ->> 0, value ->> 1, value ->> 2, 0 FROM json_each($1)",
        diff.blocks.iter().filter_map(put).collect(),
    )
    .await
}

impl Sqlite {
    /// Adds what was refused since the last time.
    pub async fn add_hits(&self, hits: &Hits) -> Result<(), StoreError> {
        let rows = hits.iter();
        let rows = rows.map(|(id, (count, last))| json!([id, int(*count), last.0]));
        let mut db = self.write.lock().await;
        write(
            &mut db,
            "UPDATE block SET hits = hits + h.value ->> 1, last_hit = h.value ->> 2
             FROM json_each($1) h WHERE block.id = h.value ->> 0",
            rows.collect(),
        )
        .await
    }

    /// What each block refused.
    pub async fn hits(&self) -> Result<Hits, StoreError> {
        let rows = sqlx::query("SELECT id, hits, last_hit FROM block WHERE last_hit IS NOT NULL")
            .fetch_all(&self.read)
            .await?;
        let hit = |row: &sqlx::sqlite::SqliteRow| {
            let id = row.get::<&str, _>("id").parse().ok()?;
            let count = uint(row.get("hits"));
            Some((id, (count, Timestamp(row.get("last_hit")))))
        };
        Ok(rows.iter().filter_map(hit).collect())
    }
}
