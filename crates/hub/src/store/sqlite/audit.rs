//! The audit trail: written with the group that it tells of, never changed.

use guichet_domain::Audit;
use sqlx::SqlitePool;

use super::super::StoreError;
use super::{int, parse, uint};

pub(super) async fn page(
    db: &SqlitePool,
    before: Option<u64>,
    limit: u32,
) -> Result<Vec<(u64, Audit)>, StoreError> {
    let rows: Vec<(i64, String)> =
        sqlx::query_as("SELECT id, row FROM audit WHERE id < $1 ORDER BY id DESC LIMIT $2")
            .bind(before.map_or(i64::MAX, int))
            .bind(i64::from(limit))
            .fetch_all(db)
            .await?;
    rows.iter()
        .map(|(id, row)| Ok((uint(*id), parse("audit", row)?)))
        .collect()
}
