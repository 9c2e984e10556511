//! Writing the rows that the hub sent.

use guichet_domain::{AgentId, Conversation, ConversationId, Message, Mine};
use guichet_protocol::{Entity, Put, Window};
use sqlx::SqliteConnection;

use super::{Applied, Glimpse, Move, Result, int, internal};

/// Whether what is cached counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guard {
    /// A row stays when it is newer than what comes.
    Newer,
    /// What comes replaces whatever is there: the change numbers are of another history.
    Replace,
}

/// Writes one row, and the messages that come with it.
pub(super) async fn put(
    db: &mut SqliteConnection,
    me: AgentId,
    put: &Put,
    guard: Guard,
    applied: &mut Applied,
) -> Result<()> {
    match &put.entity {
        Entity::Conversation(row) => {
            conversation(
                db,
                me,
                put.change,
                row,
                put.messages.as_ref(),
                guard,
                applied,
            )
            .await
        }
        Entity::Mine(row) => mine(db, put.change, row, guard, applied).await,
        other => entity(db, put.change, other, guard, applied).await,
    }
}

async fn conversation(
    db: &mut SqliteConnection,
    me: AgentId,
    change: u64,
    row: &Conversation,
    window: Option<&Window>,
    guard: Guard,
    applied: &mut Applied,
) -> Result<()> {
    let id = row.id.to_string();
    let before: Option<String> = sqlx::query_scalar("SELECT row FROM conversation WHERE id = ?")
        .bind(&id)
        .fetch_optional(&mut *db)
        .await?;
    if guard == Guard::Replace {
        sqlx::query("DELETE FROM conversation WHERE id = ?")
            .bind(&id)
            .execute(&mut *db)
            .await?;
    }
    let after = internal::place(db, row, me).await?;
    let waits_from = after
        .waits
        .then(|| row.waiting_since.unwrap_or(row.opened_at).0);
    let written = sqlx::query(
        "INSERT INTO conversation (id, change, row, recents, waits_from, contact, last_at, internal)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET change = excluded.change, row = excluded.row, recents = excluded.recents,
             waits_from = excluded.waits_from, contact = excluded.contact, last_at = excluded.last_at
         WHERE excluded.change >= conversation.change",
    )
    .bind(&id)
    .bind(int(change))
    .bind(serde_json::to_string(row)?)
    .bind(after.recents.map(super::Recents::column))
    .bind(waits_from)
    .bind(row.contact().map(|contact| contact.to_string()))
    .bind(row.last_at.0)
    .bind(after.internal)
    .execute(&mut *db)
    .await?;
    if written.rows_affected() == 0 {
        return Ok(());
    }
    let before = before
        .map(|row| serde_json::from_str::<Conversation>(&row))
        .transpose()?
        .map(|row| Glimpse::of(&row, me));
    let seen = before.map_or(0, |before| before.last_seq);
    let mut wrote = None;
    if let Some(window) = window {
        messages(db, me, row.id, window).await?;
        wrote = window
            .messages
            .iter()
            .rfind(|message| message.seq > seen && is_incoming(message, row, me))
            .cloned();
    }
    // Its line came, if only among those that the window left out.
    sqlx::query("DELETE FROM outbox WHERE conversation = ? AND seq <= ?")
        .bind(&id)
        .bind(int(row.last_seq))
        .execute(db)
        .await?;
    applied.inbox = true;
    applied.threads.insert(row.id);
    applied.moves.push(Move {
        conversation: row.id,
        before,
        after,
        wrote,
    });
    Ok(())
}

/// Written by the other side: a customer, or a colleague among colleagues.
fn is_incoming(message: &Message, conversation: &Conversation, me: AgentId) -> bool {
    use guichet_domain::{Author, Body};
    let theirs = match message.author {
        Author::Customer => true,
        Author::Agent(by) => by != me && conversation.ownership().is_none(),
        Author::Hub => false,
    };
    theirs && matches!(message.body, Body::Text(_))
}

/// Writes lines of a held conversation. A line whose id is in the outbox takes the place of the echo there.
async fn messages(
    db: &mut SqliteConnection,
    me: AgentId,
    conversation: ConversationId,
    window: &Window,
) -> Result<()> {
    if window.fresh {
        sqlx::query("DELETE FROM message WHERE conversation = ?")
            .bind(conversation.to_string())
            .execute(&mut *db)
            .await?;
    }
    lines(db, me, conversation, &window.messages).await?;
    let ids: Vec<String> = window
        .messages
        .iter()
        .filter_map(|message| message.id.map(|id| id.to_string()))
        .collect();
    sqlx::query("DELETE FROM outbox WHERE id IN (SELECT value FROM json_each(?))")
        .bind(serde_json::to_string(&ids)?)
        .execute(&mut *db)
        .await?;
    Ok(())
}

/// Writes lines of a held conversation, replacing those with the same places.
pub(super) async fn lines(
    db: &mut SqliteConnection,
    me: AgentId,
    conversation: ConversationId,
    messages: &[Message],
) -> Result<()> {
    sqlx::query(
        "INSERT INTO message (conversation, seq, incoming, row)
         SELECT ?1, value ->> '$.seq',
             (value -> '$.body.text') IS NOT NULL AND CASE (SELECT internal FROM conversation WHERE id = ?1)
                 WHEN 1 THEN (value ->> '$.author.agent') IS NOT ?3
                 ELSE (value ->> '$.author') = 'customer' END,
             value
         FROM json_each(?2) WHERE true
         ON CONFLICT (conversation, seq) DO UPDATE SET incoming = excluded.incoming, row = excluded.row",
    )
    .bind(conversation.to_string())
    .bind(serde_json::to_string(messages)?)
    .bind(me.to_string())
    .execute(db)
    .await?;
    Ok(())
}

async fn mine(
    db: &mut SqliteConnection,
    change: u64,
    row: &Mine,
    guard: Guard,
    applied: &mut Applied,
) -> Result<()> {
    let written = sqlx::query(
        "INSERT INTO mine (conversation, change, row, read, muted, archived) VALUES (?1, ?2, ?3, ?4, ?6, ?7)
         ON CONFLICT (conversation) DO UPDATE SET change = excluded.change, row = excluded.row, read = excluded.read,
             muted = excluded.muted, archived = excluded.archived
         WHERE excluded.change >= mine.change OR ?5",
    )
    .bind(row.conversation.to_string())
    .bind(int(change))
    .bind(serde_json::to_string(row)?)
    .bind(int(row.read))
    .bind(guard == Guard::Replace)
    .bind(row.muted)
    .bind(row.archived.map(int))
    .execute(&mut *db)
    .await?;
    if written.rows_affected() > 0 {
        internal::placed_anew(db, &row.conversation.to_string()).await?;
        applied.inbox = true;
        applied.threads.insert(row.conversation);
    }
    Ok(())
}

async fn entity(
    db: &mut SqliteConnection,
    change: u64,
    entity: &Entity,
    guard: Guard,
    applied: &mut Applied,
) -> Result<()> {
    let key = entity.key();
    let row = match entity {
        Entity::Account(row) => serde_json::to_string(row)?,
        Entity::Agent(row) => serde_json::to_string(row)?,
        Entity::Contact(row) => serde_json::to_string(row)?,
        Entity::Conversation(row) => serde_json::to_string(row)?,
        Entity::Department(row) => serde_json::to_string(row)?,
        Entity::Mine(row) => serde_json::to_string(row)?,
        Entity::Queue(row) => serde_json::to_string(row)?,
        Entity::Settings(row) => serde_json::to_string(row)?,
        Entity::Template(row) => serde_json::to_string(row)?,
    };
    let written = sqlx::query(
        "INSERT INTO entity (kind, id, change, row) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (kind, id) DO UPDATE SET change = excluded.change, row = excluded.row
         WHERE excluded.change >= entity.change OR ?5",
    )
    .bind(key.kind.as_str())
    .bind(&key.id)
    .bind(int(change))
    .bind(row)
    .bind(guard == Guard::Replace)
    .execute(&mut *db)
    .await?;
    if written.rows_affected() == 0 {
        return Ok(());
    }
    match entity {
        Entity::Template(_) => applied.templates = true,
        _ => applied.inbox = true,
    }
    if matches!(entity, Entity::Agent(_)) {
        // Presence stands above every chat among colleagues.
        let of: Vec<String> = sqlx::query_scalar("SELECT id FROM conversation WHERE internal = 1")
            .fetch_all(&mut *db)
            .await?;
        applied.threads.extend(ids(&of));
    }
    if let Entity::Contact(contact) = entity {
        let of: Vec<String> = sqlx::query_scalar("SELECT id FROM conversation WHERE contact = ?")
            .bind(contact.id.to_string())
            .fetch_all(db)
            .await?;
        applied.threads.extend(ids(&of));
    }
    Ok(())
}

fn ids(texts: &[String]) -> impl Iterator<Item = ConversationId> {
    texts.iter().filter_map(|id| id.parse().ok())
}
