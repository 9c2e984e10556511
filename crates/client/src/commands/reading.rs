//! What the screen shows.

use guichet_domain::ConversationId;
use serde::Deserialize;

use super::Nothing;
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::view::{
    Counts, ListView, ListWindow, Load, Messages, Thread, TransferTargets, UnsentDraft,
};
use crate::windows::messages::Place;
use crate::windows::{colleagues, list, messages, thread};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Window {
    view: ListView,
    offset: u32,
    limit: u32,
    /// Of Queues: only what has waited for so many minutes.
    #[serde(default)]
    waiting: u32,
}

pub(super) async fn list<H: Host>(app: &App<H>, args: Window) -> Result<ListWindow, CallError> {
    let wanted = list::Wanted {
        view: args.view,
        offset: args.offset,
        limit: args.limit,
        waiting: args.waiting,
    };
    list::list(&app.shared, wanted).await
}

pub(super) async fn counts<H: Host>(app: &App<H>, _: Nothing) -> Result<Counts, CallError> {
    list::counts(&app.shared).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Of {
    conversation: ConversationId,
}

pub(super) async fn thread<H: Host>(app: &App<H>, args: Of) -> Result<Thread, CallError> {
    thread::thread(&app.shared, args.conversation).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lines {
    conversation: ConversationId,
    #[serde(default)]
    before: Option<u64>,
    #[serde(default)]
    after: Option<u64>,
    limit: u32,
}

pub(super) async fn messages<H: Host>(app: &App<H>, args: Lines) -> Result<Messages, CallError> {
    let place = match (args.before, args.after) {
        (None, None) => Place::Newest,
        (Some(before), None) => Place::Before(before),
        (None, Some(after)) => Place::After(after),
        (Some(_), Some(_)) => return Err(CallError::new("bad-arguments")),
    };
    messages::messages(&app.shared, args.conversation, place, args.limit).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Search {
    search: String,
}

/// Colleagues and queues whose name or extension contains what was typed; those who can take it first.
pub(super) async fn transfer_targets<H: Host>(
    app: &App<H>,
    args: Search,
) -> Result<TransferTargets, CallError> {
    colleagues::transfer_targets(&app.shared, &args.search).await
}

/// How many open conversations each colleague owns; only the hub knows.
pub(super) async fn loads<H: Host>(app: &App<H>, _: Nothing) -> Result<Vec<Load>, CallError> {
    let loads = app.shared.hub()?.loads().await?;
    let seen = loads.into_iter().map(|load| Load {
        id: load.agent,
        open: load.open,
    });
    Ok(seen.collect())
}

pub(super) async fn unsent_drafts<H: Host>(
    app: &App<H>,
    _: Nothing,
) -> Result<Vec<UnsentDraft>, CallError> {
    Ok(app.shared.cache.unsent(app.shared.me()?).await?)
}
