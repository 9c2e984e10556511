//! Turns a committed group into frames: one for each audience, its bytes shared.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use bytes::Bytes;
use guichet_domain::{AgentId, Audience, ContactId, Conversation};
use guichet_protocol::{Entity, EntityKind, Key, Put, Window};
use tokio::sync::mpsc;

use super::{Inner, Pushed, changes, stream};
use crate::store::{Store, StoreError};
use crate::working_set::{Committed, Touched};

/// What one agent is told of one touched entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Told {
    /// The row, with what the group added.
    Put,
    /// The row, with the newest messages: the agent did not hold it before.
    Fresh,
    Del,
}

pub(super) async fn work(inner: Arc<Inner>, mut groups: mpsc::Receiver<Committed>) {
    while let Some(group) = groups.recv().await {
        if let Err(error) = push(&inner, &group).await {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "a group could not be pushed"
            );
            inner.everybody_pulls();
        }
        inner.visitors.tell(&group);
    }
}

async fn push(inner: &Inner, group: &Committed) -> Result<(), StoreError> {
    let listening: BTreeSet<AgentId> = inner.listeners().keys().copied().collect();
    if listening.is_empty() {
        return Ok(());
    }
    for agent in group.rights.intersection(&listening) {
        inner.push(*agent, &Pushed::Pull);
    }
    let contacts = holders_of_contacts(&*inner.store, group).await?;
    let mut told: BTreeMap<AgentId, Vec<(usize, Told)>> = BTreeMap::new();
    for (index, touched) in group.touched.iter().enumerate() {
        for (agent, what) in audience(group, touched, &contacts) {
            if listening.contains(&agent) && !group.rights.contains(&agent) {
                told.entry(agent).or_default().push((index, what));
            }
        }
    }
    let mut frames: HashMap<Vec<(usize, Told)>, Bytes> = HashMap::new();
    for (agent, content) in told {
        let tail = if let Some(tail) = frames.get(&content) {
            tail.clone()
        } else {
            let tail = frame(&*inner.store, group, &content).await?;
            frames.insert(content, tail.clone());
            tail
        };
        inner.push(
            agent,
            &Pushed::Delta {
                to: group.to.clone(),
                tail,
            },
        );
    }
    Ok(())
}

/// Who is told what of a touched entity.
fn audience(
    group: &Committed,
    touched: &Touched,
    contacts: &HashMap<ContactId, BTreeSet<AgentId>>,
) -> Vec<(AgentId, Told)> {
    let board = &group.board;
    let before: BTreeSet<AgentId> = touched
        .before
        .iter()
        .flat_map(|audience| audience.agents(board))
        .collect();
    let now: BTreeSet<AgentId> = match &touched.entity {
        None => BTreeSet::new(),
        Some(Entity::Conversation(c)) => Audience::of(board, c).agents(board).into_iter().collect(),
        Some(Entity::Contact(contact)) => contacts.get(&contact.id).cloned().unwrap_or_default(),
        Some(Entity::Mine(mine)) => BTreeSet::from([mine.agent]),
        Some(_) => Audience::Everyone.agents(board).into_iter().collect(),
    };
    let puts = now.iter().map(|agent| {
        let what = if before.contains(agent) {
            Told::Put
        } else {
            Told::Fresh
        };
        (*agent, what)
    });
    let dels = before.difference(&now).map(|agent| (*agent, Told::Del));
    puts.chain(dels).collect()
}

/// A contact is held by whoever holds a conversation with it, in the group or not.
async fn holders_of_contacts(
    store: &dyn Store,
    group: &Committed,
) -> Result<HashMap<ContactId, BTreeSet<AgentId>>, StoreError> {
    let ids: Vec<ContactId> = group
        .touched
        .iter()
        .filter(|touched| touched.key.kind == EntityKind::Contact)
        .filter_map(|touched| touched.key.id.parse().ok())
        .collect();
    let mut holders = HashMap::<ContactId, BTreeSet<AgentId>>::new();
    if ids.is_empty() {
        return Ok(holders);
    }
    let mut add = |conversation: &Conversation| {
        if let Some(contact) = conversation.contact() {
            holders
                .entry(contact)
                .or_default()
                .extend(Audience::of(&group.board, conversation).agents(&group.board));
        }
    };
    let in_group: HashMap<&Key, &Touched> = group.touched.iter().map(|t| (&t.key, t)).collect();
    for conversation in store.conversations_of(&ids).await? {
        // The store may be ahead of this group; of what the group touched, the group's state counts.
        let key = Key::new(EntityKind::Conversation, conversation.id);
        match in_group.get(&key).map(|touched| &touched.entity) {
            None => add(&conversation),
            Some(Some(Entity::Conversation(then))) => add(then),
            Some(_) => {}
        }
    }
    Ok(holders)
}

async fn frame(
    store: &dyn Store,
    group: &Committed,
    content: &[(usize, Told)],
) -> Result<Bytes, StoreError> {
    let mut puts = Vec::new();
    let mut dels = Vec::new();
    for (index, what) in content {
        let touched = &group.touched[*index];
        match (&touched.entity, what) {
            (None, _) | (_, Told::Del) => dels.push(touched.key.clone()),
            (Some(entity), Told::Put) => puts.push(Put {
                change: touched.change,
                entity: entity.clone(),
                messages: (touched.key.kind == EntityKind::Conversation).then(|| Window {
                    messages: touched.messages.clone(),
                    fresh: false,
                }),
            }),
            (Some(entity), Told::Fresh) => {
                let row = (entity.clone(), touched.change);
                puts.push(changes::put(store, row, None).await?);
            }
        }
    }
    Ok(stream::delta_tail(&group.to, &puts, &dels))
}
