//! Chats among colleagues: those that begin here before the hub knows of them, and what each member keeps of one.

use guichet_domain::{AgentId, Conversation, ConversationId, Internal, Kind};
use guichet_protocol::AgentCommand;
use sqlx::SqliteConnection;

use super::{Applied, Cache, Glimpse, Recents, Result, erase, int};

/// Where a conversation stands: a chat is archived while its member's archive reaches its last line.
pub(super) async fn place(
    db: &mut SqliteConnection,
    conversation: &Conversation,
    me: AgentId,
) -> Result<Glimpse> {
    let glimpse = Glimpse::of(conversation, me);
    if !glimpse.internal {
        return Ok(glimpse);
    }
    let archived: Option<i64> =
        sqlx::query_scalar("SELECT archived FROM mine WHERE conversation = ?")
            .bind(conversation.id.to_string())
            .fetch_optional(db)
            .await?
            .flatten();
    let hidden = archived.is_some_and(|up_to| up_to >= int(conversation.last_seq));
    let recents = if hidden {
        Some(Recents::Archived)
    } else {
        glimpse.recents
    };
    Ok(Glimpse { recents, ..glimpse })
}

/// What the agent keeps of a chat changed: it goes to Archived, or comes back.
pub(super) async fn placed_anew(db: &mut SqliteConnection, id: &str) -> Result<()> {
    sqlx::query(
        "UPDATE conversation SET recents = CASE WHEN (SELECT archived FROM mine WHERE conversation = ?1)
             >= (row ->> '$.last_seq') THEN ?2 ELSE ?3 END
         WHERE id = ?1 AND internal = 1 AND change > 0",
    )
    .bind(id)
    .bind(Recents::Archived.column())
    .bind(Recents::Mine.column())
    .execute(db)
    .await?;
    Ok(())
}

/// What the agent says in a chat, or wants of it, puts it into Recents before the hub knows of it.
pub(super) async fn listed(db: &mut SqliteConnection, id: &str, now: i64) -> Result<()> {
    sqlx::query("UPDATE conversation SET recents = 1, last_at = ?2 WHERE id = ?1 AND change = 0")
        .bind(id)
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}

impl Cache {
    /// Begins a chat here. The hub's row takes its place when it comes; one that is there already stays. Not in Recents
    /// until something is written.
    pub(crate) async fn begin_chat(&self, id: ConversationId, chat: Internal) -> Result<()> {
        let now = self.clock.now();
        let row = Conversation::new(id, Kind::Internal(chat), now);
        let mut writer = self.writer().await;
        sqlx::query(
            "INSERT OR IGNORE INTO conversation (id, change, row, recents, waits_from, contact, last_at, internal)
             VALUES (?, 0, ?, NULL, NULL, NULL, ?, 1)",
        )
        .bind(id.to_string())
        .bind(serde_json::to_string(&row)?)
        .bind(now.0)
        .execute(&mut *writer)
        .await?;
        Ok(())
    }

    /// A chat that began here, and of which neither the hub nor the outbox knows yet.
    pub(crate) async fn is_only_here(&self, id: ConversationId) -> Result<bool> {
        Ok(sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM conversation WHERE id = ?1 AND change = 0) AND NOT EXISTS (
                 SELECT 1 FROM outbox WHERE conversation = ?1 AND command ->> '$.ask.what' IN ('open_direct', 'open_group'))",
        )
        .bind(id.to_string())
        .fetch_one(&self.readers)
        .await?)
    }

    /// The hub did not open a chat that began here: it goes, and what was written there is kept.
    pub(crate) async fn drop_unopened(&self, me: AgentId, id: ConversationId) -> Result<Applied> {
        let mut applied = Applied::default();
        let mut writer = self.writer().await;
        let mut tx = Self::begin(&mut writer).await?;
        let here: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM conversation WHERE id = ? AND change = 0)",
        )
        .bind(id.to_string())
        .fetch_one(&mut *tx)
        .await?;
        if here {
            erase::conversation(&mut tx, me, id, &self.clock, &mut applied).await?;
        }
        tx.commit().await?;
        Ok(applied)
    }

    /// Every chat among colleagues that is held.
    pub(crate) async fn chats(&self) -> Result<Vec<Conversation>> {
        let rows: Vec<String> =
            sqlx::query_scalar("SELECT row FROM conversation WHERE internal = 1")
                .fetch_all(&self.readers)
                .await?;
        rows.iter()
            .map(|row| Ok(serde_json::from_str(row)?))
            .collect()
    }
}

/// Does it begin a chat?
pub(super) fn opens(command: &AgentCommand) -> bool {
    use guichet_domain::InternalAsk::{OpenDirect, OpenGroup};
    let AgentCommand::Internal { ask, .. } = command else {
        return false;
    };
    matches!(ask, OpenDirect { .. } | OpenGroup { .. })
}
