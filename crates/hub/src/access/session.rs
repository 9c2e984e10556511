//! Sessions of agents: how one begins, is found again, and ends.

#[cfg(test)]
mod tests;

use axum::http::HeaderMap;
use guichet_domain::{Agent, AgentId, Timestamp};
use guichet_protocol::{ErrorCode, NewSession, Session, SignIn};
use uuid::Uuid;

use super::invitation;
use super::token::{Token, TokenHash, hex};
use crate::clock;
use crate::http::caller::{Client, SignedIn};
use crate::http::edge::Edge;
use crate::http::failure::Failure;
use crate::hub::Hub;
use crate::store::sqlite::sessions::StoredSession;

/// A session's last sign of life is written at most this often, in milliseconds.
const TOUCH: i64 = 60_000;
/// Longest name of a device that is kept, in characters.
const DEVICE: usize = 120;

/// Who was proven. Only [`prove`] makes one, and only with one does a session begin.
struct Proven(Agent);

/// Signs an agent in.
pub async fn sign_in(
    edge: &Edge,
    client: Client,
    headers: &HeaderMap,
    with: SignIn,
) -> Result<NewSession, Failure> {
    let proven = prove(edge, client, with).await;
    edge.metrics().sign_in(proven.is_ok());
    let device = headers
        .get(axum::http::header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok())
        .unwrap_or_default();
    begin(edge, proven?, device).await
}

/// One answer for whatever was wrong, after the same work.
async fn prove(edge: &Edge, client: Client, with: SignIn) -> Result<Proven, Failure> {
    let now = edge.clock.now();
    let limits = &edge.config.limits;
    let net = subject("net", &client.network().to_string());
    let mut subjects = vec![(net.clone(), limits.sign_in_failures_by_address)];
    let who = match &with {
        SignIn::Password { email, .. } => {
            let who = subject("agent", &email.trim().to_lowercase());
            subjects.push((who.clone(), limits.sign_in_failures));
            who
        }
        SignIn::Code { .. } | SignIn::Invitation { .. } => String::new(),
    };
    // Counted before it is checked: many at once cannot all be the last one allowed.
    let window = seconds(edge.config.times.sign_in_window);
    if let Err(wait) = edge.store.attempt(&subjects, window, now).await? {
        return Err(Failure::too_many(wait.unsigned_abs().div_ceil(1000)));
    }
    let agent = match with {
        SignIn::Password { email, password } => by_password(edge, &email, password).await?,
        SignIn::Code { code } => edge.store.use_code(TokenHash::of(&code), now).await?,
        SignIn::Invitation { code, password } => invitation::accept(edge, &code, password).await?,
    };
    let proven = agent.and_then(|agent| edge.committer.board().active(agent).cloned());
    let Some(agent) = proven else {
        return Err(Failure::new(
            ErrorCode::WrongCredentials,
            "wrong e-mail, password or code",
        ));
    };
    edge.store.forgive(&who, &net, now).await?;
    Ok(Proven(agent))
}

async fn by_password(
    edge: &Edge,
    email: &str,
    password: String,
) -> Result<Option<AgentId>, Failure> {
    let known = by_email(edge, email).filter(|agent| agent.active);
    let stored = match &known {
        Some(agent) => edge.store.password_hash(agent.id).await?,
        None => None,
    };
    let right = edge.passwords().verify(password, stored).await?;
    Ok(known.filter(|_| right).map(|agent| agent.id))
}

/// The agent with this e-mail address, active or not.
pub fn by_email(hub: &Hub, email: &str) -> Option<Agent> {
    let email = email.trim().to_lowercase();
    hub.committer
        .board()
        .agents
        .values()
        .find(|agent| agent.email.to_lowercase() == email)
        .cloned()
}

async fn begin(edge: &Edge, Proven(agent): Proven, device: &str) -> Result<NewSession, Failure> {
    let token = Token::random();
    let now = edge.clock.now();
    edge.store
        .put_session(&StoredSession {
            id: clock::new_id(),
            agent: agent.id,
            token: token.hash(),
            created: now,
            last_seen: now,
            expires: Timestamp(now.0 + seconds(edge.config.times.session)),
            device: device.chars().take(DEVICE).collect(),
        })
        .await?;
    tracing::info!(agent = %agent.id, "signed in");
    Ok(NewSession {
        token: token.reveal().to_owned(),
        session: describe(&agent, now),
    })
}

/// Who is signed in, as the app is told.
pub fn describe(agent: &Agent, now: Timestamp) -> Session {
    Session {
        agent: agent.id,
        name: agent.name.clone(),
        email: agent.email.clone(),
        now: now.0,
    }
}

/// The session of a token, unless it is over or its agent was deactivated.
pub async fn find(edge: &Edge, token: TokenHash) -> Result<Option<SignedIn>, Failure> {
    let now = edge.clock.now();
    let Some(session) = edge.store.session(token).await? else {
        return Ok(None);
    };
    let idle = now.0 - session.last_seen.0;
    if session.expires <= now || idle >= seconds(edge.config.times.session_idle) {
        return Ok(None);
    }
    let Some(agent) = edge.committer.board().active(session.agent).cloned() else {
        return Ok(None);
    };
    if idle >= TOUCH {
        edge.store.touch_session(session.id, now).await?;
    }
    Ok(Some(SignedIn {
        agent,
        session: session.id,
        token,
    }))
}

/// Signs out: the token is worth nothing any more, and its streams end. Without another session the agent is gone.
pub async fn end(edge: &Edge, signed_in: &SignedIn) -> Result<(), Failure> {
    let agent = signed_in.agent.id;
    let left = edge.store.delete_session(signed_in.session, agent).await?;
    edge.feed.revoke_session(&signed_in.session.to_string());
    if left == 0 {
        edge.presence.gone(agent).await?;
    }
    tracing::info!(%agent, "signed out");
    Ok(())
}

/// Ends every session of an agent.
pub async fn end_all(hub: &Hub, agent: AgentId) -> anyhow::Result<()> {
    let ended: Vec<Uuid> = hub.store.delete_sessions_of(agent).await?;
    for session in ended {
        hub.feed.revoke_session(&session.to_string());
    }
    Ok(())
}

/// Seconds of the configuration as the milliseconds of a [`Timestamp`].
pub fn seconds(seconds: u64) -> i64 {
    i64::try_from(seconds.saturating_mul(1000)).unwrap_or(i64::MAX / 4)
}

/// A name for counting that says nothing to who reads the store.
pub(super) fn subject(kind: &str, name: &str) -> String {
    format!("{kind}:{}", hex(&TokenHash::of(name).0[..16]))
}
