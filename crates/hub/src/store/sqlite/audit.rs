//! The audit trail: written with the group that it tells of, never changed.

use std::collections::BTreeSet;

use guichet_domain::{Audit, DepartmentId};
use sqlx::SqlitePool;

use super::super::StoreError;
use super::flush::row;
use super::{int, parse, uint};

pub(super) async fn page(
    db: &SqlitePool,
    departments: Option<&BTreeSet<DepartmentId>>,
    before: Option<u64>,
    limit: u32,
) -> Result<Vec<(u64, Audit)>, StoreError> {
    let rows: Vec<(i64, String)> = sqlx::query_as(
        "SELECT id, row FROM audit
         WHERE id < $1 AND ($3 IS NULL OR row ->> 'in_department' IN (SELECT value FROM json_each($3)))
         ORDER BY id DESC LIMIT $2",
    )
    .bind(before.map_or(i64::MAX, int))
    .bind(i64::from(limit))
    .bind(departments.map(row))
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|(id, row)| Ok((uint(*id), parse("audit", row)?)))
        .collect()
}
