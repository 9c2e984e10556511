//! What agents do about their own way in: the password, and the devices where they are signed in.

use guichet_domain::Timestamp;
use guichet_protocol::{Device, ErrorCode, NewPassword};
use uuid::Uuid;

use super::password::strong_enough;
use super::session::{seconds, subject};
use crate::http::caller::{Client, SignedIn};
use crate::http::edge::Edge;
use crate::http::failure::Failure;

/// Where the agent is signed in, the last used first.
pub async fn list(edge: &Edge, signed_in: &SignedIn) -> Result<Vec<Device>, Failure> {
    let sessions = edge.store.sessions_of(signed_in.agent.id).await?;
    let now = edge.clock.now();
    let idle = seconds(edge.config.times.session_idle);
    let holds = |last_seen: Timestamp, expires| expires > now && now.0 - last_seen.0 < idle;
    let open = sessions
        .into_iter()
        .filter(|session| holds(session.last_seen, session.expires));
    Ok(open
        .map(|session| Device {
            current: session.id == signed_in.session,
            id: session.id,
            name: session.device,
            since: session.created,
            last_seen: session.last_seen,
        })
        .collect())
}

/// Signs the agent out on one of their devices. Nobody else's is found.
pub async fn end(edge: &Edge, signed_in: &SignedIn, device: Uuid) -> Result<(), Failure> {
    let agent = signed_in.agent.id;
    let own = edge.store.sessions_of(agent).await?;
    if !own.iter().any(|session| session.id == device) {
        return Err(Failure::not_found());
    }
    let left = edge.store.delete_session(device, agent).await?;
    edge.feed.revoke_session(&device.to_string());
    if left == 0 {
        edge.presence.gone(agent).await?;
    }
    tracing::info!(%agent, "signed out on a device");
    Ok(())
}

/// A new password for who knows the old one. A wrong one counts as a failed sign-in: a stolen session does not open
/// the way to guess.
pub async fn change_password(
    edge: &Edge,
    client: Client,
    signed_in: &SignedIn,
    asked: NewPassword,
) -> Result<(), Failure> {
    let agent = &signed_in.agent;
    let now = edge.clock.now();
    let limits = &edge.config.limits;
    let who = subject("agent", &agent.email.trim().to_lowercase());
    let net = subject("net", &client.network().to_string());
    let subjects = [
        (net.clone(), limits.sign_in_failures_by_address),
        (who.clone(), limits.sign_in_failures),
    ];
    let window = seconds(edge.config.times.sign_in_window);
    if let Err(wait) = edge.store.attempt(&subjects, window, now).await? {
        return Err(Failure::too_many(wait.unsigned_abs().div_ceil(1000)));
    }
    let stored = edge.store.password_hash(agent.id).await?;
    if !edge.passwords().verify(asked.old, stored).await? {
        return Err(Failure::new(ErrorCode::WrongCredentials, "wrong password"));
    }
    edge.store.forgive(&who, &net, now).await?;
    strong_enough(&asked.new, &[&agent.name, &agent.email])
        .map_err(|_| Failure::new(ErrorCode::WeakPassword, "the password is too weak"))?;
    let hash = edge.passwords().hash(asked.new).await?;
    edge.store.put_password_hash(agent.id, &hash).await?;
    tracing::info!(agent = %agent.id, "changed the password");
    if asked.end_others {
        for device in list(edge, signed_in)
            .await?
            .iter()
            .filter(|device| !device.current)
        {
            end(edge, signed_in, device.id).await?;
        }
    }
    Ok(())
}
