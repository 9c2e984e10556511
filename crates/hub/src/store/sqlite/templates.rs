//! Templates, and how often each was inserted.

use guichet_domain::{DepartmentId, Template};
use guichet_protocol::TemplateUses;
use serde_json::{Value, json};
use sqlx::{SqliteConnection, SqlitePool};

use super::super::{Diff, StoreError, Wanted};
use super::flush::row;
use super::{json, parse, uint};

pub(super) const UPSERT: &str = "INSERT INTO template (id, change, row, department)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each($1) WHERE true
     ON CONFLICT (id) DO UPDATE SET change = excluded.change, row = excluded.row,
         department = excluded.department";

pub(super) const DELETE: [&str; 2] = [
    "DELETE FROM template WHERE id IN (SELECT value FROM json_each($1))",
    "DELETE FROM template_use WHERE template IN (SELECT value FROM json_each($1))",
];

pub(super) const COUNT: &str = "INSERT INTO template_use (template, uses)
     SELECT value ->> 0, value ->> 1 FROM json_each($1) WHERE true
     ON CONFLICT (template) DO UPDATE SET uses = uses + excluded.uses";

/// The columns, in the order of [`UPSERT`].
pub(super) fn columns(template: &Template, change: u64) -> Value {
    let department = column(template.content.department);
    json!([template.id, change, row(template), department])
}

/// The rows of [`COUNT`].
pub(super) fn counts(diff: &Diff) -> Vec<Value> {
    let uses = diff.uses.iter();
    uses.map(|(template, uses)| json!([template, uses]))
        .collect()
}

fn column(department: Option<DepartmentId>) -> String {
    department.map(|id| id.to_string()).unwrap_or_default()
}

/// The wanted ones, and how many there are in the company.
pub(super) async fn load(
    db: &mut SqliteConnection,
    wanted: &Wanted,
) -> Result<(Vec<Template>, u32), StoreError> {
    if wanted.templates.is_empty() && wanted.around.is_empty() {
        return Ok((Vec::new(), 0));
    }
    let shelves: Vec<String> = wanted.shelves.iter().copied().map(column).collect();
    let rows: Vec<String> = sqlx::query_scalar(
        "SELECT row FROM template WHERE id IN (SELECT value FROM json_each($1))
            OR department IN (SELECT value FROM json_each($2))
            OR department IN (SELECT t.department FROM json_each($3) w JOIN template t ON t.id = w.value)",
    )
    .bind(json("template", &wanted.templates)?)
    .bind(json("template", &shelves)?)
    .bind(json("template", &wanted.around)?)
    .fetch_all(&mut *db)
    .await?;
    let count: u32 = sqlx::query_scalar("SELECT COUNT(*) FROM template")
        .fetch_one(db)
        .await?;
    let templates: Result<_, _> = rows.iter().map(|row| parse("template", row)).collect();
    Ok((templates?, count))
}

pub(super) async fn uses(db: &SqlitePool) -> Result<Vec<TemplateUses>, StoreError> {
    let rows: Vec<(String, i64)> =
        sqlx::query_as("SELECT template, uses FROM template_use ORDER BY template")
            .fetch_all(db)
            .await?;
    Ok(rows
        .into_iter()
        .filter_map(|(template, uses)| {
            Some(TemplateUses {
                template: template.parse().ok()?,
                uses: uint(uses),
            })
        })
        .collect())
}
