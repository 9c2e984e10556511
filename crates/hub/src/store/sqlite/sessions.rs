//! Open sessions of agents.

use guichet_domain::{AgentId, Timestamp};
use uuid::Uuid;

use super::Sqlite;
use crate::access::token::TokenHash;
use crate::store::StoreError;

/// A session as it is kept.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct StoredSession {
    pub id: Uuid,
    pub agent: AgentId,
    pub token: TokenHash,
    pub created: Timestamp,
    pub last_seen: Timestamp,
    pub expires: Timestamp,
    pub device: String,
}

impl Sqlite {
    /// Keeps a new session.
    pub async fn put_session(&self, session: &StoredSession) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query(
            "INSERT INTO session (id, agent, token_hash, created, last_seen, expires, device)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(session.id.to_string())
        .bind(session.agent.to_string())
        .bind(session.token.0.as_slice())
        .bind(session.created.0)
        .bind(session.last_seen.0)
        .bind(session.expires.0)
        .bind(&session.device)
        .execute(&mut *write)
        .await?;
        Ok(())
    }

    /// The session of this token, over or not.
    pub async fn session(&self, token: TokenHash) -> Result<Option<StoredSession>, StoreError> {
        let row: Option<(String, String, i64, i64, i64, String)> = sqlx::query_as(
            "SELECT id, agent, created, last_seen, expires, device FROM session WHERE token_hash = $1",
        )
        .bind(token.0.as_slice())
        .fetch_optional(&self.read)
        .await?;
        Ok(
            row.and_then(|(id, agent, created, last_seen, expires, device)| {
                Some(StoredSession {
                    id: id.parse().ok()?,
                    agent: agent.parse().ok()?,
                    token,
                    created: Timestamp(created),
                    last_seen: Timestamp(last_seen),
                    expires: Timestamp(expires),
                    device,
                })
            }),
        )
    }

    /// The app of a session came.
    pub async fn touch_session(&self, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("UPDATE session SET last_seen = $2 WHERE id = $1")
            .bind(id.to_string())
            .bind(now.0)
            .execute(&mut *write)
            .await?;
        Ok(())
    }

    /// Ends a session; how many the agent has left.
    pub async fn delete_session(&self, id: Uuid, agent: AgentId) -> Result<i64, StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("DELETE FROM session WHERE id = $1")
            .bind(id.to_string())
            .execute(&mut *write)
            .await?;
        let left = sqlx::query_scalar("SELECT COUNT(*) FROM session WHERE agent = $1")
            .bind(agent.to_string())
            .fetch_one(&mut *write)
            .await?;
        Ok(left)
    }

    /// Every session of an agent, over or not, the last used first.
    pub async fn sessions_of(&self, agent: AgentId) -> Result<Vec<StoredSession>, StoreError> {
        let rows: Vec<(String, Vec<u8>, i64, i64, i64, String)> = sqlx::query_as(
            "SELECT id, token_hash, created, last_seen, expires, device FROM session
             WHERE agent = $1 ORDER BY last_seen DESC, created DESC",
        )
        .bind(agent.to_string())
        .fetch_all(&self.read)
        .await?;
        let session =
            |(id, token, created, last_seen, expires, device): (String, Vec<u8>, _, _, _, _)| {
                Some(StoredSession {
                    id: id.parse().ok()?,
                    agent,
                    token: TokenHash(token.try_into().ok()?),
                    created: Timestamp(created),
                    last_seen: Timestamp(last_seen),
                    expires: Timestamp(expires),
                    device,
                })
            };
        Ok(rows.into_iter().filter_map(session).collect())
    }

    /// Ends every session of an agent; which they were.
    pub async fn delete_sessions_of(&self, agent: AgentId) -> Result<Vec<Uuid>, StoreError> {
        let mut write = self.write.lock().await;
        let ids: Vec<String> =
            sqlx::query_scalar("DELETE FROM session WHERE agent = $1 RETURNING id")
                .bind(agent.to_string())
                .fetch_all(&mut *write)
                .await?;
        Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
    }

    /// Forgets sessions that are over.
    pub async fn forget_sessions(&self, now: Timestamp, idle: i64) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("DELETE FROM session WHERE expires <= $1 OR last_seen <= $2")
            .bind(now.0)
            .bind(now.0 - idle)
            .execute(&mut *write)
            .await?;
        Ok(())
    }
}
