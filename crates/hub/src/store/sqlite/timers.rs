//! What has to be looked at although nobody asks.

use guichet_domain::{ConversationId, Timestamp};
use sqlx::SqlitePool;

use super::super::StoreError;

pub(super) async fn due(
    db: &SqlitePool,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<ConversationId>, StoreError> {
    let ids: Vec<String> =
        sqlx::query_scalar("SELECT id FROM conversation WHERE due <= $1 ORDER BY due LIMIT $2")
            .bind(now.0)
            .bind(i64::from(limit))
            .fetch_all(db)
            .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}

pub(super) async fn idle(
    db: &SqlitePool,
    before: Timestamp,
    limit: u32,
) -> Result<Vec<ConversationId>, StoreError> {
    let ids: Vec<String> = sqlx::query_scalar(
        "SELECT id FROM conversation WHERE state IN ('offered', 'owned') AND last_at <= $1
         ORDER BY last_at LIMIT $2",
    )
    .bind(before.0)
    .bind(i64::from(limit))
    .fetch_all(db)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}

pub(super) async fn expired(
    db: &SqlitePool,
    before: Timestamp,
    limit: u32,
) -> Result<Vec<ConversationId>, StoreError> {
    let ids: Vec<String> = sqlx::query_scalar(
        "SELECT id FROM conversation WHERE state = 'closed' AND last_at < $1
         ORDER BY last_at LIMIT $2",
    )
    .bind(before.0)
    .bind(i64::from(limit))
    .fetch_all(db)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}
