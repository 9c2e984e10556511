//! Deltas and resyncs, each step in one transaction with the cursor it leads to.

use std::collections::BTreeMap;

use guichet_domain::{AgentId, ConversationId, Message};
use guichet_protocol::{Cursor, Delta, EntityKind, Key, Put};
use sqlx::SqliteConnection;

use super::put::{lines, put};
use super::{Applied, Cache, Guard, Result, erase, int, uint};

impl Cache {
    /// The place in the hub's log up to which this cache is complete.
    pub(crate) async fn cursor(&self) -> Result<Option<Cursor>> {
        let text: Option<String> = sqlx::query_scalar("SELECT cursor FROM cursor")
            .fetch_optional(&self.readers)
            .await?;
        Ok(text.and_then(|text| text.parse().ok()))
    }

    /// Carries out a delta together with its new cursor. `None`, and nothing changed, when it does not continue the
    /// cache's own cursor. What was erased is in the log until [`Cache::scrub_again`]: the screen is told first.
    pub(crate) async fn apply(&self, me: AgentId, delta: &Delta) -> Result<Option<Applied>> {
        let mut writer = self.writer().await;
        let mut tx = Self::begin(&mut writer).await?;
        let own: Option<String> = sqlx::query_scalar("SELECT cursor FROM cursor")
            .fetch_optional(&mut *tx)
            .await?;
        if own != Some(delta.from.to_string()) {
            return Ok(None);
        }
        let mut applied = Applied::default();
        let mut erased = false;
        for row in &delta.puts {
            put(&mut tx, me, row, Guard::Newer, &mut applied).await?;
        }
        for key in &delta.dels {
            erased |= erase::delete(&mut tx, me, key, &self.clock, &mut applied).await?;
        }
        set_cursor(&mut tx, &delta.to).await?;
        tx.commit().await?;
        self.remains.left(erased);
        Ok(Some(applied))
    }

    /// Every cached row by name, with its change. What began here the hub cannot list.
    pub(crate) async fn held(&self, me: AgentId) -> Result<BTreeMap<Key, u64>> {
        let rows: Vec<(String, String, i64)> = sqlx::query_as(
            "SELECT 'conversation', id, change FROM conversation WHERE change > 0
             UNION ALL SELECT 'mine', ?1 || ':' || conversation, change FROM mine
             UNION ALL SELECT kind, id, change FROM entity",
        )
        .bind(me.to_string())
        .fetch_all(&self.readers)
        .await?;
        Ok(rows
            .into_iter()
            .filter_map(|(kind, id, change)| {
                let kind = EntityKind::parse(&kind)?;
                Some((Key { kind, id }, uint(change)))
            })
            .collect())
    }

    /// A step of a resync: rows that came, rows that must go. The cursor stays until [`Self::finish_resync`].
    pub(crate) async fn resync_step(
        &self,
        me: AgentId,
        puts: &[Put],
        dels: &[Key],
        guard: Guard,
    ) -> Result<Applied> {
        let mut writer = self.writer().await;
        let mut tx = Self::begin(&mut writer).await?;
        let mut applied = Applied::default();
        let mut erased = false;
        for row in puts {
            put(&mut tx, me, row, guard, &mut applied).await?;
        }
        for key in dels {
            erased |= erase::delete(&mut tx, me, key, &self.clock, &mut applied).await?;
        }
        tx.commit().await?;
        self.remains.left(erased);
        if erased {
            self.scrub(&mut writer).await?;
        }
        Ok(applied)
    }

    /// Everything listed is here: continue from `cursor`. Texts whose conversation is not among it are kept.
    pub(crate) async fn finish_resync(&self, me: AgentId, cursor: &Cursor) -> Result<()> {
        let mut writer = self.writer().await;
        let mut tx = Self::begin(&mut writer).await?;
        erase::keep_lost_texts(&mut tx, me, &self.clock).await?;
        set_cursor(&mut tx, cursor).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Adds older lines below the first cached one. Nothing happens when the conversation, or the line they continue,
    /// is not there any more.
    pub(crate) async fn add_older(
        &self,
        me: AgentId,
        conversation: ConversationId,
        before: u64,
        older: &[Message],
    ) -> Result<()> {
        let continues = older.last().is_some_and(|last| last.seq + 1 == before);
        if !continues {
            return Ok(());
        }
        let mut writer = self.writer().await;
        let mut tx = Self::begin(&mut writer).await?;
        let first: Option<i64> =
            sqlx::query_scalar("SELECT MIN(seq) FROM message WHERE conversation = ?")
                .bind(conversation.to_string())
                .fetch_one(&mut *tx)
                .await?;
        if first == Some(int(before)) {
            lines(&mut tx, me, conversation, older).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

async fn set_cursor(db: &mut SqliteConnection, cursor: &Cursor) -> Result<()> {
    sqlx::query(
        "INSERT INTO cursor (one, cursor) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET cursor = excluded.cursor",
    )
    .bind(cursor.to_string())
    .execute(db)
    .await?;
    Ok(())
}
