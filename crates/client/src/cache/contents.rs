//! Everything that is cached, at once.

use std::collections::BTreeMap;

use guichet_domain::{AgentId, ConversationId, Message};
use guichet_protocol::{Cursor, Entity, EntityKind, Key};
use serde::de::DeserializeOwned;

use super::{Cache, Result, uint};

/// Everything in a cache that came from the hub.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// Up to where it is complete; `None`: nothing is.
    pub cursor: Option<Cursor>,
    /// Rows with their change.
    pub rows: BTreeMap<Key, (u64, Entity)>,
    /// Lines in order of their place.
    pub lines: BTreeMap<ConversationId, Vec<Message>>,
}

impl Cache {
    /// Everything that came from the hub.
    pub(crate) async fn contents(&self, me: AgentId) -> Result<Contents> {
        let rows: Vec<(String, String, i64, String)> = sqlx::query_as(
            "SELECT 'conversation', id, change, row FROM conversation
             UNION ALL SELECT 'mine', ?1 || ':' || conversation, change, row FROM mine
             UNION ALL SELECT kind, id, change, row FROM entity",
        )
        .bind(me.to_string())
        .fetch_all(&self.readers)
        .await?;
        let mut contents = Contents {
            cursor: self.cursor().await?,
            ..Contents::default()
        };
        for (kind, id, change, row) in rows {
            if let Some(kind) = EntityKind::parse(&kind) {
                let entity = entity(kind, &row)?;
                contents
                    .rows
                    .insert(Key { kind, id }, (uint(change), entity));
            }
        }
        let lines: Vec<String> =
            sqlx::query_scalar("SELECT row FROM message ORDER BY conversation, seq")
                .fetch_all(&self.readers)
                .await?;
        for row in &lines {
            let line: Message = serde_json::from_str(row)?;
            contents
                .lines
                .entry(line.conversation)
                .or_default()
                .push(line);
        }
        Ok(contents)
    }
}

fn entity(kind: EntityKind, row: &str) -> Result<Entity> {
    fn read<T: DeserializeOwned>(row: &str) -> Result<T> {
        Ok(serde_json::from_str(row)?)
    }
    Ok(match kind {
        EntityKind::Account => Entity::Account(read(row)?),
        EntityKind::Agent => Entity::Agent(read(row)?),
        EntityKind::Contact => Entity::Contact(read(row)?),
        EntityKind::Conversation => Entity::Conversation(read(row)?),
        EntityKind::Department => Entity::Department(read(row)?),
        EntityKind::Mine => Entity::Mine(read(row)?),
        EntityKind::Queue => Entity::Queue(read(row)?),
        EntityKind::Settings => Entity::Settings(read(row)?),
        EntityKind::Template => Entity::Template(read(row)?),
    })
}
