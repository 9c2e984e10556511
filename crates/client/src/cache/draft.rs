//! Texts not sent: in a composer, or left without a conversation.

use guichet_domain::{AgentId, Channel, ConversationId};
use uuid::Uuid;

use super::{Cache, Result, internal};
use crate::view::UnsentDraft;

impl Cache {
    /// Keeps the text of a composer; an empty one deletes it. False when the conversation is not held: then the text
    /// is an unsent draft.
    pub(crate) async fn set_draft(
        &self,
        me: AgentId,
        conversation: ConversationId,
        text: &str,
    ) -> Result<bool> {
        let (me, conversation) = (me.to_string(), conversation.to_string());
        let mut writer = self.writer().await;
        if text.trim().is_empty() {
            sqlx::query("DELETE FROM draft WHERE agent = ? AND conversation = ?")
                .bind(me)
                .bind(conversation)
                .execute(&mut *writer)
                .await?;
            return Ok(true);
        }
        let now = self.clock.now().0;
        let kept = sqlx::query(
            "INSERT INTO draft (agent, conversation, text, channel, at)
             SELECT ?1, id, ?3, row ->> '$.kind.customer.channel', ?4 FROM conversation WHERE id = ?2
             ON CONFLICT (agent, conversation) DO UPDATE SET text = excluded.text, at = excluded.at",
        )
        .bind(&me)
        .bind(&conversation)
        .bind(text)
        .bind(now)
        .execute(&mut *writer)
        .await?;
        if kept.rows_affected() > 0 {
            internal::listed(&mut writer, &conversation, now).await?;
            return Ok(true);
        }
        drop(writer);
        self.add_unsent(&me, text).await?;
        Ok(false)
    }

    /// Keeps a text whose conversation is gone already.
    pub(crate) async fn add_unsent(&self, me: &str, text: &str) -> Result<()> {
        let mut writer = self.writer().await;
        sqlx::query(
            "INSERT INTO unsent_draft (id, agent, text, channel, at) VALUES (?, ?, ?, NULL, ?)",
        )
        .bind(self.clock.command_id().to_string())
        .bind(me)
        .bind(text)
        .bind(self.clock.now().0)
        .execute(&mut *writer)
        .await?;
        Ok(())
    }

    /// The agent's unsent drafts, newest first.
    pub(crate) async fn unsent(&self, me: AgentId) -> Result<Vec<UnsentDraft>> {
        let rows: Vec<(String, String, Option<String>, i64)> = sqlx::query_as(
            "SELECT id, text, channel, at FROM unsent_draft WHERE agent = ? ORDER BY at DESC, id DESC",
        )
        .bind(me.to_string())
        .fetch_all(&self.readers)
        .await?;
        Ok(rows
            .into_iter()
            .filter_map(|(id, text, channel, at)| {
                Some(UnsentDraft {
                    id: id.parse().ok()?,
                    text,
                    channel: channel.and_then(channel_named),
                    at,
                })
            })
            .collect())
    }

    /// Forgets one.
    pub(crate) async fn delete_unsent(&self, me: AgentId, id: Uuid) -> Result<()> {
        let mut writer = self.writer().await;
        sqlx::query("DELETE FROM unsent_draft WHERE agent = ? AND id = ?")
            .bind(me.to_string())
            .bind(id.to_string())
            .execute(&mut *writer)
            .await?;
        Ok(())
    }
}

fn channel_named(name: String) -> Option<Channel> {
    serde_json::from_value(serde_json::Value::String(name)).ok()
}
