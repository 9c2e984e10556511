//! The address book, who was merged, and who was erased.

use std::collections::{BTreeMap, BTreeSet};

use guichet_domain::{Contact, ContactId, Conversation, fold};
use guichet_protocol::Entity;
use serde_json::{Value, json};
use sqlx::{Row as _, SqliteConnection, SqlitePool};

use super::super::{BookPage, Diff, Erasure, GoneContact, StoreError, Wanted};
use super::flush::{row, write};
use super::{json, parse};

pub(super) const UPSERT: &str = "INSERT INTO contact (id, change, row, known, found)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each($1) WHERE true
     ON CONFLICT (id) DO UPDATE SET change = excluded.change, row = excluded.row,
         known = excluded.known, found = excluded.found";

/// The columns, in the order of [`UPSERT`].
pub(super) fn columns(contact: &Contact, change: u64) -> Value {
    let known = i64::from(contact.known);
    json!([contact.id, change, row(contact), known, found(contact)])
}

/// By what a contact is found, the name first.
fn found(contact: &Contact) -> String {
    let details = &contact.details;
    let name = details.name.iter();
    fold(
        &name
            .chain(details.points())
            .cloned()
            .collect::<Vec<_>>()
            .join(" "),
    )
}

/// Where the named contacts write from, and who they are now.
pub(super) async fn points(
    db: &mut SqliteConnection,
    wanted: &Wanted,
) -> Result<BTreeMap<ContactId, ContactId>, StoreError> {
    let named: BTreeSet<_> = wanted.contacts.union(&wanted.contacts_whole).collect();
    if named.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT p.point, p.contact FROM contact_point p WHERE p.point IN (SELECT value FROM json_each($1))
            OR p.contact IN (SELECT value FROM json_each($1))",
    )
    .bind(json("contact", &named)?)
    .fetch_all(db)
    .await?;
    let known = rows
        .iter()
        .filter_map(|(point, contact)| Some((point.parse().ok()?, contact.parse().ok()?)));
    Ok(known.collect())
}

/// The named contacts, those they are now, those of the loaded conversations, and those known again.
pub(super) async fn load(
    db: &mut SqliteConnection,
    wanted: &Wanted,
    points: &BTreeMap<ContactId, ContactId>,
    conversations: &[Conversation],
) -> Result<Vec<Contact>, StoreError> {
    let named = wanted.contacts.union(&wanted.contacts_whole).copied();
    let ids: BTreeSet<_> = named
        .chain(points.values().copied())
        .chain(conversations.iter().filter_map(Conversation::contact))
        .collect();
    if ids.is_empty() && wanted.identities.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<String> = sqlx::query_scalar(
        "SELECT c.row FROM contact c WHERE c.id IN (
            SELECT value FROM json_each($1)
            UNION SELECT i.contact FROM json_each($2) w JOIN contact_identity i ON i.identity = w.value)",
    )
    .bind(json("contact", &ids)?)
    .bind(json("contact", &wanted.identities)?)
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| parse("contact", row)).collect()
}

/// By what those of the address book are known again.
pub(super) async fn identities(db: &mut SqliteConnection, diff: &Diff) -> Result<(), StoreError> {
    let contacts: Vec<&Contact> = diff
        .puts
        .iter()
        .filter_map(|(entity, _)| match entity {
            Entity::Contact(contact) => Some(contact),
            _ => None,
        })
        .collect();
    let ids = contacts.iter().map(|contact| json!(contact.id)).collect();
    write(
        db,
        "DELETE FROM contact_identity WHERE contact IN (SELECT value FROM json_each($1))",
        ids,
    )
    .await?;
    let of = |contact: &&Contact| {
        let identities = contact.details.identities().into_iter();
        let id = contact.id;
        identities.map(move |identity| json!([identity, id]))
    };
    write(
        db,
        "INSERT INTO contact_identity (identity, contact)
         SELECT value ->> 0, value ->> 1 FROM json_each($1) WHERE true ON CONFLICT DO NOTHING",
        contacts
            .iter()
            .filter(|contact| contact.known)
            .flat_map(of)
            .collect(),
    )
    .await
}

/// Takes those who are no more away, in the order in which they went.
pub(super) async fn gone(db: &mut SqliteConnection, diff: &Diff) -> Result<(), StoreError> {
    for gone in &diff.gone_contacts {
        let contact = match gone {
            GoneContact::Merged { winner, loser } => {
                move_points(db, *winner, *loser).await?;
                loser
            }
            GoneContact::Erased(contact) => {
                erase(db, *contact, diff).await?;
                contact
            }
        };
        for sql in [
            "DELETE FROM contact_identity WHERE contact = $1",
            "DELETE FROM contact WHERE id = $1",
        ] {
            sqlx::query(sql)
                .bind(contact.to_string())
                .execute(&mut *db)
                .await?;
        }
    }
    Ok(())
}

async fn move_points(
    db: &mut SqliteConnection,
    winner: ContactId,
    loser: ContactId,
) -> Result<(), StoreError> {
    for sql in [
        "UPDATE contact_point SET contact = $1 WHERE contact = $2",
        "INSERT INTO contact_point (point, contact) VALUES ($2, $1)",
    ] {
        sqlx::query(sql)
            .bind(winner.to_string())
            .bind(loser.to_string())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// With what lets them in again, and the note that they are erased.
async fn erase(
    db: &mut SqliteConnection,
    contact: ContactId,
    diff: &Diff,
) -> Result<(), StoreError> {
    for sql in [
        "INSERT INTO erasure (contact, points, at)
         SELECT $1, (SELECT json_group_array(point) FROM contact_point WHERE contact = $1), $2 WHERE true
         ON CONFLICT DO NOTHING",
        "DELETE FROM visitor WHERE id = $1 OR id IN (SELECT point FROM contact_point WHERE contact = $1)",
        "DELETE FROM contact_point WHERE contact = $1",
    ] {
        sqlx::query(sql)
            .bind(contact.to_string())
            .bind(diff.at.0)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

pub(super) async fn book(
    db: &SqlitePool,
    words: &[String],
    (offset, limit): (u32, u32),
) -> Result<BookPage, StoreError> {
    let words = json("contact", &words)?;
    let fits = "FROM contact WHERE known
         AND NOT EXISTS (SELECT 1 FROM json_each($1) w WHERE instr(found, w.value) = 0)";
    let count = sqlx::AssertSqlSafe(format!("SELECT count(*) {fits}"));
    let total: i64 = sqlx::query_scalar(count).bind(&words).fetch_one(db).await?;
    let page = sqlx::AssertSqlSafe(format!(
        "SELECT row {fits} ORDER BY found, id LIMIT $2 OFFSET $3"
    ));
    let rows: Vec<String> = sqlx::query_scalar(page)
        .bind(&words)
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .fetch_all(db)
        .await?;
    let contacts: Result<_, _> = rows.iter().map(|row| parse("contact", row)).collect();
    Ok(BookPage {
        total: u32::try_from(total).unwrap_or(u32::MAX),
        contacts: contacts?,
    })
}

pub(super) async fn identified(
    db: &SqlitePool,
    identities: &BTreeSet<String>,
) -> Result<Vec<Contact>, StoreError> {
    let rows: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT c.row FROM json_each($1) w JOIN contact_identity i ON i.identity = w.value
         JOIN contact c ON c.id = i.contact",
    )
    .bind(json("contact", identities)?)
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| parse("contact", row)).collect()
}

pub(super) async fn erasures(db: &SqlitePool) -> Result<Vec<Erasure>, StoreError> {
    let rows = sqlx::query("SELECT contact, points, at FROM erasure ORDER BY at, contact")
        .fetch_all(db)
        .await?;
    let of = |row: &sqlx::sqlite::SqliteRow| {
        let contact: String = row.get("contact");
        Ok(Erasure {
            contact: parse("erasure", &format!("\"{contact}\""))?,
            points: parse("erasure", row.get("points"))?,
            at: guichet_domain::Timestamp(row.get("at")),
        })
    };
    rows.iter().map(of).collect()
}

pub(super) async fn keep_erasures(
    db: &mut SqliteConnection,
    erasures: &[Erasure],
) -> Result<(), StoreError> {
    let rows = erasures.iter();
    write(
        db,
        "INSERT INTO erasure (contact, points, at)
         SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each($1) WHERE true
         ON CONFLICT DO NOTHING",
        rows.map(|e| json!([e.contact, row(&e.points), e.at]))
            .collect(),
    )
    .await
}

/// Writes the columns of rows from before there were columns.
pub(super) async fn fill(db: &mut SqliteConnection) -> Result<(), StoreError> {
    let rows: Vec<(i64, String)> =
        sqlx::query_as("SELECT change, row FROM contact WHERE found IS NULL")
            .fetch_all(&mut *db)
            .await?;
    let contacts: Vec<(Contact, u64)> = rows
        .iter()
        .map(|(change, row)| Ok((parse("contact", row)?, super::uint(*change))))
        .collect::<Result<_, StoreError>>()?;
    let rows = contacts.iter();
    let rows = rows.map(|(contact, change)| columns(contact, *change));
    write(db, UPSERT, rows.collect()).await?;
    let puts = contacts.into_iter();
    let diff = Diff {
        puts: puts
            .map(|(contact, change)| (Entity::Contact(contact), change))
            .collect(),
        ..Diff::default()
    };
    identities(db, &diff).await
}
