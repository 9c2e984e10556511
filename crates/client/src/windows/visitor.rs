//! A visitor as the hub knows them, and the list of those who are kept out. Nothing of it comes into the cache.

use guichet_domain::{Actor, ConversationId};
use guichet_protocol::{BlockRow, Blocking, VisitorFacts};

use super::Directory;
use super::browser::browser;
use crate::error::CallError;
use crate::shared::Shared;
use crate::view::{BlockedRow, BlockingState, Visit, VisitFacts};

/// The visitor of a conversation.
pub(crate) async fn visit(
    shared: &Shared,
    conversation: ConversationId,
) -> Result<Visit, CallError> {
    let visit = shared.hub()?.visit(conversation).await?;
    let (blocking, until) = match visit.blocking {
        Blocking::Possible => (BlockingState::Possible, None),
        Blocking::Blocked { until } => (BlockingState::Blocked, until.map(|until| until.0)),
        Blocking::Protected => (BlockingState::Protected, None),
        Blocking::Unknown => (BlockingState::Unknown, None),
    };
    Ok(Visit {
        facts: visit.facts.map(facts),
        others: visit.others,
        blocking,
        until,
    })
}

fn facts(facts: VisitorFacts) -> VisitFacts {
    VisitFacts {
        address: facts.address.to_string(),
        seen: facts.seen.0,
        page: facts.page,
        referrer: facts.referrer,
        browser: facts.browser.as_deref().map(browser),
        language: facts.language,
        time_zone: facts.time_zone,
    }
}

/// Those whom this agent may let in again.
pub(crate) async fn blocks(shared: &Shared) -> Result<Vec<BlockedRow>, CallError> {
    let rows = shared.hub()?.blocks().await?;
    let directory = Directory::load(&shared.cache, shared.me()?, shared.language()).await?;
    Ok(rows
        .into_iter()
        .map(|row| blocked(row, &directory))
        .collect())
}

fn blocked(
    BlockRow {
        block,
        hits,
        last_hit,
    }: BlockRow,
    directory: &Directory,
) -> BlockedRow {
    BlockedRow {
        id: block.id,
        network: block.network.to_string(),
        reason: block.reason,
        by: match block.by {
            Actor::Agent(agent) => Some(directory.agent(agent)),
            Actor::Customer(_) | Actor::Hub => None,
        },
        at: block.at.0,
        until: block.until.map(|until| until.0),
        hits,
        last_hit: last_hit.map(|last| last.0),
    }
}
