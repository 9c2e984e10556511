//! One conversation and its lines.

use guichet_domain::{AgentId, Conversation, ConversationId, Message, Mine};

use super::{Cache, Result, int, uint};

impl Cache {
    /// A held conversation.
    pub(crate) async fn conversation(&self, id: ConversationId) -> Result<Option<Conversation>> {
        let row: Option<String> = sqlx::query_scalar("SELECT row FROM conversation WHERE id = ?")
            .bind(id.to_string())
            .fetch_optional(&self.readers)
            .await?;
        Ok(row.map(|row| serde_json::from_str(&row)).transpose()?)
    }

    /// What the agent keeps of a conversation; its beginning when nothing came yet.
    pub(crate) async fn mine(&self, me: AgentId, id: ConversationId) -> Result<Mine> {
        let row: Option<String> = sqlx::query_scalar("SELECT row FROM mine WHERE conversation = ?")
            .bind(id.to_string())
            .fetch_optional(&self.readers)
            .await?;
        Ok(match row {
            Some(row) => serde_json::from_str(&row)?,
            None => Mine {
                agent: me,
                conversation: id,
                read: 0,
                banner_dismissed: false,
            },
        })
    }

    /// The text in the composer of a conversation.
    pub(crate) async fn draft(&self, me: AgentId, id: ConversationId) -> Result<String> {
        let text: Option<String> =
            sqlx::query_scalar("SELECT text FROM draft WHERE agent = ? AND conversation = ?")
                .bind(me.to_string())
                .bind(id.to_string())
                .fetch_optional(&self.readers)
                .await?;
        Ok(text.unwrap_or_default())
    }

    /// Customer's texts after `read`, among the cached lines.
    pub(crate) async fn unread(&self, id: ConversationId, read: u64) -> Result<u32> {
        Ok(sqlx::query_scalar(
            "SELECT COUNT(*) FROM message WHERE conversation = ? AND from_customer = 1 AND seq > ?",
        )
        .bind(id.to_string())
        .bind(int(read))
        .fetch_one(&self.readers)
        .await?)
    }

    /// Place of the customer's last text among the cached lines.
    pub(crate) async fn last_of_customer(&self, id: ConversationId) -> Result<Option<u64>> {
        let last: Option<i64> = sqlx::query_scalar(
            "SELECT MAX(seq) FROM message WHERE conversation = ? AND from_customer = 1",
        )
        .bind(id.to_string())
        .fetch_one(&self.readers)
        .await?;
        Ok(last.map(uint))
    }

    /// These of the cached lines.
    pub(crate) async fn lines_at(
        &self,
        id: ConversationId,
        places: &[u64],
    ) -> Result<Vec<Message>> {
        let rows: Vec<String> = sqlx::query_scalar(
            "SELECT m.row FROM json_each(?2) AS w JOIN message AS m
                 ON m.conversation = ?1 AND m.seq = w.value",
        )
        .bind(id.to_string())
        .bind(serde_json::to_string(places)?)
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| Ok(serde_json::from_str(row)?))
            .collect()
    }

    /// The last cached lines before `before`, ascending.
    pub(crate) async fn lines_before(
        &self,
        id: ConversationId,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Vec<Message>> {
        let rows: Vec<String> = sqlx::query_scalar(
            "SELECT row FROM message WHERE conversation = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
        )
        .bind(id.to_string())
        .bind(before.map_or(i64::MAX, int))
        .bind(limit)
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .rev()
            .map(|row| Ok(serde_json::from_str(row)?))
            .collect()
    }

    /// The first cached lines after `after`, ascending.
    pub(crate) async fn lines_after(
        &self,
        id: ConversationId,
        after: u64,
        limit: u32,
    ) -> Result<Vec<Message>> {
        let rows: Vec<String> = sqlx::query_scalar(
            "SELECT row FROM message WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?",
        )
        .bind(id.to_string())
        .bind(int(after))
        .bind(limit)
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| Ok(serde_json::from_str(row)?))
            .collect()
    }

    /// The places of the first and last cached lines.
    pub(crate) async fn extent(&self, id: ConversationId) -> Result<Option<(u64, u64)>> {
        let (first, last): (Option<i64>, Option<i64>) =
            sqlx::query_as("SELECT MIN(seq), MAX(seq) FROM message WHERE conversation = ?")
                .bind(id.to_string())
                .fetch_one(&self.readers)
                .await?;
        Ok(first
            .zip(last)
            .map(|(first, last)| (uint(first), uint(last))))
    }
}
