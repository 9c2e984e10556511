//! The two rules of sight as SQL, proven equal to `guichet_domain::{holds, may_read}` on random companies.

use guichet_domain::{AgentId, ConversationId};
use guichet_protocol::{Entity, EntityKind, Key, ManifestEntry};
use sqlx::{AssertSqlSafe, Row as _, SqlitePool};

use super::super::{Row, StoreError, Supervised};
use super::{json, parse, uint};

/// `holds(agent $1, conversation c)`. The agent must be active, which each statement asks for once.
macro_rules! holds {
    () => {
        "((c.state = 'owned' AND c.owner = $1)
          OR (c.state = 'closed' AND c.owner = $1)
          OR (c.state = 'internal' AND EXISTS
              (SELECT 1 FROM chat_member h WHERE h.agent = $1 AND h.conversation = c.id))
          OR (c.state = 'offered' AND EXISTS
              (SELECT 1 FROM member m JOIN queue q ON q.id = m.queue
               WHERE m.agent = $1 AND m.queue = c.queue
               AND (NOT q.offered_only OR c.agents = '[]' OR EXISTS
                   (SELECT 1 FROM json_each(c.agents) WHERE value = $1)))))"
    };
}

macro_rules! active {
    () => {
        "EXISTS (SELECT 1 FROM agent WHERE id = $1 AND active)"
    };
}

/// Supervision: company-wide roles, or a role in the queue's department. Never among colleagues.
macro_rules! supervises {
    () => {
        "(c.state <> 'internal' AND EXISTS (SELECT 1 FROM grants g WHERE g.agent = $1 AND (
            (g.department = '' AND g.role IN ('receptionist', 'system_admin', 'system_owner'))
            OR (g.department <> '' AND g.role IN ('manager', 'department_owner')
                AND g.department = (SELECT q.department FROM queue q WHERE q.id = c.queue)))))"
    };
}

/// The conversations an agent holds, found through the indexes: of the owner, of the queues, of the members.
macro_rules! held_conversations {
    () => {
        concat!(
            "SELECT c.id, c.change, c.row, c.contact FROM conversation c WHERE ",
            active!(),
            " AND c.id IN (
                SELECT id FROM conversation WHERE owner = $1 AND state IN ('owned', 'closed')
                UNION SELECT c.id FROM member m CROSS JOIN conversation c
                    ON c.queue = m.queue AND c.state = 'offered' WHERE m.agent = $1
                UNION SELECT conversation FROM chat_member WHERE agent = $1)
              AND ",
            holds!()
        )
    };
}

/// Statements by kind: `$1` the agent, then what `$select` needs.
macro_rules! by_kind {
    ($kind:expr, $conversation:expr, $contact:expr, $other:literal, $mine:literal) => {
        match $kind {
            EntityKind::Conversation => $conversation,
            EntityKind::Contact => $contact,
            EntityKind::Mine => concat!(
                "SELECT m.agent || ':' || m.conversation AS id, m.change, m.row FROM mine m WHERE ",
                active!(),
                " AND m.agent = $1 AND ",
                $mine
            ),
            EntityKind::Account => concat!(
                "SELECT id, change, row FROM account WHERE ",
                active!(),
                " AND ",
                $other
            ),
            EntityKind::Agent => concat!(
                "SELECT id, change, row FROM agent WHERE ",
                active!(),
                " AND ",
                $other
            ),
            EntityKind::Department => concat!(
                "SELECT id, change, row FROM department WHERE ",
                active!(),
                " AND ",
                $other
            ),
            EntityKind::Queue => concat!(
                "SELECT id, change, row FROM queue WHERE ",
                active!(),
                " AND ",
                $other
            ),
            EntityKind::Settings => concat!(
                "SELECT id, change, row FROM settings WHERE ",
                active!(),
                " AND ",
                $other
            ),
            EntityKind::Template => concat!(
                "SELECT id, change, row FROM template WHERE ",
                active!(),
                " AND ",
                $other
            ),
        }
    };
}

/// Of the entities named in the JSON array `$2`, those held.
const fn held_of(kind: EntityKind) -> &'static str {
    by_kind!(
        kind,
        concat!(
            "SELECT c.id, c.change, c.row FROM json_each($2) w JOIN conversation c ON c.id = w.value
             WHERE ",
            active!(),
            " AND ",
            holds!()
        ),
        concat!(
            "SELECT k.id, k.change, k.row FROM json_each($2) w JOIN contact k ON k.id = w.value
             WHERE ",
            active!(),
            " AND EXISTS (SELECT 1 FROM conversation c WHERE c.contact = k.id AND ",
            holds!(),
            ")"
        ),
        "id IN (SELECT value FROM json_each($2))",
        "m.agent || ':' || m.conversation IN (SELECT value FROM json_each($2))"
    )
}

/// Everything held with an id after `$2`, at most `$3`.
const fn all_of(kind: EntityKind) -> &'static str {
    by_kind!(
        kind,
        concat!(
            "SELECT id, change FROM (",
            held_conversations!(),
            ") WHERE id > $2 ORDER BY id LIMIT $3"
        ),
        concat!(
            "SELECT k.id, k.change FROM contact k WHERE k.id > $2 AND k.id IN
             (SELECT contact FROM (",
            held_conversations!(),
            ")) ORDER BY k.id LIMIT $3"
        ),
        "id > $2 ORDER BY id LIMIT $3",
        "m.agent || ':' || m.conversation > $2 ORDER BY 1 LIMIT $3"
    )
}

/// `may_read(agent $1, conversation c)`, of the conversations with the contact `$contact`.
macro_rules! may_read {
    ($contact:literal) => {
        concat!(
            "(",
            active!(),
            " AND (",
            holds!(),
            " OR ",
            supervises!(),
            " OR (c.state = 'closed'
                AND coalesce((SELECT row ->> '$.history' FROM settings), 1)
                AND EXISTS (SELECT 1 FROM conversation o WHERE o.contact = c.contact
                    AND o.state IN ('offered', 'owned') AND o.id IN (SELECT id FROM (",
            held_conversations!(),
            " AND c.contact = ",
            $contact,
            "))))))"
        )
    };
}

const MAY_READ: &str = concat!(
    "SELECT EXISTS (SELECT 1 FROM conversation c WHERE c.id = $2 AND ",
    may_read!("(SELECT contact FROM conversation WHERE id = $2)"),
    ")"
);

/// The conversations with contact `$2` beside `$5`, newest first, with the agents who wrote in each and whether agent `$1`
/// may read it: `$3` rows from place `$4`.
pub(super) const PAST: &str = concat!(
    "SELECT c.row, ",
    may_read!("$2"),
    " AS readable, (SELECT json_group_array(agent) FROM (
        SELECT m.row ->> '$.author.agent' AS agent FROM message m
        WHERE m.conversation = c.id AND agent IS NOT NULL GROUP BY 1 ORDER BY min(m.seq))) AS agents
     FROM conversation c WHERE c.contact = $2 AND c.id IS NOT $5
     ORDER BY c.id DESC LIMIT $3 OFFSET $4"
);

pub(super) async fn held(
    db: &SqlitePool,
    agent: AgentId,
    keys: &[Key],
) -> Result<Vec<Row>, StoreError> {
    let mut found = Vec::new();
    for kind in EntityKind::ALL {
        let ids: Vec<&str> = keys
            .iter()
            .filter(|key| key.kind == kind)
            .map(|key| key.id.as_str())
            .collect();
        if ids.is_empty() {
            continue;
        }
        let rows = sqlx::query(held_of(kind))
            .bind(agent.to_string())
            .bind(json(kind.as_str(), &ids)?)
            .fetch_all(db)
            .await?;
        for row in rows {
            found.push((entity(kind, row.get("row"))?, uint(row.get("change"))));
        }
    }
    Ok(found)
}

pub(super) async fn manifest(
    db: &SqlitePool,
    agent: AgentId,
    kind: EntityKind,
    after: &str,
    limit: u32,
) -> Result<Vec<ManifestEntry>, StoreError> {
    let rows = sqlx::query(all_of(kind))
        .bind(agent.to_string())
        .bind(after)
        .bind(i64::from(limit))
        .fetch_all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| ManifestEntry {
            key: Key {
                kind,
                id: row.get("id"),
            },
            change: uint(row.get("change")),
        })
        .collect())
}

pub(super) async fn may_read(
    db: &SqlitePool,
    agent: AgentId,
    conversation: ConversationId,
) -> Result<bool, StoreError> {
    Ok(sqlx::query_scalar(MAY_READ)
        .bind(agent.to_string())
        .bind(conversation.to_string())
        .fetch_one(db)
        .await?)
}

/// Of what is open: supervised, and not held.
const SUPERVISED: &str = concat!(
    "FROM conversation c LEFT JOIN contact k ON k.id = c.contact
     WHERE c.state IN ('offered', 'owned') AND ",
    active!(),
    " AND ",
    supervises!(),
    " AND NOT ",
    holds!()
);

pub(super) async fn supervised(
    db: &SqlitePool,
    agent: AgentId,
    offset: u32,
    limit: u32,
) -> Result<Supervised, StoreError> {
    let total: i64 = sqlx::query_scalar(AssertSqlSafe(format!("SELECT count(*) {SUPERVISED}")))
        .bind(agent.to_string())
        .fetch_one(db)
        .await?;
    let rows: Vec<(String, Option<String>)> = sqlx::query_as(AssertSqlSafe(format!(
        "SELECT c.row, k.row {SUPERVISED}
         ORDER BY coalesce(c.row ->> '$.waiting_since', 9e18), c.last_at, c.id LIMIT $2 OFFSET $3"
    )))
    .bind(agent.to_string())
    .bind(i64::from(limit))
    .bind(i64::from(offset))
    .fetch_all(db)
    .await?;
    let rows = rows.iter().map(|(conversation, contact)| {
        let contact = contact.as_deref().map(|row| parse("contact", row));
        Ok((parse("conversation", conversation)?, contact.transpose()?))
    });
    Ok(Supervised {
        total: u32::try_from(total).unwrap_or(u32::MAX),
        rows: rows.collect::<Result<_, StoreError>>()?,
    })
}

fn entity(kind: EntityKind, row: &str) -> Result<Entity, StoreError> {
    Ok(match kind {
        EntityKind::Account => Entity::Account(parse("account", row)?),
        EntityKind::Agent => Entity::Agent(parse("agent", row)?),
        EntityKind::Contact => Entity::Contact(parse("contact", row)?),
        EntityKind::Conversation => Entity::Conversation(parse("conversation", row)?),
        EntityKind::Department => Entity::Department(parse("department", row)?),
        EntityKind::Mine => Entity::Mine(parse("mine", row)?),
        EntityKind::Queue => Entity::Queue(parse("queue", row)?),
        EntityKind::Settings => Entity::Settings(parse("settings", row)?),
        EntityKind::Template => Entity::Template(parse("template", row)?),
    })
}
