//! Loads what a group names, one statement per table, under the write lock.

use std::collections::{BTreeMap, BTreeSet};

use guichet_domain::{Conversation, ConversationId, MessageId, Mine};
use sqlx::{Row, SqliteConnection};

use super::super::{AnswerKey, Loaded, StoreError, StoredAnswer, Wanted};
use super::{contacts, json, parse, templates, uint};

pub(super) async fn load(db: &mut SqliteConnection, wanted: &Wanted) -> Result<Loaded, StoreError> {
    let counter = sqlx::query("SELECT epoch, change, contacts FROM counter")
        .fetch_one(&mut *db)
        .await?;
    let answers = answers(db, wanted).await?;
    let conversations = conversations(db, wanted).await?;
    let points = contacts::points(db, wanted).await?;
    let contacts = contacts::load(db, wanted, &points, &conversations).await?;
    let mine = mine(db, wanted).await?;
    let messages = messages(db, wanted).await?;
    let (templates, template_count) = templates::load(db, wanted).await?;
    Ok(Loaded {
        epoch: counter.get("epoch"),
        change: uint(counter.get("change")),
        contact_count: u32::try_from(counter.get::<i64, _>("contacts")).unwrap_or(u32::MAX),
        answers,
        conversations,
        contacts,
        points,
        mine,
        messages,
        templates,
        template_count,
    })
}

async fn answers(
    db: &mut SqliteConnection,
    wanted: &Wanted,
) -> Result<BTreeMap<AnswerKey, StoredAnswer>, StoreError> {
    if wanted.answers.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = sqlx::query(
        "SELECT a.author, a.id, a.hash, a.result
         FROM json_each($1) w
         JOIN answer a ON a.author = w.value ->> 0 AND a.id = w.value ->> 1",
    )
    .bind(json("answer", &wanted.answers)?)
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            (
                (row.get("author"), row.get("id")),
                StoredAnswer {
                    hash: row.get("hash"),
                    result: row.get("result"),
                },
            )
        })
        .collect())
}

/// Those named, those open between the named, those waiting and those owned: each once.
async fn conversations(
    db: &mut SqliteConnection,
    wanted: &Wanted,
) -> Result<Vec<Conversation>, StoreError> {
    let mut found: BTreeMap<ConversationId, Conversation> = BTreeMap::new();
    let mut add = |rows: Vec<String>| -> Result<(), StoreError> {
        for row in rows {
            let conversation: Conversation = parse("conversation", &row)?;
            found.insert(conversation.id, conversation);
        }
        Ok(())
    };
    if !wanted.conversations.is_empty() {
        add(sqlx::query_scalar(
            "SELECT c.row FROM json_each($1) w JOIN conversation c ON c.id = w.value",
        )
        .bind(json("conversation", &wanted.conversations)?)
        .fetch_all(&mut *db)
        .await?)?;
    }
    if !wanted.open_between.is_empty() {
        add(sqlx::query_scalar(
            "SELECT c.row FROM json_each($1) w JOIN conversation c
             ON c.account = w.value ->> 0 AND c.point = w.value ->> 1
             AND c.state IN ('offered', 'owned')",
        )
        .bind(json("conversation", &wanted.open_between)?)
        .fetch_all(&mut *db)
        .await?)?;
    }
    if !wanted.contacts_whole.is_empty() {
        add(sqlx::query_scalar(
            "SELECT c.row FROM json_each($1) w JOIN conversation c ON c.contact = w.value",
        )
        .bind(json("conversation", &wanted.contacts_whole)?)
        .fetch_all(&mut *db)
        .await?)?;
    }
    if !wanted.open_beside.is_empty() {
        add(sqlx::query_scalar(
            "SELECT o.row FROM json_each($1) w JOIN conversation c ON c.id = w.value
             JOIN conversation o ON o.account = c.account AND o.point = c.point
             AND o.state IN ('offered', 'owned')",
        )
        .bind(json("conversation", &wanted.open_beside)?)
        .fetch_all(&mut *db)
        .await?)?;
    }
    if !wanted.waiting_in.is_empty() {
        add(sqlx::query_scalar(
            "SELECT c.row FROM json_each($1) w JOIN conversation c
             ON c.queue = w.value AND c.state = 'offered'",
        )
        .bind(json("conversation", &wanted.waiting_in)?)
        .fetch_all(&mut *db)
        .await?)?;
    }
    if !wanted.owned_by.is_empty() {
        add(sqlx::query_scalar(
            "SELECT c.row FROM json_each($1) w JOIN conversation c
             ON c.owner = w.value AND c.state = 'owned'",
        )
        .bind(json("conversation", &wanted.owned_by)?)
        .fetch_all(&mut *db)
        .await?)?;
    }
    if !wanted.owned_in.is_empty() {
        add(sqlx::query_scalar(
            "SELECT c.row FROM json_each($1) w JOIN conversation c
             ON c.queue = w.value AND c.state = 'owned'",
        )
        .bind(json("conversation", &wanted.owned_in)?)
        .fetch_all(&mut *db)
        .await?)?;
    }
    Ok(found.into_values().collect())
}

async fn mine(db: &mut SqliteConnection, wanted: &Wanted) -> Result<Vec<Mine>, StoreError> {
    if wanted.mine.is_empty() && wanted.mine_of.is_empty() && wanted.contacts_whole.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<String> = sqlx::query_scalar(
        "SELECT m.row FROM json_each($1) w
         JOIN mine m ON m.agent = w.value ->> 0 AND m.conversation = w.value ->> 1
         UNION
         SELECT m.row FROM json_each($2) w JOIN mine m ON m.conversation = w.value
         UNION
         SELECT m.row FROM json_each($3) w JOIN conversation c ON c.contact = w.value
         JOIN mine m ON m.conversation = c.id",
    )
    .bind(json("mine", &wanted.mine)?)
    .bind(json("mine", &wanted.mine_of)?)
    .bind(json("mine", &wanted.contacts_whole)?)
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| parse("mine", row)).collect()
}

async fn messages(
    db: &mut SqliteConnection,
    wanted: &Wanted,
) -> Result<BTreeSet<MessageId>, StoreError> {
    if wanted.messages.is_empty() {
        return Ok(BTreeSet::new());
    }
    let ids: Vec<String> =
        sqlx::query_scalar("SELECT m.id FROM json_each($1) w JOIN message m ON m.id = w.value")
            .bind(json("message", &wanted.messages)?)
            .fetch_all(db)
            .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}
