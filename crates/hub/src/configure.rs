//! A change of the company, with what goes with it outside of the rules.

use guichet_domain::{Actor, Envelope};
use guichet_protocol::{CommandResult, ConfigurationCommand, ConfigurationRequest};

use crate::access::session::end_all;
use crate::committer::SubmitError;
use crate::hub::Hub;

/// Carries it out, once. A deactivated agent is signed out everywhere.
pub async fn configure(
    hub: &Hub,
    actor: Actor,
    request: ConfigurationRequest,
) -> Result<CommandResult, SubmitError> {
    let deactivated = match &request.command {
        ConfigurationCommand::SetActive {
            agent,
            active: false,
        } => Some(*agent),
        _ => None,
    };
    let envelope = Envelope {
        actor,
        id: request.id,
        command: request.into_domain(),
    };
    let result = hub.committer.submit(envelope).await?;
    if let (Some(agent), CommandResult::Done { .. }) = (deactivated, &result) {
        // Their sessions open nothing from the commit on, whatever becomes of this.
        if let Err(error) = end_all(hub, agent).await {
            tracing::error!(%agent, error = &*error, "the sessions of a deactivated agent are still kept");
        }
    }
    Ok(result)
}
