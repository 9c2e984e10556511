//! Writes what a group changed, one multi-row statement per table.

use std::fmt::Write as _;

use guichet_domain::{Agent, Conversation, Kind, Ownership, Queue, Timestamp};
use guichet_protocol::{Entity, EntityKind, Key};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::super::{Diff, StoreError, Subject};
use super::{blocks, chats, contacts, int, templates};

/// One statement: its SQL reads the rows as `json_each($1)`.
pub(super) async fn write(
    db: &mut SqliteConnection,
    sql: &'static str,
    rows: Vec<Value>,
) -> Result<(), StoreError> {
    if !rows.is_empty() {
        sqlx::query(AssertSqlSafe(sql))
            .bind(Value::Array(rows).to_string())
            .execute(db)
            .await?;
    }
    Ok(())
}

pub(super) async fn flush(db: &mut SqliteConnection, diff: &Diff) -> Result<(), StoreError> {
    let answers = diff
        .answers
        .iter()
        .map(|((author, id), answer)| {
            json!([author, id, hex(&answer.hash), answer.result, diff.at.0])
        })
        .collect();
    write(
        db,
        "INSERT INTO answer (author, id, hash, result, at)
         SELECT value ->> 0, value ->> 1, unhex(value ->> 2), value ->> 3, value ->> 4
         FROM json_each($1)",
        answers,
    )
    .await?;
    write(db, templates::COUNT, templates::counts(diff)).await?;
    blocks::flush(db, diff).await?;
    if diff.log.is_empty() {
        // Time may pass without a change that anybody sees.
        timers(db, diff).await?;
        return audit(db, diff).await;
    }
    deleted(db, diff).await?;
    contacts::gone(db, diff).await?;
    entities(db, diff).await?;
    contacts::identities(db, diff).await?;
    let messages = diff
        .messages
        .iter()
        .map(|(message, change)| {
            json!([
                message.conversation,
                message.seq,
                message.id,
                change,
                row(message)
            ])
        })
        .collect();
    write(
        db,
        "INSERT INTO message (conversation, seq, id, change, row)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
         FROM json_each($1)",
        messages,
    )
    .await?;
    log(db, diff).await?;
    timers(db, diff).await?;
    audit(db, diff).await?;
    sqlx::query("UPDATE counter SET change = $1, contacts = $2")
        .bind(int(diff.change))
        .bind(i64::from(diff.contact_count))
        .execute(db)
        .await?;
    Ok(())
}

/// When to look again, and whose turn it was: of the hub alone, in no log.
async fn timers(db: &mut SqliteConnection, diff: &Diff) -> Result<(), StoreError> {
    write(
        db,
        "UPDATE conversation SET due = d.value ->> 1 FROM json_each($1) d
         WHERE conversation.id = d.value ->> 0 AND conversation.due IS NOT d.value ->> 1",
        diff.due.iter().map(|(id, due)| json!([id, due])).collect(),
    )
    .await?;
    let turns = diff.turns.iter();
    write(
        db,
        "INSERT INTO turn (queue, agent, rung, served, day, times)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
         FROM json_each($1) WHERE true
         ON CONFLICT (queue, agent) DO UPDATE SET rung = excluded.rung, served = excluded.served,
             day = excluded.day, times = excluded.times",
        turns
            .map(|(queue, agent, t)| json!([queue, agent, t.rung, t.served, t.day, t.times]))
            .collect(),
    )
    .await
}

async fn audit(db: &mut SqliteConnection, diff: &Diff) -> Result<(), StoreError> {
    write(
        db,
        "INSERT INTO audit (at, row) SELECT value ->> 0, value ->> 1 FROM json_each($1)",
        diff.audit.iter().map(|a| json!([a.at, row(a)])).collect(),
    )
    .await
}

async fn log(db: &mut SqliteConnection, diff: &Diff) -> Result<(), StoreError> {
    let rows = diff
        .log
        .iter()
        .map(|line| {
            let (kind, id) = match &line.subject {
                Subject::Entity(key) => (key.kind.as_str(), key.id.clone()),
                Subject::Rights(agent) => ("rights", agent.to_string()),
            };
            json!([
                line.change,
                diff.change,
                diff.tag,
                kind,
                id,
                row(&line.before),
                diff.at.0
            ])
        })
        .collect();
    write(
        db,
        "INSERT INTO log (change, group_end, tag, kind, id, before, at)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
         FROM json_each($1)",
        rows,
    )
    .await
}

async fn deleted(db: &mut SqliteConnection, diff: &Diff) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM message WHERE conversation IN (SELECT value FROM json_each($1))",
        "DELETE FROM mine WHERE conversation IN (SELECT value FROM json_each($1))",
        "DELETE FROM chat_member WHERE conversation IN (SELECT value FROM json_each($1))",
        "DELETE FROM conversation WHERE id IN (SELECT value FROM json_each($1))",
    ] {
        write(db, sql, diff.deleted.iter().map(|id| json!(id)).collect()).await?;
    }
    for sql in templates::DELETE {
        let ids = diff.deleted_templates.iter().map(|id| json!(id)).collect();
        write(db, sql, ids).await?;
    }
    Ok(())
}

async fn entities(db: &mut SqliteConnection, diff: &Diff) -> Result<(), StoreError> {
    for kind in EntityKind::ALL {
        let rows: Vec<Value> = diff
            .puts
            .iter()
            .filter(|(entity, _)| entity.key().kind == kind)
            .map(|(entity, change)| columns(entity, *change))
            .collect();
        write(db, upsert(kind), rows).await?;
    }
    let queues: Vec<&Queue> = diff
        .puts
        .iter()
        .filter_map(|(entity, _)| match entity {
            Entity::Queue(queue) => Some(queue),
            _ => None,
        })
        .collect();
    members(db, &queues).await?;
    chats::write_members(db, diff).await?;
    let agents: Vec<&Agent> = diff
        .puts
        .iter()
        .filter_map(|(entity, _)| match entity {
            Entity::Agent(agent) => Some(agent),
            _ => None,
        })
        .collect();
    grants(db, &agents).await
}

const fn upsert(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Account => {
            "INSERT INTO account (id, change, row)
             SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each($1) WHERE true
             ON CONFLICT (id) DO UPDATE SET change = excluded.change, row = excluded.row"
        }
        EntityKind::Contact => contacts::UPSERT,
        EntityKind::Department => {
            "INSERT INTO department (id, change, row)
             SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each($1) WHERE true
             ON CONFLICT (id) DO UPDATE SET change = excluded.change, row = excluded.row"
        }
        EntityKind::Settings => {
            "INSERT INTO settings (id, change, row)
             SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each($1) WHERE true
             ON CONFLICT (id) DO UPDATE SET change = excluded.change, row = excluded.row"
        }
        EntityKind::Agent => {
            "INSERT INTO agent (id, change, row, active)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3
             FROM json_each($1) WHERE true
             ON CONFLICT (id) DO UPDATE SET change = excluded.change, row = excluded.row,
                 active = excluded.active"
        }
        EntityKind::Queue => {
            "INSERT INTO queue (id, change, row, department, offered_only)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
             FROM json_each($1) WHERE true
             ON CONFLICT (id) DO UPDATE SET change = excluded.change, row = excluded.row,
                 department = excluded.department, offered_only = excluded.offered_only"
        }
        EntityKind::Template => templates::UPSERT,
        EntityKind::Mine => {
            "INSERT INTO mine (agent, conversation, change, row)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3
             FROM json_each($1) WHERE true
             ON CONFLICT (agent, conversation) DO UPDATE SET change = excluded.change,
                 row = excluded.row"
        }
        EntityKind::Conversation => {
            "INSERT INTO conversation
                 (id, change, row, state, owner, queue, agents, account, contact, point, last_at)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4,
                 value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10
             FROM json_each($1) WHERE true
             ON CONFLICT (id) DO UPDATE SET change = excluded.change, row = excluded.row,
                 state = excluded.state, owner = excluded.owner, queue = excluded.queue,
                 agents = excluded.agents, contact = excluded.contact, point = excluded.point,
                 last_at = excluded.last_at"
        }
    }
}

/// The columns of an entity, in the order of its statement.
fn columns(entity: &Entity, change: u64) -> Value {
    match entity {
        Entity::Account(e) => json!([e.id, change, row(e)]),
        Entity::Contact(e) => contacts::columns(e, change),
        Entity::Department(e) => json!([e.id, change, row(e)]),
        Entity::Settings(e) => json!([Key::settings().id, change, row(e)]),
        Entity::Agent(e) => json!([e.id, change, row(e), i64::from(e.active)]),
        Entity::Queue(e) => {
            let department = e.department.map(|d| d.to_string()).unwrap_or_default();
            json!([e.id, change, row(e), department, i64::from(e.offered_only)])
        }
        Entity::Template(e) => templates::columns(e, change),
        Entity::Mine(e) => json!([e.agent, e.conversation, change, row(e)]),
        Entity::Conversation(e) => conversation(e, change),
    }
}

fn conversation(e: &Conversation, change: u64) -> Value {
    let (account, contact) = match &e.kind {
        Kind::Customer {
            account, contact, ..
        } => (Some(account), Some(contact)),
        Kind::Internal(_) => (None, None),
    };
    let (state, owner, agents) = match &e.kind {
        Kind::Internal(chat) => ("internal", None, row(&chat.members)),
        Kind::Customer { ownership, .. } => match ownership {
            Ownership::Offered { ringing, .. } => ("offered", None, row(ringing)),
            Ownership::Owned { owner, .. } => ("owned", Some(*owner), "[]".to_owned()),
            Ownership::Closed { last_owner, .. } => ("closed", *last_owner, "[]".to_owned()),
        },
    };
    json!([
        e.id,
        change,
        row(e),
        state,
        owner,
        e.queue(),
        agents,
        account,
        contact,
        e.point(),
        e.last_at
    ])
}

async fn members(db: &mut SqliteConnection, queues: &[&Queue]) -> Result<(), StoreError> {
    write(
        db,
        "DELETE FROM member WHERE queue IN (SELECT value FROM json_each($1))",
        queues.iter().map(|queue| json!(queue.id)).collect(),
    )
    .await?;
    let rows = queues
        .iter()
        .flat_map(|queue| queue.members.iter().map(|agent| json!([agent, queue.id])))
        .collect();
    write(
        db,
        "INSERT INTO member (agent, queue) SELECT value ->> 0, value ->> 1 FROM json_each($1)",
        rows,
    )
    .await
}

async fn grants(db: &mut SqliteConnection, agents: &[&Agent]) -> Result<(), StoreError> {
    write(
        db,
        "DELETE FROM grants WHERE agent IN (SELECT value FROM json_each($1))",
        agents.iter().map(|agent| json!(agent.id)).collect(),
    )
    .await?;
    let rows = agents
        .iter()
        .flat_map(|agent| {
            agent.grants.iter().map(|grant| {
                let department = grant.department.map(|d| d.to_string()).unwrap_or_default();
                json!([agent.id, grant.role, department])
            })
        })
        .collect();
    write(
        db,
        "INSERT INTO grants (agent, role, department)
         SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each($1) WHERE true
         ON CONFLICT DO NOTHING",
        rows,
    )
    .await
}

/// A row as JSON. Our own types have no map with other keys than strings, so this cannot fail.
pub(super) fn row<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Bytes as JSON can carry them; SQLite's `unhex` reads them back.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(super) async fn truncate_log(db: &mut SqliteConnection, floor: u64) -> Result<(), StoreError> {
    sqlx::query("UPDATE counter SET floor = max(floor, min($1, change))")
        .bind(int(floor))
        .execute(&mut *db)
        .await?;
    sqlx::query("DELETE FROM log WHERE change < (SELECT floor FROM counter)")
        .execute(db)
        .await?;
    Ok(())
}

pub(super) async fn forget_answers(
    db: &mut SqliteConnection,
    before: Timestamp,
) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM answer WHERE at < $1 AND author NOT LIKE 'customer:%'")
        .bind(before.0)
        .execute(db)
        .await?;
    Ok(done.rows_affected())
}
