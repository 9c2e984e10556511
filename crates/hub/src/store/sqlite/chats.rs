//! Who is in the chats among colleagues, to find an agent's chats by.

use guichet_domain::Kind;
use guichet_protocol::Entity;
use serde_json::json;
use sqlx::SqliteConnection;

use super::super::{Diff, StoreError};
use super::flush::write;

/// Writes the members of the chats that changed.
pub(super) async fn write_members(
    db: &mut SqliteConnection,
    diff: &Diff,
) -> Result<(), StoreError> {
    let chats: Vec<_> = diff
        .puts
        .iter()
        .filter_map(|(entity, _)| match entity {
            Entity::Conversation(of) => match &of.kind {
                Kind::Internal(chat) => Some((of.id, &chat.members)),
                Kind::Customer { .. } => None,
            },
            _ => None,
        })
        .collect();
    write(
        db,
        "DELETE FROM chat_member WHERE conversation IN (SELECT value FROM json_each($1))",
        chats.iter().map(|(id, _)| json!(id)).collect(),
    )
    .await?;
    let rows = chats
        .iter()
        .flat_map(|(id, members)| members.iter().map(move |agent| json!([agent, id])))
        .collect();
    write(
        db,
        "INSERT INTO chat_member (agent, conversation)
         SELECT value ->> 0, value ->> 1 FROM json_each($1)",
        rows,
    )
    .await
}
