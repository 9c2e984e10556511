//! Templates for who writes them. The hub is asked at once: what it refuses, the screen still has in its form.

use guichet_domain::{Refusal, TemplateContent, TemplateId};
use guichet_protocol::{CommandResult, TemplateCommand, TemplateRequest};
use serde::{Deserialize, Serialize};

use super::file::{Export, Exported, Import, save};
use super::{Done, Nothing};
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::templates::{self, Reader, check, import, manage, table};
use crate::view::{ImportPlan, ManagedTemplates, TableFormat, TemplateForm, TemplateUse};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Search {
    search: String,
    limit: u32,
}

pub(super) async fn managed_templates<H: Host>(
    app: &App<H>,
    args: Search,
) -> Result<ManagedTemplates, CallError> {
    let library = templates::library(&app.shared).await?;
    let reader = Reader::load(&app.shared).await?;
    let found = manage::managed(&library, &reader, &args.search, args.limit);
    Ok(found)
}

/// How often each was inserted; only the hub knows.
pub(super) async fn template_uses<H: Host>(
    app: &App<H>,
    _: Nothing,
) -> Result<Vec<TemplateUse>, CallError> {
    let uses = app.shared.hub()?.template_uses().await?;
    let seen = uses.into_iter().map(|counted| TemplateUse {
        id: counted.template,
        uses: counted.uses,
    });
    Ok(seen.collect())
}

#[derive(Debug, Serialize)]
pub(super) struct Saved {
    id: TemplateId,
}

pub(super) async fn save_template<H: Host>(
    app: &App<H>,
    form: TemplateForm,
) -> Result<Saved, CallError> {
    let content = check::accepted(&TemplateContent {
        department: form.department,
        category: form.category,
        title: form.title,
        texts: form.texts,
    })?;
    let template = form.id.unwrap_or_else(|| new_id(app));
    ask(app, TemplateCommand::Put { template, content }).await?;
    Ok(Saved { id: template })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Of {
    template: TemplateId,
}

pub(super) async fn delete_template<H: Host>(app: &App<H>, args: Of) -> Result<Done, CallError> {
    let template = args.template;
    ask(app, TemplateCommand::Delete { template }).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Move {
    template: TemplateId,
    /// Its neighbour from then on.
    beside: TemplateId,
    /// Of two neighbours it is the second.
    behind: bool,
}

pub(super) async fn move_template<H: Host>(app: &App<H>, args: Move) -> Result<Done, CallError> {
    let library = templates::library(&app.shared).await?;
    let template = args.template;
    let after = manage::after(&library, template, args.beside, args.behind);
    ask(app, TemplateCommand::Move { template, after }).await
}

pub(super) async fn export_templates<H: Host>(
    app: &App<H>,
    args: Export<TableFormat>,
) -> Result<Exported, CallError> {
    let library = templates::library(&app.shared).await?;
    let reader = Reader::load(&app.shared).await?;
    let text = table::write(&manage::entries(&library, &reader), args.format)?;
    let ending = match args.format {
        TableFormat::Csv => "csv",
        TableFormat::Json => "json",
    };
    save(app, &format!("{}.{ending}", args.name), &text)
}

/// All of it, or nothing: a file with a bad line changes nothing.
pub(super) async fn import_templates<H: Host>(
    app: &App<H>,
    args: Import,
) -> Result<ImportPlan, CallError> {
    let library = templates::library(&app.shared).await?;
    let reader = Reader::load(&app.shared).await?;
    let read = table::read(&args.text)?;
    let planned = import::plan(read, &library, &reader, || new_id(app));
    if args.dry_run {
        return Ok(planned.plan);
    }
    if !planned.plan.bad.is_empty() {
        return Err(CallError::new("import-bad-lines"));
    }
    if !planned.list.is_empty() {
        let templates = planned.list;
        ask(app, TemplateCommand::Import { templates }).await?;
    }
    Ok(planned.plan)
}

fn new_id<H: Host>(app: &App<H>) -> TemplateId {
    TemplateId(app.shared.clock.command_id().0)
}

/// Asks the hub, and says what it refuses.
async fn ask<H: Host>(app: &App<H>, command: TemplateCommand) -> Result<Done, CallError> {
    let hub = app.shared.hub()?;
    let id = app.shared.clock.command_id();
    let answer = hub.template(&TemplateRequest { id, command }).await?;
    match answer.result {
        CommandResult::Done { .. } => Ok(Done {}),
        CommandResult::Refused { refusal } => Err(match refusal {
            Refusal::NotFound => CallError::new("template-gone"),
            Refusal::AlreadyInUse => CallError::new("template-name-taken"),
            other => (&other).into(),
        }),
    }
}
