//! Removing what the agent holds no more. Their own unsent words stay, as unsent drafts.

use guichet_domain::{AgentId, Conversation, ConversationId};
use guichet_protocol::{EntityKind, Key};
use sqlx::SqliteConnection;

use super::{Applied, Cache, Glimpse, Gone, Result};
use crate::clock::Clock;

/// Removes one row. Answers whether there was anything to remove.
pub(super) async fn delete(
    db: &mut SqliteConnection,
    me: AgentId,
    key: &Key,
    clock: &Clock,
    applied: &mut Applied,
) -> Result<bool> {
    match key.kind {
        EntityKind::Conversation => match key.id.parse() {
            Ok(id) => conversation(db, me, id, clock, applied).await,
            Err(_) => Ok(false),
        },
        EntityKind::Mine => {
            let conversation = key.id.rsplit(':').next().unwrap_or_default();
            let deleted = sqlx::query("DELETE FROM mine WHERE conversation = ?")
                .bind(conversation)
                .execute(db)
                .await?;
            Ok(deleted.rows_affected() > 0)
        }
        kind => {
            let deleted = sqlx::query("DELETE FROM entity WHERE kind = ? AND id = ?")
                .bind(kind.as_str())
                .bind(&key.id)
                .execute(db)
                .await?;
            let deleted = deleted.rows_affected() > 0;
            match kind {
                EntityKind::Template => applied.templates |= deleted,
                _ => applied.inbox |= deleted,
            }
            Ok(deleted)
        }
    }
}

pub(super) async fn conversation(
    db: &mut SqliteConnection,
    me: AgentId,
    id: ConversationId,
    clock: &Clock,
    applied: &mut Applied,
) -> Result<bool> {
    let row: Option<String> = sqlx::query_scalar("SELECT row FROM conversation WHERE id = ?")
        .bind(id.to_string())
        .fetch_optional(&mut *db)
        .await?;
    let was = row
        .map(|row| serde_json::from_str::<Conversation>(&row))
        .transpose()?
        .map(|row| Glimpse::of(&row, me));
    let waiting = match was {
        // Perhaps a lost race, and only the hub's answer tells who won.
        Some(was) if was.waits => Waiting::AsksTheHub,
        _ => Waiting::IsGivenUp,
    };
    let kept_draft = keep_own_texts(db, me, id, waiting, clock).await?;
    let Some(was) = was else {
        return Ok(false);
    };
    sqlx::query("DELETE FROM conversation WHERE id = ?")
        .bind(id.to_string())
        .execute(db)
        .await?;
    applied.inbox = true;
    applied.gone.push(Gone {
        conversation: id,
        was,
        kept_draft,
    });
    Ok(true)
}

/// What becomes of a command that never left this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Waiting {
    AsksTheHub,
    IsGivenUp,
}

/// The draft and the given up texts of a conversation become unsent drafts. A command that left this computer already
/// stays in the outbox: only the hub knows whether it happened, and its answer decides.
async fn keep_own_texts(
    db: &mut SqliteConnection,
    me: AgentId,
    id: ConversationId,
    waiting: Waiting,
    clock: &Clock,
) -> Result<bool> {
    let gives_up = waiting == Waiting::IsGivenUp;
    let (me, id) = (me.to_string(), id.to_string());
    let now = clock.now().0;
    let outbox = sqlx::query(
        "INSERT OR IGNORE INTO unsent_draft (id, agent, text, channel, at)
         SELECT id, agent, text, channel, ?3 FROM outbox
         WHERE agent = ?1 AND conversation = ?2 AND attempted = 0 AND ?4 AND seq IS NULL AND text IS NOT NULL",
    )
    .bind(&me)
    .bind(&id)
    .bind(now)
    .bind(gives_up)
    .execute(&mut *db)
    .await?;
    sqlx::query(
        "DELETE FROM outbox WHERE agent = ?1 AND conversation = ?2 AND ((attempted = 0 AND ?3) OR seq IS NOT NULL)",
    )
    .bind(&me)
    .bind(&id)
    .bind(gives_up)
    .execute(&mut *db)
    .await?;
    let draft = sqlx::query(
        "INSERT INTO unsent_draft (id, agent, text, channel, at)
         SELECT ?3, agent, text, channel, ?4 FROM draft WHERE agent = ?1 AND conversation = ?2",
    )
    .bind(&me)
    .bind(&id)
    .bind(clock.command_id().to_string())
    .bind(now)
    .execute(&mut *db)
    .await?;
    sqlx::query("DELETE FROM draft WHERE agent = ? AND conversation = ?")
        .bind(&me)
        .bind(&id)
        .execute(db)
        .await?;
    Ok(outbox.rows_affected() + draft.rows_affected() > 0)
}

/// Texts whose conversation is not held, and not about to begin, become unsent drafts: those of conversations that left while the agent was
/// signed out, or before a new cache was begun.
pub(super) async fn keep_lost_texts(
    db: &mut SqliteConnection,
    me: AgentId,
    clock: &Clock,
) -> Result<()> {
    let lost: Vec<String> = sqlx::query_scalar(
        "SELECT conversation FROM draft WHERE agent = ?1 AND conversation NOT IN (SELECT id FROM conversation)
         UNION
         SELECT conversation FROM outbox WHERE agent = ?1 AND conversation NOT IN (SELECT id FROM conversation)
         EXCEPT
         SELECT conversation FROM outbox WHERE agent = ?1 AND command ->> '$.ask.what' IN ('open_direct', 'open_group')",
    )
    .bind(me.to_string())
    .fetch_all(&mut *db)
    .await?;
    for id in lost.iter().filter_map(|id| id.parse().ok()) {
        keep_own_texts(db, me, id, Waiting::IsGivenUp, clock).await?;
    }
    Ok(())
}

impl Cache {
    /// Removes everything that came from the hub: somebody signed out, or somebody else signed in.
    pub(crate) async fn forget_held(&self) -> Result<()> {
        let mut writer = self.writer().await;
        let mut tx = Self::begin(&mut writer).await?;
        for table in [
            "DELETE FROM conversation",
            "DELETE FROM mine",
            "DELETE FROM entity",
            "DELETE FROM cursor",
        ] {
            sqlx::query(table).execute(&mut *tx).await?;
        }
        tx.commit().await?;
        self.remains.left(true);
        self.scrub_now(&mut writer).await?;
        self.forget_damaged().await
    }
}
