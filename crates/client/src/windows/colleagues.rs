//! Whom one can write to, and to whom a customer's conversation can be handed on.

use guichet_domain::{ConversationId, Internal, Kind, Queue};

use super::Directory;
use crate::error::CallError;
use crate::shared::Shared;
use crate::view::{Colleague, Colleagues, Named, TransferTargets, TransferToQueue};

/// Most that one search finds of each kind.
const MOST: usize = 200;

/// What was typed to find somebody.
struct Typed(String);

impl Typed {
    fn new(search: &str) -> Self {
        Self(search.trim().to_lowercase())
    }

    fn fits(&self, name: &str, extension: Option<&str>) -> bool {
        name.to_lowercase().contains(&self.0)
            || extension.is_some_and(|number| number.contains(&self.0))
    }
}

/// Colleagues, those who are there first; and this agent's groups.
pub(crate) async fn colleagues(shared: &Shared, search: &str) -> Result<Colleagues, CallError> {
    let directory = Directory::load(&shared.cache, shared.me()?, shared.language()).await?;
    let typed = Typed::new(search);
    let mut groups: Vec<Named<ConversationId>> = shared
        .cache
        .chats()
        .await?
        .iter()
        .filter(|chat| !matches!(&chat.kind, Kind::Internal(Internal { direct: true, .. })))
        .map(|chat| Named {
            id: chat.id,
            name: directory.of(chat, None),
        })
        .filter(|group| typed.fits(&group.name, None))
        .collect();
    groups.sort_by_key(|group| (group.name.to_lowercase(), group.id));
    groups.truncate(MOST);
    let agents = agents(&directory, &typed);
    Ok(Colleagues { agents, groups })
}

/// Colleagues, those who can take it first; and every queue.
pub(crate) async fn transfer_targets(
    shared: &Shared,
    search: &str,
) -> Result<TransferTargets, CallError> {
    let directory = Directory::load(&shared.cache, shared.me()?, shared.language()).await?;
    let typed = Typed::new(search);
    let mut queues: Vec<Queue> = shared.cache.queues().await?;
    queues.retain(|queue| typed.fits(&queue.name, queue.extension.as_deref()));
    queues.sort_by_key(|queue| (queue.name.to_lowercase(), queue.id));
    let queues = queues.into_iter().map(|queue| TransferToQueue {
        id: queue.id,
        name: queue.name,
        extension: queue.extension,
    });
    Ok(TransferTargets {
        agents: agents(&directory, &typed),
        queues: queues.collect(),
    })
}

fn agents(directory: &Directory, typed: &Typed) -> Vec<Colleague> {
    let mut found: Vec<Colleague> = directory
        .agents
        .values()
        .filter(|agent| agent.active && agent.id != directory.me)
        .filter(|agent| typed.fits(&agent.name, agent.extension.as_deref()))
        .map(|agent| Colleague {
            id: agent.id,
            name: agent.name.clone(),
            extension: agent.extension.clone(),
            status: agent.seen_as(),
        })
        .collect();
    found.sort_by_key(|agent| (agent.status, agent.name.to_lowercase(), agent.id));
    found.truncate(MOST);
    found
}
