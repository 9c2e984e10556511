//! The row of an entity, as the rules have it.

use guichet_domain::Situation;
use guichet_protocol::{Entity, EntityKind, Key};

/// As it is now; `None` when it is gone.
pub(super) fn entity(s: &Situation, key: &Key) -> Option<Entity> {
    match key.kind {
        EntityKind::Account => s
            .board
            .accounts
            .get(&key.id.parse().ok()?)
            .cloned()
            .map(Entity::Account),
        EntityKind::Agent => s
            .board
            .agents
            .get(&key.id.parse().ok()?)
            .cloned()
            .map(Entity::Agent),
        EntityKind::Department => s
            .board
            .departments
            .get(&key.id.parse().ok()?)
            .cloned()
            .map(Entity::Department),
        EntityKind::Queue => s
            .board
            .queues
            .get(&key.id.parse().ok()?)
            .cloned()
            .map(Entity::Queue),
        EntityKind::Template => s
            .templates
            .get(&key.id.parse().ok()?)
            .cloned()
            .map(Entity::Template),
        EntityKind::Contact => s
            .contacts
            .get(&key.id.parse().ok()?)
            .cloned()
            .map(Entity::Contact),
        EntityKind::Conversation => s
            .conversations
            .get(&key.id.parse().ok()?)
            .cloned()
            .map(Entity::Conversation),
        EntityKind::Settings => Some(Entity::Settings(s.board.settings.clone())),
        EntityKind::Mine => {
            let (agent, conversation) = key.id.split_once(':')?;
            let id = (agent.parse().ok()?, conversation.parse().ok()?);
            s.mine.get(&id).cloned().map(Entity::Mine)
        }
    }
}
