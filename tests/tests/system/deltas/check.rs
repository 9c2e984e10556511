//! The checker: what a cache holds against a fresh one, against the rules as functions, against the hub's promises.

use std::collections::BTreeSet;
use std::fmt::Debug;

use guichet_client::{Clock, Contents, Replica};
use guichet_domain::AgentId;
use guichet_hub::store::Store;
use guichet_protocol::{Entity, EntityKind, Key};

use super::counter::Counter;
use super::line::Line;

/// What must never be.
#[derive(Debug)]
pub(super) struct Violation(pub(super) String);

/// What the agent's cache holds is what a cache begun this moment would, line by line; neither more nor less than the
/// rules of sight allow; and the hub kept its promises.
pub(super) async fn check(
    counter: &Counter,
    agent: AgentId,
    cached: &Contents,
) -> Result<(), Violation> {
    counter.keeps_its_promises().await?;
    same(
        "cursor",
        &cached.cursor,
        &fresh(counter, agent, cached).await?,
    )?;
    entitled(counter, agent, cached).await?;
    without_a_gap(counter, cached).await
}

/// Compares with a cache begun from nothing; answers that one's cursor.
async fn fresh(
    counter: &Counter,
    agent: AgentId,
    cached: &Contents,
) -> Result<Option<guichet_protocol::Cursor>, Violation> {
    let folder = tempfile::tempdir().expect("a folder");
    let opened = Replica::open(folder.path(), agent, Clock::system()).await;
    let replica = opened.expect("opens");
    let line = Line::honest(counter, agent);
    replica.catch_up(&line).await.expect("catches up");
    let fresh = replica.contents().await.expect("reads");
    let keys = |contents: &Contents| contents.rows.keys().cloned().collect::<BTreeSet<Key>>();
    same("rows", &keys(cached), &keys(&fresh))?;
    for (key, row) in &fresh.rows {
        same("row", &cached.rows[key], row)?;
    }
    let threads = |contents: &Contents| contents.lines.keys().copied().collect::<BTreeSet<_>>();
    same("threads", &threads(cached), &threads(&fresh))?;
    for (conversation, newest) in &fresh.lines {
        if !cached.lines[conversation].ends_with(newest) {
            return Err(Violation(format!("{conversation} lacks its newest lines")));
        }
    }
    Ok(fresh.cursor)
}

/// By the rules as functions, which know nothing of the store's SQL.
async fn entitled(counter: &Counter, agent: AgentId, cached: &Contents) -> Result<(), Violation> {
    let held = counter.held_by(agent).await;
    let of = |kind: EntityKind| -> BTreeSet<String> {
        let keys = cached.rows.keys().filter(|key| key.kind == kind);
        keys.map(|key| key.id.clone()).collect()
    };
    let expected: BTreeSet<String> = held.keys().map(ToString::to_string).collect();
    same(
        "held conversations",
        &of(EntityKind::Conversation),
        &expected,
    )?;
    let contacts = held
        .values()
        .filter_map(guichet_domain::Conversation::contact);
    let contacts: BTreeSet<String> = contacts.map(|contact| contact.to_string()).collect();
    same("held contacts", &of(EntityKind::Contact), &contacts)?;
    for (_, row) in cached.rows.values() {
        if let Entity::Conversation(row) = row {
            same("conversation", row, &held[&row.id])?;
            let readable = counter.core.store.may_read(agent, row.id).await;
            same("may read", &readable.expect("reads"), &true)?;
        }
    }
    Ok(())
}

/// Cached lines are the hub's last ones, each once, in its order.
async fn without_a_gap(counter: &Counter, cached: &Contents) -> Result<(), Violation> {
    for (conversation, lines) in &cached.lines {
        let stored = counter
            .core
            .store
            .messages(*conversation, None, 100_000)
            .await;
        if !stored.expect("reads").ends_with(lines) {
            return Err(Violation(format!("{conversation} has other lines here")));
        }
    }
    Ok(())
}

fn same<T: PartialEq + Debug>(what: &str, here: &T, expected: &T) -> Result<(), Violation> {
    if here == expected {
        Ok(())
    } else {
        Err(Violation(format!(
            "{what}: the cache has {here:?}, but should have {expected:?}"
        )))
    }
}
