//! What else was said with a customer.

use guichet_domain::{AgentId, ContactId, ConversationId};
use sqlx::{Row as _, SqlitePool};

use super::super::{PastRow, StoreError};
use super::sight::PAST;
use super::{parse, uint};

pub(super) async fn past(
    db: &SqlitePool,
    agent: AgentId,
    (with, beside): (ContactId, Option<ConversationId>),
    (offset, limit): (u32, u32),
) -> Result<(u32, Vec<PastRow>), StoreError> {
    let total: i64 =
        sqlx::query_scalar("SELECT count(*) FROM conversation WHERE contact = $1 AND id IS NOT $2")
            .bind(with.to_string())
            .bind(beside.map(|id| id.to_string()))
            .fetch_one(db)
            .await?;
    let rows = sqlx::query(PAST)
        .bind(agent.to_string())
        .bind(with.to_string())
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .bind(beside.map(|id| id.to_string()))
        .fetch_all(db)
        .await?;
    let rows = rows.iter().map(|row| {
        Ok(PastRow {
            conversation: parse("conversation", row.get("row"))?,
            wrote: parse("message", row.get("agents"))?,
            readable: row.get("readable"),
        })
    });
    let total = u32::try_from(uint(total)).unwrap_or(u32::MAX);
    Ok((total, rows.collect::<Result<_, StoreError>>()?))
}
