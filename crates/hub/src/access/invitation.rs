//! Links by which an agent chooses a password: at the beginning, and when it is forgotten.

use std::time::Duration;

use guichet_domain::{AgentId, Timestamp};
use guichet_protocol::{ErrorCode, Invitation};

use super::password::strong_enough;
use super::session::end_all;
use super::token::{Token, TokenHash};
use crate::http::edge::Edge;
use crate::http::failure::Failure;
use crate::hub::Hub;

/// A link is good for so long.
const GOOD_FOR: Duration = Duration::from_hours(7 * 24);

/// Makes a link for an agent; one made before is worth nothing any more. `base` is how the hub is reached.
pub async fn invite(hub: &Hub, agent: AgentId, base: &str) -> anyhow::Result<Invitation> {
    let token = Token::random();
    let lasts = i64::try_from(GOOD_FOR.as_millis()).unwrap_or(i64::MAX);
    let expires = Timestamp(hub.clock.now().0 + lasts);
    hub.store
        .put_invitation(token.hash(), agent, expires)
        .await?;
    Ok(Invitation {
        // Behind the number sign: browsers and proxies keep it to themselves.
        link: format!("{base}/join#{}", token.reveal()),
        expires,
    })
}

/// The agent of the link has this password from now on, and every session before is over. `None`: the link is not good.
pub async fn accept(edge: &Edge, code: &str, password: String) -> Result<Option<AgentId>, Failure> {
    let hash = TokenHash::of(code);
    let invited = edge.store.invited(hash, edge.clock.now()).await?;
    let active = invited.and_then(|agent| edge.committer.board().active(agent).cloned());
    let Some(agent) = active else {
        return Ok(None);
    };
    strong_enough(&password, &[&agent.name, &agent.email])
        .map_err(|_| Failure::new(ErrorCode::WeakPassword, "the password is too weak"))?;
    let password = edge.passwords().hash(password).await?;
    if !edge.store.use_invitation(hash).await? {
        return Ok(None);
    }
    edge.store.put_password_hash(agent.id, &password).await?;
    end_all(edge, agent.id).await?;
    tracing::info!(agent = %agent.id, "chose a password");
    Ok(Some(agent.id))
}
