//! Photos of agents.

use guichet_domain::{AgentId, PhotoId};

use super::Sqlite;
use crate::store::StoreError;

impl Sqlite {
    /// Keeps a photo in place of the one before.
    pub async fn put_photo(
        &self,
        agent: AgentId,
        id: PhotoId,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query(
            "INSERT INTO photo (agent, id, bytes) VALUES ($1, $2, $3)
             ON CONFLICT (agent) DO UPDATE SET id = excluded.id, bytes = excluded.bytes",
        )
        .bind(agent.to_string())
        .bind(id.to_string())
        .bind(bytes)
        .execute(&mut *write)
        .await?;
        Ok(())
    }

    /// This photo of an agent.
    pub async fn photo(&self, agent: AgentId, id: PhotoId) -> Result<Option<Vec<u8>>, StoreError> {
        let bytes = sqlx::query_scalar("SELECT bytes FROM photo WHERE agent = $1 AND id = $2")
            .bind(agent.to_string())
            .bind(id.to_string())
            .fetch_optional(&self.read)
            .await?;
        Ok(bytes)
    }

    /// The agent has none any more.
    pub async fn delete_photo(&self, agent: AgentId) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("DELETE FROM photo WHERE agent = $1")
            .bind(agent.to_string())
            .execute(&mut *write)
            .await?;
        Ok(())
    }
}
