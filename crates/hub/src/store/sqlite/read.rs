//! What readers ask: the board, the log, conversations and their messages.

use std::ops::Range;

use guichet_domain::{
    AccountId, AgentId, Contact, ContactId, Conversation, ConversationId, Message, MessageId,
    Timestamp,
};
use guichet_protocol::{AgentLoad, Cursor, EntityKind, Key};
use sqlx::{Row, SqlitePool};

use super::super::{LogRange, LogRow, Place, Standing, StoreError, Subject};
use super::{int, json, parse, uint};

pub(super) async fn head(db: &SqlitePool) -> Result<Cursor, StoreError> {
    let row = sqlx::query(
        "SELECT epoch, counter.change, coalesce(tag, 0) AS tag
         FROM counter LEFT JOIN log ON log.change = counter.change",
    )
    .fetch_one(db)
    .await?;
    Ok(Cursor {
        epoch: row.get("epoch"),
        change: uint(row.get("change")),
        tag: row.get("tag"),
    })
}

pub(super) async fn standing(db: &SqlitePool, cursor: &Cursor) -> Result<Standing, StoreError> {
    let row = sqlx::query(
        "SELECT epoch, floor, (SELECT tag FROM log WHERE change = $1 AND group_end = $1) AS tag
         FROM counter",
    )
    .bind(int(cursor.change))
    .fetch_one(db)
    .await?;
    if row.get::<String, _>("epoch") != cursor.epoch {
        return Ok(Standing::OtherEpoch);
    }
    let floor = uint(row.get("floor"));
    if cursor.change < floor {
        return Ok(Standing::BelowFloor);
    }
    let tag: Option<u32> = row.get("tag");
    // Before the first change there is no line that could carry a tag.
    let expected = if cursor.change == 0 { Some(0) } else { tag };
    if expected == Some(cursor.tag) {
        Ok(Standing::Continues)
    } else {
        Ok(Standing::OtherTag)
    }
}

pub(super) async fn old_log(
    db: &SqlitePool,
    before: Timestamp,
    keep: u32,
) -> Result<Range<u64>, StoreError> {
    // Read in the order of changes, which is that of time: each stops at the first line it looks for.
    let row = sqlx::query(
        "SELECT coalesce(min(change), 0) AS oldest,
                max(
                    coalesce((SELECT change FROM log WHERE at >= $1 ORDER BY change LIMIT 1), max(change), 0),
                    coalesce((SELECT change FROM log ORDER BY change DESC LIMIT 1 OFFSET $2), 0)
                ) AS kept
         FROM log",
    )
    .bind(before.0)
    .bind(i64::from(keep.saturating_sub(1)))
    .fetch_one(db)
    .await?;
    Ok(uint(row.get("oldest"))..uint(row.get("kept")))
}

pub(super) async fn log_after(
    db: &SqlitePool,
    since: &Cursor,
    limit: u32,
) -> Result<LogRange, StoreError> {
    // To the end of the group in which the limit falls.
    let rows = sqlx::query(
        "SELECT change, group_end, tag, kind, id, before FROM log
         WHERE change > $1 AND change <= coalesce(
             (SELECT group_end FROM log WHERE change > $1 ORDER BY change LIMIT 1 OFFSET $2),
             (SELECT max(change) FROM log), 0)
         ORDER BY change",
    )
    .bind(int(since.change))
    .bind(i64::from(limit.saturating_sub(1)))
    .fetch_all(db)
    .await?;
    let Some(last) = rows.last() else {
        return Ok(LogRange {
            rows: Vec::new(),
            to: since.clone(),
            more: false,
        });
    };
    let to = Cursor {
        epoch: since.epoch.clone(),
        change: uint(last.get("group_end")),
        tag: last.get("tag"),
    };
    let head: i64 = sqlx::query_scalar("SELECT change FROM counter")
        .fetch_one(db)
        .await?;
    let more = uint(head) > to.change;
    let rows = rows
        .iter()
        .map(|row| {
            let id: String = row.get("id");
            let kind: String = row.get("kind");
            let subject = match EntityKind::parse(&kind) {
                Some(kind) => Subject::Entity(Key { kind, id }),
                None => Subject::Rights(
                    id.parse()
                        .map_err(|_| sqlx::Error::ColumnNotFound("rights".into()))?,
                ),
            };
            Ok(LogRow {
                change: uint(row.get("change")),
                subject,
                before: parse("log", row.get("before"))?,
            })
        })
        .collect::<Result<_, StoreError>>()?;
    Ok(LogRange { rows, to, more })
}

pub(super) async fn rights_changed(
    db: &SqlitePool,
    agent: AgentId,
    since: &Cursor,
) -> Result<bool, StoreError> {
    Ok(sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM log WHERE kind = 'rights' AND id = $1 AND change > $2)",
    )
    .bind(agent.to_string())
    .bind(int(since.change))
    .fetch_one(db)
    .await?)
}

pub(super) async fn conversation(
    db: &SqlitePool,
    id: ConversationId,
) -> Result<Option<(Conversation, u64)>, StoreError> {
    let row = sqlx::query("SELECT row, change FROM conversation WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(db)
        .await?;
    with_change(row.as_ref())
}

pub(super) async fn latest_conversation(
    db: &SqlitePool,
    account: AccountId,
    point: ContactId,
) -> Result<Option<(Conversation, u64)>, StoreError> {
    // An open one first: there is at most one. Ids are in the order of time.
    let row = sqlx::query(
        "SELECT row, change FROM conversation WHERE point = $1 AND account = $2
         ORDER BY state = 'closed', id DESC LIMIT 1",
    )
    .bind(point.to_string())
    .bind(account.to_string())
    .fetch_optional(db)
    .await?;
    with_change(row.as_ref())
}

fn with_change(
    row: Option<&sqlx::sqlite::SqliteRow>,
) -> Result<Option<(Conversation, u64)>, StoreError> {
    row.map(|row| {
        Ok((
            parse("conversation", row.get("row"))?,
            uint(row.get("change")),
        ))
    })
    .transpose()
}

pub(super) async fn place(
    db: &SqlitePool,
    message: MessageId,
    point: ContactId,
) -> Result<Option<Place>, StoreError> {
    let row: Option<(String, i64, i64)> = sqlx::query_as(
        "SELECT c.id, m.seq, c.change FROM message m JOIN conversation c ON c.id = m.conversation
         WHERE m.id = $1 AND c.point = $2",
    )
    .bind(message.to_string())
    .bind(point.to_string())
    .fetch_optional(db)
    .await?;
    Ok(row.and_then(|(conversation, seq, revision)| {
        Some(Place {
            conversation: conversation.parse().ok()?,
            seq: uint(seq),
            revision: uint(revision),
        })
    }))
}

pub(super) async fn conversations_of(
    db: &SqlitePool,
    contacts: &[ContactId],
) -> Result<Vec<Conversation>, StoreError> {
    let rows: Vec<String> = sqlx::query_scalar(
        "SELECT c.row FROM json_each($1) w JOIN conversation c ON c.contact = w.value",
    )
    .bind(json("conversation", &contacts)?)
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| parse("conversation", row)).collect()
}

/// The newest `limit` messages before `before` that changed after `change`, ascending.
pub(super) async fn messages(
    db: &SqlitePool,
    conversation: ConversationId,
    before: Option<u64>,
    change: u64,
    limit: u32,
) -> Result<Vec<Message>, StoreError> {
    let rows: Vec<String> = sqlx::query_scalar(
        "SELECT row FROM message WHERE conversation = $1 AND seq < $2 AND change > $3
         ORDER BY seq DESC LIMIT $4",
    )
    .bind(conversation.to_string())
    .bind(before.map_or(i64::MAX, int))
    .bind(int(change))
    .bind(i64::from(limit))
    .fetch_all(db)
    .await?;
    rows.iter().rev().map(|row| parse("message", row)).collect()
}

pub(super) async fn contact(db: &SqlitePool, id: ContactId) -> Result<Option<Contact>, StoreError> {
    let row: Option<String> = sqlx::query_scalar("SELECT row FROM contact WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(db)
        .await?;
    row.map(|row| parse("contact", &row)).transpose()
}

pub(super) async fn loads(db: &SqlitePool) -> Result<Vec<AgentLoad>, StoreError> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT owner, COUNT(*) FROM conversation WHERE state = 'owned' GROUP BY owner ORDER BY owner",
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(|(agent, open)| {
            Some(AgentLoad {
                agent: agent.parse().ok()?,
                open: uint(open),
            })
        })
        .collect())
}
