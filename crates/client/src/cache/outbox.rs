//! The outbox's rows. What happens to them is decided in [`crate::outbox`].

use guichet_domain::{AgentId, CommandId, ConversationId, Timestamp};
use guichet_protocol::AgentCommand;

use super::{Cache, Result, int};
use crate::config::UNSENT_KEEPS;

/// A command that waits for the hub.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) struct Queued {
    pub(crate) id: CommandId,
    pub(crate) command: AgentCommand,
    pub(crate) at: Timestamp,
    /// Place of its line, once the hub did it.
    pub(crate) seq: Option<u64>,
}

/// What became of a row when its answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settled {
    /// The feed, or another answer, was faster: there was no row any more.
    Already,
    /// It is settled; the agent's words are kept as an unsent draft if `kept_text`.
    Now { kept_text: bool },
}

impl Cache {
    /// Adds a command to the end of its conversation's row. A reply clears the draft; a read position replaces one
    /// that never left this computer, and counts here at once.
    pub(crate) async fn enqueue(
        &self,
        me: AgentId,
        id: CommandId,
        conversation: ConversationId,
        command: &AgentCommand,
    ) -> Result<()> {
        let conversation = conversation.to_string();
        let agent = me.to_string();
        let mut writer = self.writer().await;
        let mut tx = Self::begin(&mut writer).await?;
        match command {
            AgentCommand::Reply { .. } => {
                sqlx::query("DELETE FROM draft WHERE agent = ? AND conversation = ?")
                    .bind(&agent)
                    .bind(&conversation)
                    .execute(&mut *tx)
                    .await?;
            }
            AgentCommand::Read { up_to, .. } => {
                sqlx::query(
                    "DELETE FROM outbox WHERE agent = ? AND conversation = ? AND attempted = 0
                         AND command ->> '$.do' = 'read'",
                )
                .bind(&agent)
                .bind(&conversation)
                .execute(&mut *tx)
                .await?;
                sqlx::query(
                    "INSERT INTO mine (conversation, change, read, row) VALUES (?1, 0, ?2,
                         json_object('agent', ?3, 'conversation', ?1, 'read', ?2, 'banner_dismissed', json('false')))
                     ON CONFLICT (conversation) DO UPDATE SET read = excluded.read,
                         row = json_set(mine.row, '$.read', excluded.read)
                     WHERE excluded.read > mine.read",
                )
                .bind(&conversation)
                .bind(int(*up_to))
                .bind(&agent)
                .execute(&mut *tx)
                .await?;
            }
            _ => {}
        }
        sqlx::query(
            "INSERT INTO outbox (id, agent, conversation, command, text, channel, at)
             VALUES (?1, ?2, ?3, ?4, ?5,
                 (SELECT row ->> '$.kind.customer.channel' FROM conversation WHERE id = ?3), ?6)",
        )
        .bind(id.to_string())
        .bind(&agent)
        .bind(&conversation)
        .bind(serde_json::to_string(command)?)
        .bind(own_words(command))
        .bind(self.clock.now().0)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The first waiting command of each conversation, in the order they were given.
    pub(crate) async fn heads(&self, me: AgentId) -> Result<Vec<(CommandId, ConversationId)>> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT id, conversation FROM outbox AS o
             WHERE agent = ?1 AND seq IS NULL AND place = (
                 SELECT MIN(place) FROM outbox
                 WHERE agent = ?1 AND conversation = o.conversation AND seq IS NULL)
             ORDER BY place",
        )
        .bind(me.to_string())
        .fetch_all(&self.readers)
        .await?;
        Ok(rows
            .iter()
            .filter_map(|(id, conversation)| Some((id.parse().ok()?, conversation.parse().ok()?)))
            .collect())
    }

    /// The command leaves this computer now. `None` when it is not waiting any more.
    pub(crate) async fn attempt(&self, id: CommandId) -> Result<Option<AgentCommand>> {
        let mut writer = self.writer().await;
        let command: Option<String> = sqlx::query_scalar(
            "UPDATE outbox SET attempted = 1 WHERE id = ? AND seq IS NULL RETURNING command",
        )
        .bind(id.to_string())
        .fetch_optional(&mut *writer)
        .await?;
        Ok(command
            .map(|command| serde_json::from_str(&command))
            .transpose()?)
    }

    /// The hub did it. An echo in a held thread stays until the line comes by the feed; other rows go.
    pub(crate) async fn done(&self, id: CommandId, seq: Option<u64>) -> Result<()> {
        let mut writer = self.writer().await;
        let mut tx = Self::begin(&mut writer).await?;
        let id = id.to_string();
        if let Some(seq) = seq {
            sqlx::query("UPDATE outbox SET seq = ? WHERE id = ?")
                .bind(int(seq))
                .bind(&id)
                .execute(&mut *tx)
                .await?;
        }
        sqlx::query(
            "DELETE FROM outbox WHERE id = ?1 AND (seq IS NULL OR command ->> '$.do' NOT IN ('reply', 'note')
                 OR NOT EXISTS (SELECT 1 FROM conversation AS c WHERE c.id = outbox.conversation
                     AND (c.row ->> '$.last_seq') < outbox.seq))",
        )
        .bind(&id)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The hub will not do it: the agent's words become an unsent draft.
    pub(crate) async fn refused(&self, id: CommandId) -> Result<Settled> {
        let mut writer = self.writer().await;
        let mut tx = Self::begin(&mut writer).await?;
        let id = id.to_string();
        let kept = sqlx::query(
            "INSERT OR IGNORE INTO unsent_draft (id, agent, text, channel, at)
             SELECT id, agent, text, channel, ?2 FROM outbox WHERE id = ?1 AND text IS NOT NULL",
        )
        .bind(&id)
        .bind(self.clock.now().0)
        .execute(&mut *tx)
        .await?;
        let deleted = sqlx::query("DELETE FROM outbox WHERE id = ?")
            .bind(&id)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(match deleted.rows_affected() {
            0 => Settled::Already,
            _ => Settled::Now {
                kept_text: kept.rows_affected() > 0,
            },
        })
    }

    /// Waiting commands given before `before`.
    pub(crate) async fn waiting_since_before(
        &self,
        me: AgentId,
        before: Timestamp,
    ) -> Result<Vec<(CommandId, ConversationId)>> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT id, conversation FROM outbox WHERE agent = ? AND seq IS NULL AND at < ? ORDER BY place",
        )
        .bind(me.to_string())
        .bind(before.0)
        .fetch_all(&self.readers)
        .await?;
        Ok(rows
            .iter()
            .filter_map(|(id, conversation)| Some((id.parse().ok()?, conversation.parse().ok()?)))
            .collect())
    }

    /// How many commands wait. What was read is nothing that an agent waits for.
    pub(crate) async fn waiting(&self, me: AgentId) -> Result<u32> {
        Ok(
            sqlx::query_scalar(
                "SELECT COUNT(*) FROM outbox WHERE agent = ? AND seq IS NULL AND command ->> '$.do' NOT IN ('read', 'mark_unread')",
            )
            .bind(me.to_string())
            .fetch_one(&self.readers)
            .await?,
        )
    }

    /// The replies and notes of a conversation whose lines have not come yet, in order.
    pub(crate) async fn echoes(
        &self,
        me: AgentId,
        conversation: ConversationId,
    ) -> Result<Vec<Queued>> {
        let rows: Vec<(String, String, i64, Option<i64>)> = sqlx::query_as(
            "SELECT id, command, at, seq FROM outbox WHERE agent = ? AND conversation = ?
                 AND command ->> '$.do' IN ('reply', 'note') ORDER BY place",
        )
        .bind(me.to_string())
        .bind(conversation.to_string())
        .fetch_all(&self.readers)
        .await?;
        let mut echoes = Vec::new();
        for (id, command, at, seq) in rows {
            if let Ok(id) = id.parse() {
                echoes.push(Queued {
                    id,
                    command: serde_json::from_str(&command)?,
                    at: Timestamp(at),
                    seq: seq.map(super::uint),
                });
            }
        }
        Ok(echoes)
    }

    /// Forgets unsent drafts that were kept long enough.
    pub(crate) async fn expire_unsent(&self) -> Result<()> {
        let before = self.clock.now().0 - UNSENT_KEEPS;
        let mut writer = self.writer().await;
        sqlx::query("DELETE FROM unsent_draft WHERE at < ?")
            .bind(before)
            .execute(&mut *writer)
            .await?;
        Ok(())
    }
}

/// The agent's own words in a command, which must not be lost with it.
fn own_words(command: &AgentCommand) -> Option<&str> {
    match command {
        AgentCommand::Reply { text, .. } | AgentCommand::Note { text, .. } => Some(text),
        AgentCommand::Transfer { note, .. } | AgentCommand::Reassign { note, .. } => {
            note.as_deref()
        }
        _ => None,
    }
}
