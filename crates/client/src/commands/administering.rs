//! Administration. The hub is asked at once: what it refuses, the screen still has in its form.

use guichet_domain::{AccountId, AgentId};
use guichet_protocol::{CommandResult, ConfigurationCommand, ConfigurationRequest};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Done, Nothing};
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::view::{Administration, AuditTrail, InstalledOn, Invited};
use crate::windows::administration as window;

pub(super) async fn administration<H: Host>(
    app: &App<H>,
    _: Nothing,
) -> Result<Administration, CallError> {
    window::administration(&app.shared).await
}

#[derive(Debug, Serialize)]
pub(super) struct Fresh {
    id: Uuid,
}

/// An id for what is about to be put for the first time.
#[expect(clippy::unused_async, reason = "every command is called alike")]
pub(super) async fn new_id<H: Host>(app: &App<H>, _: Nothing) -> Result<Fresh, CallError> {
    let id = app.shared.clock.command_id().0;
    Ok(Fresh { id })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    command: ConfigurationCommand,
}

pub(super) async fn configure<H: Host>(app: &App<H>, args: Change) -> Result<Done, CallError> {
    let hub = app.shared.hub()?;
    let request = ConfigurationRequest {
        id: app.shared.clock.command_id(),
        command: args.command,
    };
    match hub.configure(&request).await?.result {
        CommandResult::Done { .. } => Ok(Done {}),
        CommandResult::Refused { refusal } => Err((&refusal).into()),
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfAgent {
    agent: AgentId,
}

pub(super) async fn invite<H: Host>(app: &App<H>, args: OfAgent) -> Result<Invited, CallError> {
    let made = app.shared.hub()?.invite(args.agent).await?;
    Ok(Invited {
        link: made.link,
        expires: made.expires.0,
    })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfAccount {
    account: AccountId,
}

pub(super) async fn installations<H: Host>(
    app: &App<H>,
    args: OfAccount,
) -> Result<Vec<InstalledOn>, CallError> {
    let seen = app.shared.hub()?.installations(args.account).await?;
    let seen = seen.into_iter().map(|row| InstalledOn {
        site: row.site,
        seen: row.seen.0,
    });
    Ok(seen.collect())
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Before {
    #[serde(default)]
    before: Option<u64>,
}

pub(super) async fn audit<H: Host>(app: &App<H>, args: Before) -> Result<AuditTrail, CallError> {
    let page = app.shared.hub()?.audit(args.before).await?;
    Ok(AuditTrail {
        rows: window::lines(&app.shared, page.rows).await?,
        more: page.more,
    })
}
