//! Templates for whoever answers: found, inserted.

use guichet_domain::{ConversationId, TemplateId};
use serde::Deserialize;

use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::templates::{self, Reader, fill, search};
use crate::view::{FilledTemplate, TemplateWindow};
use crate::windows::thread::held;

/// Rows of one answer at most.
const MOST: u32 = 500;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    search: String,
    #[serde(default)]
    category: Option<String>,
    #[serde(default)]
    language: Option<String>,
    limit: u32,
}

pub(super) async fn templates<H: Host>(
    app: &App<H>,
    args: Wanted,
) -> Result<TemplateWindow, CallError> {
    let library = templates::library(&app.shared).await?;
    let reader = Reader::load(&app.shared).await?;
    let query = search::Query {
        search: args.search,
        category: args.category,
        language: args.language,
        preferred: app.shared.language().as_str().to_owned(),
        limit: args.limit.min(MOST),
    };
    Ok(search::search(&library, &reader, &query))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Insert {
    conversation: ConversationId,
    template: TemplateId,
    language: String,
    /// Today, as it is written in that language.
    date: String,
}

/// The text for the caret. Counts a use, at the hub as soon as that can be reached.
pub(super) async fn insert_template<H: Host>(
    app: &App<H>,
    args: Insert,
) -> Result<FilledTemplate, CallError> {
    let (shared, me) = (&app.shared, app.shared.me()?);
    let conversation = held(shared, args.conversation).await?;
    let library = templates::library(shared).await?;
    let reader = Reader::load(shared).await?;
    let text = library
        .get(args.template)
        .filter(|template| reader.is_offered(template))
        .and_then(|template| template.content.texts.get(&args.language))
        .ok_or_else(|| CallError::new("template-gone"))?;
    let filled = fill::fill(shared, &conversation, text, args.date).await?;
    shared.cache.used_template(me, args.template).await?;
    shared.uses.notify_one();
    Ok(filled)
}
