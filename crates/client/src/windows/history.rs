//! The customer's other conversations, as the hub tells of them. Nothing of it comes into the cache.

use guichet_domain::{ContactId, ConversationId, Outcome};
use guichet_protocol::{History as Found, Past, PastState};

use super::lines::line;
use super::thread::held;
use super::{Directory, contact_name};
use crate::error::CallError;
use crate::shared::Shared;
use crate::view::{History, Line, PastMessages, PastOutcome, PastRow, Quote};

/// Most rows, and most lines, at once.
const MOST: u32 = 100;

/// The customer's other conversations, beside one that the agent has.
pub(crate) async fn history(
    shared: &Shared,
    beside: ConversationId,
    offset: u32,
    limit: u32,
) -> Result<History, CallError> {
    held(shared, beside).await?;
    let limit = limit.clamp(1, MOST);
    let found = shared.hub()?.history(beside, offset, limit).await?;
    seen(shared, found).await
}

/// Everything that was said with somebody of the address book.
pub(crate) async fn of_contact(
    shared: &Shared,
    contact: ContactId,
    offset: u32,
    limit: u32,
) -> Result<History, CallError> {
    let limit = limit.clamp(1, MOST);
    let found = shared
        .hub()?
        .contact_history(contact, offset, limit)
        .await?;
    seen(shared, found).await
}

async fn seen(shared: &Shared, found: Found) -> Result<History, CallError> {
    let directory = Directory::load(&shared.cache, shared.me()?, shared.language()).await?;
    let rows = found.conversations.into_iter();
    Ok(History {
        on: found.on,
        total: found.total,
        rows: rows.map(|past| row(past, &directory)).collect(),
    })
}

fn row(past: Past, directory: &Directory) -> PastRow {
    let (outcome, closed_at) = match past.state {
        PastState::Waiting => (PastOutcome::Waiting, None),
        PastState::Owned { .. } => (PastOutcome::Owned, None),
        PastState::Closed { at, outcome } => (ended(outcome), Some(at.0)),
    };
    PastRow {
        id: past.id,
        channel: past.channel,
        queue: past.queue.and_then(|queue| directory.queue(queue)),
        agents: past.agents.iter().map(|id| directory.agent(*id)).collect(),
        opened_at: past.opened_at.0,
        closed_at,
        outcome,
        readable: past.readable,
    }
}

fn ended(outcome: Outcome) -> PastOutcome {
    match outcome {
        Outcome::DealtWith => PastOutcome::DealtWith,
        Outcome::EndedByAgent => PastOutcome::EndedByAgent,
        Outcome::EndedByVisitor => PastOutcome::EndedByVisitor,
        Outcome::Idle => PastOutcome::Idle,
    }
}

/// What was said in one of them: the last lines, or those before a place.
pub(crate) async fn lines(
    shared: &Shared,
    id: ConversationId,
    before: Option<u64>,
    limit: u32,
) -> Result<PastMessages, CallError> {
    let hub = shared.hub()?;
    let glance = hub.glance(id).await?;
    let page = match before {
        Some(before) => hub.older(id, before, limit.clamp(1, MOST)).await?,
        None => hub.newest(id, limit.clamp(1, MOST)).await?,
    };
    let customer = contact_name(glance.contact.as_ref(), shared.language());
    let directory = Directory::load(&shared.cache, shared.me()?, shared.language()).await?;
    let lines = page.messages.iter();
    let lines = lines.map(|message| line(message, &glance.conversation, &customer, &directory));
    Ok(PastMessages {
        lines: quoting(lines.collect()),
        has_before: page.messages.first().is_some_and(|first| first.seq > 1),
    })
}

/// What lines answer to, where it is among them.
fn quoting(mut lines: Vec<Line>) -> Vec<Line> {
    let said = lines.clone();
    for quote in lines.iter_mut().filter_map(|line| line.quote.as_mut()) {
        if let Some(line) = said.iter().find(|line| line.seq == Some(quote.seq)) {
            *quote = Quote {
                seq: quote.seq,
                author: line.author.clone(),
                text: line.text.clone(),
            };
        }
    }
    lines
}
