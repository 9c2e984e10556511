//! What the agent says of themselves: status, and the queues they are logged in to.

use guichet_domain::{QueueId, Right, Status, allows_somewhere};
use guichet_protocol::AgentCommand;
use serde::Deserialize;

use super::{Done, Nothing};
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::outbox;
use crate::view::{OwnPresence, OwnQueue};
use crate::windows::administration::administers;

/// As the hub has it.
pub(super) async fn presence<H: Host>(app: &App<H>, _: Nothing) -> Result<OwnPresence, CallError> {
    let me = app.shared.me()?;
    let cache = &app.shared.cache;
    let row = cache.agent(me).await?;
    let mut queues: Vec<OwnQueue> = cache
        .queues()
        .await?
        .into_iter()
        .filter(|queue| queue.members.contains(&me))
        .map(|queue| OwnQueue {
            logged_in: !row
                .as_ref()
                .is_some_and(|me| me.logged_out_of.contains(&queue.id)),
            id: queue.id,
            name: queue.name,
        })
        .collect();
    queues.sort_by_key(|queue| (queue.name.to_lowercase(), queue.id));
    Ok(OwnPresence {
        administers: row.as_ref().is_some_and(administers),
        supervises: row
            .as_ref()
            .is_some_and(|me| allows_somewhere(me, Right::Supervise)),
        status: row.map(|me| me.status).unwrap_or_default(),
        queues,
    })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Say {
    status: Status,
}

pub(super) async fn set_status<H: Host>(app: &App<H>, args: Say) -> Result<Done, CallError> {
    let command = AgentCommand::SetStatus {
        agent: app.shared.me()?,
        status: args.status,
    };
    outbox::now(&app.shared, command).await?;
    Ok(Done {})
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LogIn {
    queue: QueueId,
    logged_in: bool,
}

pub(super) async fn log_in<H: Host>(app: &App<H>, args: LogIn) -> Result<Done, CallError> {
    let command = AgentCommand::LogIn {
        agent: app.shared.me()?,
        queue: args.queue,
        logged_in: args.logged_in,
    };
    outbox::now(&app.shared, command).await?;
    Ok(Done {})
}
