//! A window of a thread's lines. Lines older than the cache has are fetched from the hub, and kept.

use guichet_domain::{AgentId, ConversationId, Message};

use super::lines::{echo, line};
use super::thread::held;
use super::{Directory, contact_name, overseen};
use crate::error::CallError;
use crate::shared::Shared;
use crate::view::{Line, Messages, Quote};

/// Longest window.
const MOST: u32 = 200;

/// Longest text of what is quoted.
const QUOTED: usize = 160;

/// Which lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The last ones, with those of the outbox.
    Newest,
    Before(u64),
    After(u64),
}

/// Some lines of a thread.
pub(crate) async fn messages(
    shared: &Shared,
    id: ConversationId,
    place: Place,
    limit: u32,
) -> Result<Messages, CallError> {
    let me = shared.me()?;
    let cache = &shared.cache;
    let limit = limit.clamp(1, MOST);
    if cache.conversation(id).await?.is_none()
        && let Some(overseen) = overseen::overseen(shared, id)
    {
        return overseen::messages(shared, &overseen).await;
    }
    held(shared, id).await?;
    let found = match place {
        // Paints at once; what is missing above is asked for by scrolling.
        Place::Newest => cache.lines_before(id, None, limit).await?,
        Place::Before(before) => with_older(shared, me, id, before, limit).await?,
        Place::After(after) => cache.lines_after(id, after, limit).await?,
    };
    // Read again: a fetch took its time.
    let conversation = held(shared, id).await?;
    let last = cache.extent(id).await?.map_or(0, |(_, last)| last);
    let contact = match conversation.contact() {
        Some(contact) => cache.contact(contact).await?,
        None => None,
    };
    let customer = contact_name(contact.as_ref(), shared.language());
    let directory = Directory::load(cache, me, shared.language()).await?;
    let mut lines: Vec<Line> = found
        .iter()
        .map(|message| line(message, &conversation, &customer, &directory))
        .collect();
    let (has_before, has_after) = around(&found, place, last);
    if !has_after && !matches!(place, Place::Before(_)) {
        let shown: Vec<String> = lines.iter().map(|line| line.id.clone()).collect();
        let echoes = cache.echoes(me, id).await?;
        lines.extend(
            echoes
                .iter()
                .filter_map(|queued| echo(queued, &directory))
                // It came between the two reads.
                .filter(|line| !shown.contains(&line.id)),
        );
    }
    let texts = quoted(shared, id, &lines, |message| {
        line(message, &conversation, &customer, &directory)
    });
    for (place, quote) in texts.await? {
        lines[place].quote = Some(quote);
    }
    Ok(Messages {
        lines,
        has_before,
        has_after,
    })
}

/// What the lines answer to, by their place among them, as far as it is on this computer.
async fn quoted(
    shared: &Shared,
    id: ConversationId,
    lines: &[Line],
    read: impl Fn(&Message) -> Line,
) -> Result<Vec<(usize, Quote)>, CallError> {
    let wanted: Vec<u64> = lines
        .iter()
        .filter_map(|line| Some(line.quote.as_ref()?.seq))
        .collect();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let found = shared.cache.lines_at(id, &wanted).await?;
    let quote = |seq: u64| {
        let answered = read(found.iter().find(|message| message.seq == seq)?);
        let beginning = |text: String| text.chars().take(QUOTED).collect();
        Some(Quote {
            seq,
            author: answered.author,
            text: answered.text.map(beginning),
        })
    };
    let places = lines.iter().enumerate();
    Ok(places
        .filter_map(|(place, line)| Some((place, quote(line.quote.as_ref()?.seq)?)))
        .collect())
}

/// Are there lines before and after those found?
fn around(found: &[Message], place: Place, last: u64) -> (bool, bool) {
    match (found.first(), found.last()) {
        (Some(first), Some(end)) => (first.seq > 1, end.seq < last),
        _ => match place {
            Place::Newest => (false, false),
            Place::Before(before) => (before > 1, before <= last),
            Place::After(after) => (after > 0, false),
        },
    }
}

/// Lines before a place, from the cache and then from the hub. Without the hub, what the cache has; an error only when
/// that is nothing.
async fn with_older(
    shared: &Shared,
    me: AgentId,
    id: ConversationId,
    before: u64,
    limit: u32,
) -> Result<Vec<Message>, CallError> {
    let cached = shared.cache.lines_before(id, Some(before), limit).await?;
    let missing = limit - u32::try_from(cached.len()).unwrap_or(limit);
    let from = cached.first().map_or(before, |first| first.seq);
    if missing == 0 || from <= 1 {
        return Ok(cached);
    }
    match shared.hub()?.older(id, from, missing).await {
        Ok(page) => {
            shared.cache.add_older(me, id, from, &page.messages).await?;
            let mut lines = page.messages;
            lines.extend(cached);
            Ok(lines)
        }
        Err(error) if cached.is_empty() => Err(error.into()),
        Err(error) => {
            tracing::debug!(%error, "older lines could not be fetched");
            Ok(cached)
        }
    }
}
